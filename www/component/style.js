// Style sheets, each fetched once and shared by all components on a page.

/** @type {Map<string, Promise<CSSStyleSheet>>} */
const loading = new Map();

/** The component's own. @returns {Promise<CSSStyleSheet>} */
export function styleSheet() {
  return sheet(new URL('en-face.css', import.meta.url));
}

/** @param {URL} address @returns {Promise<CSSStyleSheet>} */
export function sheet({ href }) {
  const known = loading.get(href);
  if (known) return known;
  const started = load(href).catch((error) => {
    loading.delete(href);
    throw error;
  });
  loading.set(href, started);
  return started;
}

/** @param {string} address */
async function load(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: HTTP ${response.status}`);
  return new CSSStyleSheet().replace(await response.text());
}
