// Where a page comes from, how its bytes are got, and what the element's attributes say about it.

import { fetchBytes } from './fetching.js';
import { said } from './properties.js';

/** @typedef {import('./modes/mode.js').PageSource} Source */
/** @typedef {import('../pkg/en_face.js').Settings} Settings */

/**
 * A page's bytes, its own copy of them.
 *
 * @param {Source} source
 * @param {string} base what a relative address is relative to
 * @param {AbortSignal} signal
 * @returns {Promise<Uint8Array>}
 */
export async function pageBytes(source, base, signal) {
  const { src, text = '' } = source;
  if (src) return fetchBytes(src, base, signal);
  return typeof text === 'string' ? new TextEncoder().encode(text) : text.slice();
}

/**
 * What the attributes say.
 *
 * @param {HTMLElement} element
 * @param {Source} source
 * @returns {Settings}
 */
export function settingsFor(element, source) {
  const name = source.src ? new URL(source.src, element.baseURI).pathname : '';
  const regime = said(element, 'regime');
  const settings = {
    format: said(element, 'format') || (/\.(md|markdown)$/i.test(name) ? 'markdown' : 'text'),
    leftLang: said(element, 'left-lang') || undefined,
    rightLang: said(element, 'right-lang') || undefined,
    regime: regime === 'auto' ? undefined : regime || undefined,
  };
  return /** @type {Settings} */ (settings);
}
