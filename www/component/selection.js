// What the reader is pointing at, has in focus, and has pinned. One value, one listener.

import { same } from './sentences.js';

/** @typedef {import('./types.js').Place} Place */
/** @typedef {'hovered' | 'focused' | 'pinned'} Kind */

export class Selection {
  /** To be changed by `set` alone. @type {Place | null} */
  hovered = null;
  /** @type {Place | null} */
  focused = null;
  /** @type {Place | null} */
  pinned = null;
  #changed;

  /** @param {() => void} changed called after every change */
  constructor(changed) {
    this.#changed = changed;
  }

  /** The sentence that is lit: the one pointed at, else the one in focus. */
  get active() {
    return this.hovered ?? this.focused;
  }

  /** @param {Partial<Record<Kind, Place | null>>} patch */
  set(patch) {
    const keys = /** @type {Kind[]} */ (Object.keys(patch));
    if (keys.every((key) => same(patch[key] ?? null, this[key]))) return;
    Object.assign(this, patch);
    this.#changed();
  }

  /** @param {Place} place */
  togglePin(place) {
    this.set({ pinned: same(this.pinned, place) ? null : place });
  }

  letGo() {
    this.set({ hovered: null, focused: null, pinned: null });
  }
}
