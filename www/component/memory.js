// What the reader has chosen, kept for all components of a site; where the browser keeps nothing, until the page is left.

/** One entry for all choices. */
const KEY = 'en-face';

/** What the browser did not take. @type {Record<string, unknown>} */
let held = {};

/**
 * @param {string} name
 * @returns {unknown} what was remembered: anything, for others write there too; undefined when nothing was
 */
export function remembered(name) {
  return read()[name];
}

/** @param {string} name @param {unknown} value that JSON can hold; undefined forgets */
export function remember(name, value) {
  const all = { ...read(), [name]: value };
  try {
    localStorage.setItem(KEY, JSON.stringify(all));
    held = {};
  } catch {
    // The choice holds until the page is left.
    held = { ...held, [name]: value };
  }
}

/** @returns {Record<string, unknown>} */
function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    return kept && typeof kept === 'object' ? { ...kept, ...held } : held;
  } catch {
    return held;
  }
}
