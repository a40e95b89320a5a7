// A finished alignment that can be relied on: checked, in slices.

import { Checking } from './checking.js';
import { EnFaceError } from './errors.js';
import { had } from './had.js';
import { inSlices, ON_SCREEN, turn } from './slices.js';

/** @typedef {import('./types.js').Alignment} Alignment */
/** @typedef {import('./modes/mode.js').LinksSource} LinksSource */

/** How many entries of each list are checked without giving the thread back: all that most pages have. */
const AT_ONCE = 120;

/**
 * @param {LinksSource} source
 * @param {string} base what a relative address is relative to
 * @param {AbortSignal} signal
 * @returns {Promise<Alignment>} as it was given
 * @throws {EnFaceError} why it can't be had, or `alignment` where it is none
 */
export async function finishedAlignment(source, base, signal) {
  const alignment = await had(source, base, signal);
  try {
    const checking = new Checking(alignment);
    if (checking.read(AT_ONCE) > 0) await inSlices({ ...ON_SCREEN, pause: turn }, signal, (count) => checking.read(count));
  } catch (error) {
    // What a getter throws has no code.
    throw signal.aborted || error instanceof EnFaceError ? error : new EnFaceError('alignment', error);
  }
  return alignment;
}
