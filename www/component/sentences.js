// The rendered sentences: from an element to its place and back.

/** @typedef {import('./types.js').Place} Place */
/** @typedef {import('./types.js').Side} Side */

export class Sentences {
  #desk;
  /** @type {(HTMLElement | null)[]} where Tab leads on each side */
  #entrances = [];
  /** How many sentences each side has. */
  counts = [0, 0];

  /** @param {import('./desk.js').Desk} desk */
  constructor(desk) {
    this.#desk = desk;
    this.count();
    for (const side of /** @type {Side[]} */ ([0, 1])) this.enter({ side, index: 0 });
  }

  /** Counts what has been rendered so far. */
  count() {
    const { page } = this.#desk.surface;
    this.counts = [0, 1].map((side) => page.querySelectorAll(`[part~="sentence"][data-side="${side}"]`).length);
  }

  /** The element to look at: where the layout hides the original, a copy if there is one. @param {Place} place */
  element(place) {
    return this.#desk.bench?.copy(place) ?? this.original(place);
  }

  /** What was rendered. @param {Place} place @returns {HTMLElement | null} */
  original({ side, index }) {
    return this.#desk.root.getElementById(`s${side}-${index}`);
  }

  /**
   * The sentence that an event's target lies in.
   *
   * @param {EventTarget | null} target
   * @returns {Place | null}
   */
  at(target) {
    const element = target instanceof Element ? target.closest('[part~="sentence"]') : null;
    if (!(element instanceof HTMLElement)) return null;
    return { side: element.dataset.side === '1' ? 1 : 0, index: Number(element.dataset.index) };
  }

  /** Makes a sentence the one that Tab leads to on its side. @param {Place} place */
  enter(place) {
    const original = this.original(place);
    const before = this.#entrances[place.side];
    if (!original) return;
    if (before) before.tabIndex = -1;
    original.tabIndex = 0;
    this.#entrances[place.side] = original;
  }
}

/** @param {Place | null} a @param {Place | null} b */
export function same(a, b) {
  return a?.side === b?.side && a?.index === b?.index;
}
