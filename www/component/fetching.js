// A file that an attribute names, fetched.

import { EnFaceError } from './errors.js';
import { reason } from './refused.js';

/**
 * @param {string} address
 * @param {string} base what a relative address is relative to
 * @param {AbortSignal} signal
 * @returns {Promise<Uint8Array>}
 * @throws {EnFaceError} `network`, `file`, `policy`, `not-found` or `http`
 */
export async function fetchBytes(address, base, signal) {
  let response;
  let url;
  try {
    url = new URL(address, base);
    response = await fetch(url, { signal });
  } catch (error) {
    const code = url?.protocol === 'file:' ? 'file' : 'network';
    throw new EnFaceError(url ? await reason(code, url) : code, error);
  }
  if (response.status === 404 || response.status === 410) throw new EnFaceError('not-found');
  if (!response.ok) throw new EnFaceError('http', response.status);
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw new EnFaceError('network', error);
  }
}
