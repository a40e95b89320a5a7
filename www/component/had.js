// What is said to be a finished alignment, from where an element names it: the property, an address, an inline script.

import { EnFaceError } from './errors.js';
import { fetchBytes } from './fetching.js';

/** @typedef {import('./types.js').Alignment} Alignment */
/** @typedef {import('./modes/mode.js').LinksSource} LinksSource */

/**
 * @param {LinksSource} source
 * @param {string} base what a relative address is relative to
 * @param {AbortSignal} signal
 * @returns {Promise<Alignment>} whatever it is
 * @throws {EnFaceError} why it can't be had
 */
export async function had(source, base, signal) {
  if (source.kind === 'object') return source.alignment;
  const text = source.kind === 'script' ? source.script.textContent : new TextDecoder().decode(await fetchBytes(source.address, base, signal));
  try {
    return JSON.parse(text ?? '');
  } catch (error) {
    throw new EnFaceError('alignment', error);
  }
}
