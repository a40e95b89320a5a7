// An encoder file's bytes: from the browser's cache under their hash, else fetched, with progress, and checked.

import { EnFaceError } from './errors.js';

/** @typedef {import('./encoder-choice.js').Choice} Choice */
/** @typedef {{bytes: Uint8Array<ArrayBuffer>, kept: boolean, keep: () => Promise<void>, drop: () => Promise<unknown>}} EncoderFile */

const CACHE = 'en-face-encoder-1';
/** No encoder has as many bytes; what goes on longer is refused before it fills the memory. */
const MOST = 256 << 20;
/** Milliseconds without a byte after which a download is given up. */
const STALL = 30_000;

/**
 * @param {Choice} choice
 * @param {object} options
 * @param {boolean} options.anew whether to fetch it even if it is kept
 * @param {(loaded: number, total: number) => void} options.progress bytes; a total of 0 is not known
 * @param {AbortSignal} options.signal
 * @returns {Promise<EncoderFile | null>} null when it is only wanted if it is kept, and is not
 * @throws {EnFaceError} `encoder-missing` or `encoder-damaged`
 */
export async function encoderFile(choice, { anew, progress, signal }) {
  const { address, sha256 } = choice;
  const mark = `${address.includes('?') ? '&' : '?'}sha256-`;
  const key = address + mark + sha256;
  const drop = () => inCache((cache) => cache.delete(key));
  const keep = (/** @type {Uint8Array<ArrayBuffer>} */ bytes) =>
    inCache(async (cache) => {
      await cache.put(key, new Response(bytes));
      for (const { url } of await cache.keys()) {
        if (url.startsWith(address + mark) && url !== key) await cache.delete(url);
      }
    });
  // Without a hash nobody could tell whether what is kept is what the address has now.
  if (sha256 && !anew) {
    const bytes = await inCache(async (cache) => (await cache.match(key))?.arrayBuffer());
    signal.throwIfAborted();
    if (bytes && (await fits(bytes, sha256))) {
      progress(bytes.byteLength, bytes.byteLength);
      return { bytes: new Uint8Array(bytes), kept: true, keep: async () => {}, drop };
    }
    if (bytes) await drop();
  }
  if (choice.keptOnly) return null;
  // The hash in the address keeps caches on the way from handing out an older file that ships with the component.
  const bytes = await fetched(choice.shipped && sha256 ? key : address, choice.bytes, anew, progress, signal);
  if (!(await fits(bytes.buffer, sha256))) throw new EnFaceError('encoder-damaged', new Error(`${address} has another hash`));
  return { bytes, kept: false, keep: () => (sha256 ? keep(bytes) : Promise.resolve()), drop };
}

/**
 * Whether bytes have a hash. Pages without encryption cannot compute one: the core checks the file's own there.
 *
 * @param {ArrayBuffer} bytes
 * @param {string} sha256
 */
async function fits(bytes, sha256) {
  if (!sha256 || !globalThis.crypto?.subtle) return true;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') === sha256;
}

/**
 * Does something with the cache; where there is none, or it is full or forbidden, nothing.
 *
 * @template T
 * @param {(cache: Cache) => Promise<T>} use
 * @returns {Promise<T | void>}
 */
async function inCache(use) {
  try {
    return await use(await caches.open(CACHE));
  } catch {
    // The cache saves time. It is nothing to fail for.
  }
}

/**
 * @param {string} address
 * @param {number} expected bytes; 0 when that is not known
 * @param {boolean} anew
 * @param {(loaded: number, total: number) => void} progress
 * @param {AbortSignal} signal
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
async function fetched(address, expected, anew, progress, signal) {
  // A server that says nothing for so long will say nothing more, and other pages wait behind this one.
  const stalled = new AbortController();
  const wait = () => setTimeout(() => stalled.abort(new Error(`${address} has stopped sending`)), STALL);
  let patience = wait();
  const over = () => stalled.abort(signal.reason);
  signal.addEventListener('abort', over);
  try {
    const response = await fetch(address, { signal: stalled.signal, cache: anew ? 'reload' : 'default' });
    const { ok, status, headers, body } = response;
    // Many hosts answer with a page, and no error, for what they do not have.
    if (!ok || !body || headers.get('content-type')?.startsWith('text/html')) {
      await body?.cancel();
      throw new Error(`${address}: HTTP ${status}`);
    }
    // Packed for the way, a file has fewer bytes there than here.
    const length = headers.has('content-encoding') ? 0 : Number(headers.get('content-length'));
    const total = expected || length;
    /** @type {Uint8Array<ArrayBuffer>[]} */
    const chunks = [];
    let loaded = 0;
    progress(0, total);
    const reader = body.getReader();
    for (let read; !(read = await reader.read()).done; ) {
      clearTimeout(patience);
      patience = wait();
      chunks.push(read.value);
      loaded += read.value.length;
      if (loaded > MOST) {
        await reader.cancel();
        throw new EnFaceError('encoder-format', new Error(`${address} has no end`));
      }
      progress(loaded, loaded > total ? 0 : total);
    }
    return new Uint8Array(await new Blob(chunks).arrayBuffer());
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof EnFaceError ? error : new EnFaceError('encoder-missing', error);
  } finally {
    clearTimeout(patience);
    signal.removeEventListener('abort', over);
  }
}
