// Where a page comes from, how its bytes are got, and what the element's attributes say about it.

import { EnFaceError } from './errors.js';
import { said } from './properties.js';
import { reason } from './refused.js';

/** @typedef {import('./types.js').Alignment} Alignment */
/** @typedef {{kind: 'src', src: string} | {kind: 'text', text: string | Uint8Array} | {kind: 'alignment', alignment: Alignment}} Source */
/** @typedef {import('../pkg/en_face.js').Settings} Settings */

/**
 * A page's bytes, its own copy of them; none for an alignment that is finished.
 *
 * @param {Source} source
 * @param {string} base what a relative address is relative to
 * @param {AbortSignal} signal
 * @returns {Promise<Uint8Array>}
 */
export async function pageBytes(source, base, signal) {
  if (source.kind === 'src') return fetchPage(source.src, base, signal);
  const text = source.kind === 'text' ? source.text : '';
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
  const name = source.kind === 'src' ? new URL(source.src, element.baseURI).pathname : '';
  const regime = said(element, 'regime');
  const settings = {
    format: said(element, 'format') || (/\.(md|markdown)$/i.test(name) ? 'markdown' : 'text'),
    leftLang: said(element, 'left-lang') || undefined,
    rightLang: said(element, 'right-lang') || undefined,
    regime: regime === 'auto' ? undefined : regime || undefined,
  };
  return /** @type {Settings} */ (settings);
}

/** @param {string} src @param {string} base @param {AbortSignal} signal */
async function fetchPage(src, base, signal) {
  let response;
  let address;
  try {
    address = new URL(src, base);
    response = await fetch(address, { signal });
  } catch (error) {
    throw new EnFaceError(await reason(address?.protocol === 'file:' ? 'file' : 'network', address), error);
  }
  if (response.status === 404 || response.status === 410) throw new EnFaceError('not-found');
  if (!response.ok) throw new EnFaceError('http', new Error(`HTTP ${response.status}`));
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw new EnFaceError('network', error);
  }
}
