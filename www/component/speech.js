// Says aloud, to who listens instead of looking, what was pinned and what it goes with.

import { confidence } from './confidence.js';
import { same } from './sentences.js';

/** @typedef {import('./types.js').Place} Place */
/** @typedef {import('./relations.js').Relations} Relations */
/** @typedef {import('./sentences.js').Sentences} Sentences */

export class Speech {
  #live;
  #words;
  /** @type {Place | null} */
  #spoken = null;
  /** What was said of it; tools say other things in the same region. */
  #said = '';

  /** @param {HTMLElement} live a live region @param {import('./words.js').Words} words */
  constructor(live, words) {
    this.#live = live;
    this.#words = words;
  }

  /** @param {Place | null} pinned @param {Sentences} sentences @param {Relations | null} relations */
  speak(pinned, sentences, relations) {
    const relation = pinned && relations?.of(pinned);
    const text = (/** @type {number} */ index) =>
      sentences.element({ side: pinned?.side === 0 ? 1 : 0, index })?.textContent ?? '';
    const sure = confidence(relation?.score ?? 1);
    const found = relation ? relation.others.map(text).join(' ') : this.#words.none;
    const counterparts = sure === 'sure' ? found : `${this.#words.unsure[sure]} ${found}`;
    const said = pinned ? `${this.#words.pinned} ${counterparts}` : this.#words.released;
    // Better links may give what is pinned other counterparts.
    if (same(pinned, this.#spoken) && (!pinned || said === this.#said)) return;
    this.#spoken = pinned;
    this.#said = said;
    this.#live.textContent = said;
  }

  reset() {
    this.#spoken = null;
    this.#said = '';
    this.#live.textContent = '';
  }
}
