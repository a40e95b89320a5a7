// Puts a page's text on the screen: at once what a reader sees first, the rest in slices.

import { inSlices, ON_SCREEN } from './slices.js';

/**
 * What can be rendered: a page that the core has read, or a finished alignment. `show` builds everything but the sentences, `render`
 * so many more sentences of a side, and tells whether there are more.
 *
 * @typedef {object} Text
 * @property {(into: Element, words: import('./words.js').Words) => void} show
 * @property {(side: number, sentences: number) => boolean} render
 */

/** How many sentences of each text come first: more than a screen shows, and all that most pages have. */
const FIRST = 120;

export class Rendering {
  #text;
  #into;
  /** Whether each side has more. */
  #more;

  /**
   * Renders what comes first.
   *
   * @param {Text} text
   * @param {HTMLElement} into
   * @param {import('./words.js').Words} words
   */
  constructor(text, into, words) {
    this.#text = text;
    this.#into = into;
    text.show(into, words);
    this.#more = [text.render(0, FIRST), text.render(1, FIRST)];
  }

  /**
   * Renders the rest, all of it below what is there. Where the texts stand one under the other, the upper one is finished
   * first: then it does not push the lower one down under the eyes of a reader who is there already.
   *
   * @param {AbortSignal} signal
   */
  async finish(signal) {
    const more = this.#more;
    if (!more.includes(true)) return;
    const beside = this.#areBeside();
    const upper = this.#into.querySelector('section')?.dataset.side === '1' ? 1 : 0;
    let side = 1 - upper;
    await inSlices(ON_SCREEN, signal, (count) => {
      if (!more[side] || (beside && more[1 - side])) side = 1 - side;
      else if (more[upper] && !beside) side = upper;
      more[side] = this.#text.render(side, count);
      // Laying it out is most of the work; else it would be done in the next frame, without counting.
      this.#into.getBoundingClientRect();
      return more.includes(true) ? 1 : 0;
    });
  }

  #areBeside() {
    const [first, second] = [...this.#into.children].map((section) => section.getBoundingClientRect());
    return second.top < first.bottom;
  }
}
