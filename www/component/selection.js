// What the reader is pointing at, has in focus, and has pinned. One value, one listener.

import { same } from './sentences.js';

/** @typedef {import('./types.js').Place} Place */
/** @typedef {{hovered: Place | null, focused: Place | null, pinned: Place | null}} State */

export class Selection {
  /** @type {State} */
  #state = { hovered: null, focused: null, pinned: null };
  #changed;

  /** @param {() => void} changed called after every change */
  constructor(changed) {
    this.#changed = changed;
  }

  get pinned() {
    return this.#state.pinned;
  }

  get hovered() {
    return this.#state.hovered;
  }

  get focused() {
    return this.#state.focused;
  }

  /** The sentence that is lit: the one pointed at, else the one in focus. */
  get active() {
    return this.#state.hovered ?? this.#state.focused;
  }

  /** @param {Partial<State>} patch */
  set(patch) {
    const next = { ...this.#state, ...patch };
    const keys = /** @type {(keyof State)[]} */ (Object.keys(patch));
    if (keys.every((key) => same(next[key], this.#state[key]))) return;
    this.#state = next;
    this.#changed();
  }

  /** @param {Place} place */
  togglePin(place) {
    this.set({ pinned: same(this.#state.pinned, place) ? null : place });
  }

  letGo() {
    this.set({ hovered: null, focused: null, pinned: null });
  }
}
