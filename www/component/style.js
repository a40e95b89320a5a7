// Style sheets, each got once and shared by all components in a document.

import { missing, supplies } from './supplies.js';

/** @type {Map<string, Promise<string>>} by name */
const texts = new Map();

/** A sheet belongs to the document that it was made for. @type {WeakMap<Document, Map<string, CSSStyleSheet>>} */
const made = new WeakMap();

/**
 * @param {string} name as the supplies have it
 * @param {Document} document
 * @returns {Promise<CSSStyleSheet>}
 * @throws {import('./errors.js').EnFaceError}
 */
export async function styleSheet(name, document) {
  const known = texts.get(name);
  const text = known ?? supplies.styles[name]();
  if (!known) texts.set(name, text);
  const style = await text.catch((error) => {
    texts.delete(name);
    return missing(error);
  });
  /** @type {Map<string, CSSStyleSheet>} */
  const sheets = made.get(document) ?? new Map();
  made.set(document, sheets);
  const one = sheets.get(name) ?? newSheet(document);
  if (!sheets.has(name)) one.replaceSync(style);
  sheets.set(name, one);
  return one;
}

/** An empty sheet for a document, which no other one may adopt. @param {Document} document */
export function newSheet(document) {
  const { CSSStyleSheet } = /** @type {typeof globalThis} */ (/** @type {unknown} */ (document.defaultView ?? globalThis));
  return new CSSStyleSheet();
}
