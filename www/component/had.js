// What is said to be a finished alignment, from where an element names it: the property, an address, an inline script.

import { EnFaceError } from './errors.js';
import { fetchBytes } from './fetching.js';

/**
 * @param {import('./modes/mode.js').LinksSource} source
 * @param {string} base what a relative address is relative to
 * @param {AbortSignal} signal
 * @returns {Promise<import('./types.js').Alignment>} whatever it is
 * @throws {EnFaceError} why it can't be had
 */
export async function had({ alignment, address = '', json }, base, signal) {
  if (alignment) return alignment;
  const text = json ?? new TextDecoder().decode(await fetchBytes(address, base, signal));
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new EnFaceError('alignment', error);
  }
}
