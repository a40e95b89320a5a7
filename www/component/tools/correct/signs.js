// What the sentences look like while links are corrected: the chosen one, its own bead's, those that are linked with it.

import { Notes } from './notes.js';

/** @typedef {import('../../types.js').Place} Place */
/** @typedef {import('../../types.js').Side} Side */

export class Signs {
  #bench;
  #notes;
  /** @type {HTMLElement[]} */
  #signed = [];

  /** @param {import('../tools.js').Bench} bench */
  constructor(bench) {
    const { desk } = bench;
    this.#bench = bench;
    this.#notes = new Notes(desk, 'joined', desk.words.correct.isLinked);
  }

  /**
   * @param {Place | null} chosen
   * @param {number[]} own the sentences of its bead, itself among them
   * @param {number[]} others those that are linked with it
   */
  show(chosen, own, others) {
    this.#clear();
    const { dataset } = this.#bench.desk.surface.frame;
    // Even to say it once more would make the browser look at all sentences again.
    if (dataset.correcting === undefined) dataset.correcting = '';
    if (!chosen) return;
    const side = /** @type {Side} */ (1 - chosen.side);
    const joined = others.flatMap((index) => this.#bench.elements({ side, index }));
    const partners = own.filter((index) => index !== chosen.index).flatMap((index) => this.#bench.elements({ side: chosen.side, index }));
    const itself = this.#bench.elements(chosen);
    for (const element of joined) element.classList.add('joined');
    for (const element of partners) element.classList.add('partner');
    for (const element of itself) element.setAttribute('aria-current', 'true');
    this.#notes.put(joined);
    this.#signed = [...joined, ...partners, ...itself];
  }

  remove() {
    this.clear();
    this.#notes.remove();
  }

  clear() {
    this.#clear();
    delete this.#bench.desk.surface.frame.dataset.correcting;
  }

  #clear() {
    for (const element of this.#signed) {
      element.classList.remove('joined', 'partner');
      element.removeAttribute('aria-current');
    }
    this.#notes.put([]);
    this.#signed = [];
  }
}
