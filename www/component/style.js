// Style sheets, each fetched once and shared by all components in a document.

/** @type {Map<string, Promise<string>>} by address */
const texts = new Map();

/** A sheet belongs to the document that it was made for. @type {WeakMap<Document, Map<string, CSSStyleSheet>>} */
const made = new WeakMap();

/** The component's own. @param {Document} document @returns {Promise<CSSStyleSheet>} */
export function styleSheet(document) {
  return sheet(new URL('./en-face.css', import.meta.url), document);
}

/** What it shows in place. @param {Document} document @returns {Promise<CSSStyleSheet>} */
export function inPlaceSheet(document) {
  return sheet(new URL('./in-place/in-place.css', import.meta.url), document);
}

/** @param {URL} address @param {Document} document @returns {Promise<CSSStyleSheet>} */
export async function sheet({ href }, document) {
  const known = texts.get(href);
  const text = known ?? load(href);
  if (!known) texts.set(href, text);
  const style = await text.catch((error) => {
    texts.delete(href);
    throw error;
  });
  /** @type {Map<string, CSSStyleSheet>} */
  const sheets = made.get(document) ?? new Map();
  made.set(document, sheets);
  const one = sheets.get(href) ?? newSheet(document);
  if (!sheets.has(href)) one.replaceSync(style);
  sheets.set(href, one);
  return one;
}

/** An empty sheet for a document, which no other one may adopt. @param {Document} document */
export function newSheet(document) {
  const { CSSStyleSheet } = /** @type {typeof globalThis} */ (/** @type {unknown} */ (document.defaultView ?? globalThis));
  return new CSSStyleSheet();
}

/** @param {string} address */
async function load(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: HTTP ${response.status}`);
  return response.text();
}
