// A hairline at the frame's upper edge: how far the better links are.

import { make } from './dom.js';

/** @typedef {import('./types.js').Progress} Progress */

/** What takes less is not worth a look, in milliseconds. */
const SOON = 300;
/** Where each phase begins and ends on the line. @type {Record<Progress['phase'], [number, number]>} */
const SHARE = { download: [0, 0.6], load: [0.6, 0.7], encode: [0.7, 1] };

export class Hairline {
  #place;
  #bar;
  #timer = 0;
  #words;

  /** @param {HTMLElement} place @param {import('./words.js').Words} words */
  constructor(place, words) {
    this.#place = place;
    this.#words = words;
    this.#bar = make('progress', 'progress', { part: 'progress' });
  }

  /** Better links are on their way: what the style sheet says of sentences without any can wait. */
  begin() {
    this.#place.dataset.state = 'busy';
  }

  /** @param {Progress} progress */
  show({ phase, loaded, total }) {
    this.#bar.ariaLabel = this.#words.progress;
    this.#timer ||= setTimeout(() => this.#place.append(this.#bar), SOON);
    const [from, to] = SHARE[phase];
    if (total) this.#bar.value = from + ((to - from) * loaded) / total;
    else this.#bar.removeAttribute('value');
  }

  end() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#bar.remove();
    delete this.#place.dataset.state;
  }
}
