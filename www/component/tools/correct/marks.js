// A quiet mark on every sentence that the reader has decided about, with words for who can't see it.

import { Notes } from './notes.js';

/** @typedef {import('../../types.js').Alignment} Alignment */
/** @typedef {import('../../types.js').Place} Place */

export class CorrectedMarks {
  #bench;
  #notes;
  /** @type {HTMLElement[]} */
  #marked = [];

  /** @param {import('../tools.js').Bench} bench */
  constructor(bench) {
    const { desk, signal } = bench;
    this.#bench = bench;
    this.#notes = new Notes(desk, 'corrected', desk.words.correct.by);
    signal.addEventListener(
      'abort',
      () => {
        this.#clear();
        this.#notes.remove();
      },
      { once: true },
    );
  }

  refresh() {
    this.#clear();
    const { alignment, words } = this.#bench.desk;
    if (!alignment) return;
    this.#marked = decided(alignment).flatMap((place) => this.#bench.elements(place));
    for (const element of this.#marked) {
      element.part.add('corrected');
      element.title = words.correct.by;
    }
    this.#notes.put(this.#marked);
  }

  #clear() {
    for (const element of this.#marked) {
      element.part.remove('corrected');
      element.removeAttribute('title');
    }
    this.#notes.put([]);
    this.#marked = [];
  }
}

/** The sentences that were decided about; an original of a summary only where it was itself. @param {Alignment} alignment */
function decided({ regime, corrections = [] }) {
  return corrections.flatMap(({ left, right }) => {
    const rights = regime === 'summary' && left.length ? [] : right;
    return [
      ...left.map((index) => /** @type {Place} */ ({ side: 0, index })),
      ...rights.map((index) => /** @type {Place} */ ({ side: 1, index })),
    ];
  });
}
