// A finished alignment that can be relied on: checked, in slices.

import { checking } from './checking.js';
import { EnFaceError } from './errors.js';
import { had } from './had.js';
import { inSlices, ON_SCREEN, turn } from './slices.js';

/** @typedef {import('./types.js').Alignment} Alignment */
/** @typedef {import('./modes/mode.js').LinksSource} LinksSource */

/** How many entries are checked without giving the thread back: all that most pages have. */
const AT_ONCE = 600;

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
    const steps = checking(alignment);
    /** Whether there is more. @param {number} count */
    const read = (count) => {
      while (count--) if (steps.next().done) return false;
      return true;
    };
    if (read(AT_ONCE)) await inSlices({ ...ON_SCREEN, pause: turn }, signal, read);
  } catch (error) {
    // What a getter throws has no code.
    throw signal.aborted || error instanceof EnFaceError ? error : new EnFaceError('alignment', error);
  }
  return alignment;
}
