// A page and its first links, from what needs no encoder: on the page's own thread where nobody can feel it, else in
// steps, and by the worker.

import { enter, orderLinks } from './orders.js';
import { turn } from './slices.js';

/** @typedef {import('./types.js').Alignment} Alignment */
/** @typedef {{bytes: Uint8Array, settings: import('../pkg/en_face.js').Settings}} Page */

/** Bytes; a page of so many is linked in some 20 ms. */
const SHORT = 16_384;

/**
 * Reads a page; a long one in steps.
 *
 * @param {typeof import('../pkg/en_face.js')} core
 * @param {Page} page
 * @param {AbortSignal} signal
 */
export async function readPage(core, { bytes, settings }, signal) {
  const draft = new core.Draft(bytes, settings);
  if (bytes.length <= SHORT) return draft.read();
  await freely(draft, signal);
  return freely(draft.read(), signal);
}

/**
 * Gives the thread back before more is done with something of the core's.
 *
 * @template {{free: () => void}} T
 * @param {T} thing
 * @param {AbortSignal} signal
 */
async function freely(thing, signal) {
  await turn();
  if (signal.aborted) thing.free();
  signal.throwIfAborted();
  return thing;
}

/**
 * Sees to a page's first links. What is ordered from the worker is made while the page is still being rendered.
 *
 * @param {import('../pkg/en_face.js').Reading} reading
 * @param {Page} page
 * @param {object} guest who keeps the worker
 * @param {AbortSignal} signal
 * @returns {() => Promise<Alignment>} gives the links; to be asked when the text is on the screen
 */
export function plainLinks(reading, page, guest, signal) {
  const here = () => /** @type {Alignment} */ (reading.align());
  if (page.bytes.length <= SHORT) return async () => here();
  enter(guest);
  const links = orderLinks({ ...page, choice: null, anew: false }, () => {}, signal).catch(() => {
    signal.throwIfAborted();
    return null;
  });
  links.catch(() => {});
  // A worker that broke down is no reason to go without.
  return async () => (await links) ?? here();
}
