// Puts a page's text on the screen: at once what a reader sees first, the rest in slices.

import { inSlices, ON_SCREEN } from './slices.js';

/**
 * What can be rendered: a page that the core has read, or a finished alignment. `show` builds everything but the sentences, `render`
 * so many more sentences of a side, with all of the last one's block, and tells whether there may be more.
 *
 * @typedef {object} Text
 * @property {(into: Element, words: import('./words.js').Words) => void} show
 * @property {(side: number, sentences: number) => boolean} render
 */

/** How many sentences of each text come first: more than a screen shows, and all that most pages have. */
const FIRST = 120;

/**
 * Renders what comes first.
 *
 * @param {Text} text
 * @param {HTMLElement} into
 * @param {import('./words.js').Words} words
 * @returns {(signal: AbortSignal) => Promise<void>} renders the rest, all of it below what is there. Where the texts stand one under
 *   the other, the upper one is finished first: then it does not push the lower one down under the eyes of a reader who is there already
 */
export function render(text, into, words) {
  text.show(into, words);
  /** Whether each side has more. */
  const more = [text.render(0, FIRST), text.render(1, FIRST)];
  return async (signal) => {
    if (!more.includes(true)) return;
    const [first, second] = /** @type {HTMLElement[]} */ ([...into.children]);
    const areBeside = second.getBoundingClientRect().top < first.getBoundingClientRect().bottom;
    const upper = Number(first.dataset.side);
    let side = 1 - upper;
    await inSlices(ON_SCREEN, signal, (count) => {
      const other = 1 - side;
      side = areBeside ? (more[other] ? other : side) : more[upper] ? upper : 1 - upper;
      more[side] = text.render(side, count);
      // Laying it out is most of the work; else it would be done in the next frame, without counting.
      into.getBoundingClientRect();
      return more.includes(true);
    });
  };
}
