// The rendered sentences: from an element to its place and back.

/** @typedef {import('./types.js').Place} Place */
/** @typedef {import('./types.js').Side} Side */

export class Sentences {
  #root;
  /** How many sentences each side has. */
  counts;

  /**
   * @param {ShadowRoot} root
   * @param {Element} page what the core rendered into
   */
  constructor(root, page) {
    this.#root = root;
    this.counts = [0, 1].map((side) => page.querySelectorAll(`[part~="sentence"][data-side="${side}"]`).length);
    for (const side of /** @type {Side[]} */ ([0, 1])) this.enter({ side, index: 0 });
  }

  /** @param {Place} place @returns {HTMLElement | null} */
  element({ side, index }) {
    return this.#root.getElementById(`s${side}-${index}`);
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

  /**
   * Makes a sentence the one that Tab leads to on its side.
   *
   * @param {Place} place
   */
  enter(place) {
    const section = this.#root.querySelector(`section[data-side="${place.side}"]`);
    section?.querySelector('[part~="sentence"][tabindex="0"]')?.setAttribute('tabindex', '-1');
    this.element(place)?.setAttribute('tabindex', '0');
  }
}

/** @param {Place | null} a @param {Place | null} b */
export function same(a, b) {
  return a === b || (a !== null && b !== null && a.side === b.side && a.index === b.index);
}
