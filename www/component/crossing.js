// The way from a sentence to a counterpart and back to where the reader came from.

import { same } from './sentences.js';

/** @typedef {import('./types.js').Place} Place */
/** @typedef {import('./types.js').Side} Side */

export class Crossing {
  /** @type {Place | null} the sentence that the reader last jumped from */
  #origin = null;

  /**
   * The counterpart to jump to: the one the reader came from, if it is one, else the best.
   *
   * @param {Place} place
   * @param {import('./relations.js').Relations | null} relations
   * @returns {Place | null}
   */
  from(place, relations) {
    const relation = relations?.of(place);
    if (!relation) return null;
    const side = /** @type {Side} */ (1 - place.side);
    const origin = this.#origin;
    const next = origin?.side === side && relation.others.includes(origin.index) ? origin : { side, index: relation.best };
    this.#origin = place;
    return same(next, place) ? null : next;
  }
}
