// The corrections of the pages that a reader has corrected, kept by the browser, the page that was corrected last at the end.
// A page is known by its sentences, so that it is found again at another address; another text never gets its corrections.

/** @typedef {import('../../types.js').Alignment} Alignment */
/** @typedef {import('../../types.js').Decision} Decision */
/** @typedef {[texts: string, decisions: Decision[]]} Entry */

const KEY = 'en-face corrections';
/** How many pages are kept. */
const PAGES = 200;
/** How many UTF-16 units all of them take at most: a browser gives a site some five million. */
const SIZE = 500_000;

/** What the browser did not take holds until the page is left. @type {Map<string, Decision[]>} */
const held = new Map();
/** Tells the components of this window of what one of them has kept: a browser tells the other windows only. */
const here = new EventTarget();

/** Whether there are corrections of any page. */
export function keepsAny() {
  return held.size > 0 || entries().length > 0;
}

/** @param {string} texts @returns {Decision[]} */
export function keptFor(texts) {
  return held.get(texts) ?? entries().find(([name]) => name === texts)?.[1] ?? [];
}

/**
 * Keeps a page's decisions, in the place of the oldest pages' where there is no room.
 *
 * @param {string} texts
 * @param {Decision[]} decisions
 * @returns {boolean} whether the browser keeps them
 */
export function keep(texts, decisions) {
  const kept = stored(texts, decisions);
  here.dispatchEvent(new Event('kept'));
  return kept;
}

/** @param {string} texts @param {Decision[]} decisions @returns {boolean} */
function stored(texts, decisions) {
  const others = entries().filter(([name]) => name !== texts);
  /** @type {Entry[]} */
  let all = decisions.length ? [...others, [texts, decisions]] : others;
  for (all = all.slice(-PAGES); ; all = all.slice(Math.ceil(all.length / 4))) {
    const text = JSON.stringify(all);
    if (text.length <= SIZE && written(all.length ? text : null)) {
      held.delete(texts);
      return true;
    }
    if (all.length <= 1) break;
  }
  held.set(texts, decisions);
  return false;
}

/** Hears when another component of the site has corrected a page. @param {() => void} listener @param {AbortSignal} signal */
export function listenToOthers(listener, signal) {
  here.addEventListener('kept', listener, { signal });
  // A key of null: somebody has emptied the store, which is no reason to take corrections away.
  window.addEventListener('storage', ({ key }) => key === KEY && listener(), { signal });
}

/** Whether something is a list of decisions: it may come from anywhere. @param {unknown} value @returns {value is Decision[]} */
export function areDecisions(value) {
  const isSide = (/** @type {unknown} */ side) => Array.isArray(side) && side.every((index) => Number.isSafeInteger(index) && index >= 0);
  const isOne = (/** @type {Partial<Decision> | null} */ one) => isSide(one?.left) && isSide(one?.right);
  return Array.isArray(value) && value.every(isOne);
}

/**
 * A name for two texts: 16 hexadecimal digits, made of the UTF-16 units of all sentences. Quick, and good against accidents,
 * not against somebody who wants two texts to have the same name. One lane is FNV-1a, the other multiplies by another
 * number; both are mixed at the end as MurmurHash 3 does it.
 *
 * @param {Pick<Alignment, 'sides'>} alignment
 * @returns {string}
 */
export function fingerprint({ sides }) {
  let one = 0x811c9dc5;
  let two = 0x9e3779b9;
  const take = (/** @type {string} */ text) => {
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      one = Math.imul(one ^ unit, 0x01000193);
      two = Math.imul(two ^ unit ^ (two >>> 15), 0x85ebca6b);
    }
  };
  for (const { sentences } of sides) {
    for (const { text } of sentences) {
      take(text);
      // No text has this unit by itself: where a sentence ends matters, and where a side does.
      take('\ud800');
    }
    take('\udfff');
  }
  return [one, two].map((lane) => (mixed(lane) >>> 0).toString(16).padStart(8, '0')).join('');
}

/** @param {number} lane */
function mixed(lane) {
  lane = Math.imul(lane ^ (lane >>> 16), 0x85ebca6b);
  lane = Math.imul(lane ^ (lane >>> 13), 0xc2b2ae35);
  return lane ^ (lane >>> 16);
}

/** What is kept, without what others may have written there. @returns {Entry[]} */
function entries() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    const isEntry = (/** @type {unknown} */ entry) => Array.isArray(entry) && typeof entry[0] === 'string' && areDecisions(entry[1]);
    return Array.isArray(kept) ? kept.filter(isEntry) : [];
  } catch {
    return [];
  }
}

/** @param {string | null} text null to keep nothing @returns {boolean} whether the browser took it */
function written(text) {
  try {
    if (text === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, text);
    return true;
  } catch {
    return false;
  }
}
