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
  /** @type {import('./errors.js').Code} */
  let code = 'network';
  let cause;
  let url;
  try {
    url = new URL(address, base);
    const response = await fetch(url, { signal });
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
    cause = response.status;
    code = cause === 404 || cause === 410 ? 'not-found' : 'http';
  } catch (error) {
    cause = error;
    if (url) code = await reason(url.protocol === 'file:' ? 'file' : code, url);
  }
  throw new EnFaceError(code, cause);
}
