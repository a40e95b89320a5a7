// Says to who listens instead of looking where they are, and what that goes with: each text in its own language.

import { confidence } from '../confidence.js';
import { make } from '../dom.js';
import { same } from '../sentences.js';

/** @typedef {import('../types.js').Place} Place */
/** @typedef {import('../types.js').Side} Side */
/** @typedef {import('./passages.js').Passages} Passages */

export class Announcer {
  #live;
  #words;
  /** @type {Place | null} */
  #focused = null;
  /** @type {Place | null} */
  #pinned = null;

  /** @param {HTMLElement} live a live region @param {import('../words.js').Words} words */
  constructor(live, words) {
    this.#live = live;
    this.#words = words;
  }

  /**
   * @param {Place | null} focused
   * @param {Place | null} pinned
   * @param {Passages} passages
   * @param {import('../relations.js').Relations | null} relations
   */
  speak(focused, pinned, passages, relations) {
    const moved = focused && !same(focused, this.#focused);
    const changed = !same(pinned, this.#pinned);
    this.#focused = focused;
    this.#pinned = pinned;
    if (!moved && !changed) return;
    const said = [];
    if (changed) said.push(make('p', '', {}, pinned ? this.#words.pinned : this.#words.released));
    if (moved) said.push(this.#sentence(focused, passages));
    const about = moved ? focused : pinned;
    if (about && relations) {
      const relation = relations.of(about);
      const sure = confidence(relation?.score ?? 1);
      if (!relation) said.push(make('p', '', {}, this.#words.none));
      else if (sure !== 'sure') said.push(make('p', '', {}, this.#words.unsure[sure]));
      const side = /** @type {Side} */ (1 - about.side);
      for (const index of relation?.others ?? []) said.push(this.#sentence({ side, index }, passages));
    }
    this.#live.replaceChildren(...said);
  }

  reset() {
    this.#focused = null;
    this.#pinned = null;
    this.#live.replaceChildren();
  }

  /** @param {Place} place @param {Passages} passages */
  #sentence(place, passages) {
    return make('p', '', { lang: passages.lang(place) }, passages.words(place));
  }
}
