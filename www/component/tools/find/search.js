// Searches the sentences of both texts, in slices: a page may have ten thousand.

import { inSlices, ON_PAGE } from '../../slices.js';
import { fold, occurrences } from '../folding.js';

/** @typedef {import('../../types.js').Place} Place */
/** @typedef {import('../../types.js').Side} Side */
/** @typedef {{place: Place, at: number, length: number}} Match in the folded text of a sentence */

/** Nobody goes through more of them, and the browser looks at every mark whenever a light moves. */
const MOST = 2000;

export class Search {
  #sentences;
  /** @type {string[]} the folded texts, the first side's before the second's, as far as they were read */
  #texts = [];

  /** @param {import('../../sentences.js').Sentences} sentences of one page */
  constructor(sentences) {
    this.#sentences = sentences;
  }

  /**
   * @param {string} query
   * @param {AbortSignal} signal
   * @returns {Promise<{matches: Match[], all: boolean}>} in the order of the texts; whether these are all
   */
  async find(query, signal) {
    const wanted = fold(query).trim();
    /** @type {Match[]} */
    const matches = [];
    const [first, second] = this.#sentences.counts;
    const count = first + second;
    let next = 0;
    if (!wanted) return { matches, all: true };
    await inSlices(ON_PAGE, signal, (pieces) => {
      const end = Math.min(count, next + pieces);
      for (; next < end && matches.length <= MOST; next += 1) {
        /** @type {Place} */
        const place = next < first ? { side: 0, index: next } : { side: 1, index: next - first };
        const text = (this.#texts[next] ??= fold(this.#sentences.original(place)?.textContent ?? ''));
        for (const at of occurrences(text, wanted)) matches.push({ place, at, length: wanted.length });
      }
      return matches.length > MOST ? 0 : count - next;
    });
    return { matches: matches.slice(0, MOST), all: matches.length <= MOST };
  }
}
