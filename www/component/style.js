// Style sheets, each made once and shared by all components in a document.

import { supplies } from './supplies.js';

/** A sheet belongs to the document that it was made for. @type {WeakMap<Document, Record<string, CSSStyleSheet>>} */
const made = new WeakMap();

/**
 * @param {string} name as the supplies have it
 * @param {Document} document
 * @returns {Promise<CSSStyleSheet>}
 * @throws {import('./errors.js').EnFaceError}
 */
export async function styleSheet(name, document) {
  const style = await supplies.styles[name]();
  const sheets = made.get(document) ?? {};
  made.set(document, sheets);
  if (!sheets[name]) {
    sheets[name] = newSheet(document);
    sheets[name].replaceSync(style);
  }
  return sheets[name];
}

/** An empty sheet for a document, which no other one may adopt. @param {Document} document */
export function newSheet(document) {
  const { CSSStyleSheet } = /** @type {typeof globalThis} */ (/** @type {unknown} */ (document.defaultView ?? globalThis));
  return new CSSStyleSheet();
}
