// What the modes have in common that render a page of their own: a desk with pointer, keys and scrolling.

import { Desk } from '../desk.js';
import { listenToKeys } from '../keys.js';
import { listenToPointer } from '../pointer.js';
import { listenToScrolls } from '../scrolling.js';

/** @typedef {import('./mode.js').Stage} Stage */
/** @typedef {import('../types.js').Saved} Saved */

export class PageMode {
  /** Ends the listening to what scrolls around the element. */
  #around = new AbortController();

  /** @param {Stage} stage @param {ConstructorParameters<typeof Desk>[1]} layout */
  constructor(stage, layout) {
    const { signal } = stage;
    this.stage = stage;
    this.desk = new Desk(stage, layout);
    listenToPointer(this.desk, signal);
    listenToKeys(this.desk, signal);
    this.desk.layout.watch(signal);
    signal.addEventListener('abort', () => this.#around.abort(), { once: true });
    this.moved();
  }

  /** The element stands elsewhere in the document. */
  moved() {
    this.#around.abort();
    this.#around = new AbortController();
    const refresh = () => requestAnimationFrame(() => this.desk.card.refresh());
    listenToScrolls(this.desk, refresh, this.#around.signal);
  }

  get alignment() {
    return this.desk.alignment;
  }

  /** @returns {Saved | null} */
  get corrections() {
    return (this.desk.bench ?? this.desk).corrections;
  }

  set corrections(saved) {
    (this.desk.bench ?? this.desk).corrections = saved;
  }

  /** @param {string} attribute */
  changed(attribute) {
    if (attribute === 'layout') this.desk.layout.settle();
  }

  forget() {
    this.desk.forget();
  }
}
