// What a pointer aims at: the light stays a moment when it leaves a sentence, and while it may be on its way to the card.

/** @typedef {import('./types.js').Place} Place */

/** How long the light stays on when the pointer is between two sentences, in milliseconds. */
const LINGER = 160;
/** How long a sentence must be pointed at while a card is shown. */
const PASSING = 220;

export class Aim {
  #selection;
  #hasCard;
  #timer = 0;

  /** @param {import('./selection.js').Selection} selection @param {() => boolean} hasCard whether the card is shown */
  constructor(selection, hasCard) {
    this.#selection = selection;
    this.#hasCard = hasCard;
  }

  /** @param {Place | null} place the sentence under the pointer */
  at(place) {
    this.hold();
    const light = () => this.#selection.set({ hovered: place });
    if (!place) this.#timer = setTimeout(light, LINGER);
    else if (this.#selection.hovered && this.#hasCard()) this.#timer = setTimeout(light, PASSING);
    else light();
  }

  /** What is lit stays lit, as while the card is pointed at. */
  hold() {
    clearTimeout(this.#timer);
  }
}
