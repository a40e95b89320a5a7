// A finished alignment, from where an element names it: the property, an address, an inline script.

import { EnFaceError } from './errors.js';
import { fetchBytes } from './fetching.js';

/** @typedef {import('./types.js').Alignment} Alignment */
/** @typedef {import('./modes/mode.js').LinksSource} LinksSource */

/**
 * @param {LinksSource} source
 * @param {string} base what a relative address is relative to
 * @param {AbortSignal} signal
 * @returns {Promise<Alignment>}
 * @throws {EnFaceError} `network`, `not-found`, `http`, or `alignment` where it is none
 */
export async function finishedAlignment(source, base, signal) {
  if (source.kind === 'object') return source.alignment;
  if (source.kind === 'script') return parse(source.script.textContent ?? '');
  return parse(new TextDecoder().decode(await fetchBytes(source.address, base, signal)));
}

/** @param {string} text @returns {Alignment} */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new EnFaceError('alignment', error);
  }
}
