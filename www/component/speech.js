// Says aloud, to who listens instead of looking, what was pinned and what it goes with.

import { confidence } from './confidence.js';
import { same } from './sentences.js';

/** @typedef {import('./types.js').Place} Place */
/** @typedef {import('./types.js').Side} Side */

export class Speech {
  #desk;
  /** @type {Place | null} */
  #spoken = null;
  /** What was said of it; tools say other things in the same region. */
  #said = '';

  /** @param {import('./desk.js').Desk} desk */
  constructor(desk) {
    this.#desk = desk;
  }

  /** @param {Place | null} pinned */
  speak(pinned) {
    const { relations, sentences, words } = this.#desk;
    let said = words.released;
    if (pinned) {
      const side = /** @type {Side} */ (1 - pinned.side);
      const relation = relations?.of(pinned);
      const sure = confidence(relation?.score ?? 1);
      const found = relation?.others.map((index) => sentences?.element({ side, index })?.textContent).join(' ') ?? words.none;
      said = `${words.pinned} ${sure === 'sure' ? '' : `${words.unsure[sure]} `}${found}`;
    }
    // Better links may give what is pinned other counterparts.
    if (same(pinned, this.#spoken) && (!pinned || said === this.#said)) return;
    this.#spoken = pinned;
    this.#desk.surface.live.textContent = this.#said = said;
  }

  reset() {
    this.#spoken = null;
    this.#desk.surface.live.textContent = this.#said = '';
  }
}
