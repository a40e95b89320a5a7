// The rendered sentences: from an element to its place and back. A layout may show copies of some.

/** @typedef {import('./types.js').Place} Place */
/** @typedef {import('./types.js').Side} Side */

export class Sentences {
  #root;
  #page;
  #layout;
  /** Those that a layout shows, by the original's id: `tools/layouts/copies.js`. @type {Map<string, HTMLElement[]>} */
  copies = new Map();
  /** @type {[HTMLElement | null, HTMLElement | null]} where Tab leads on each side */
  #entrances = [null, null];
  /** How many sentences each side has. */
  counts = [0, 0];

  /**
   * @param {ShadowRoot} root
   * @param {Element} page what the core rendered into
   * @param {import('./layout.js').Layout} layout
   */
  constructor(root, page, layout) {
    this.#root = root;
    this.#page = page;
    this.#layout = layout;
    this.count();
    for (const side of /** @type {Side[]} */ ([0, 1])) this.enter({ side, index: 0 });
  }

  /** Counts what the core has rendered so far. */
  count() {
    this.counts = [0, 1].map((side) => this.#page.querySelectorAll(`[part~="sentence"][data-side="${side}"]`).length);
  }

  /** The element to look at: where the layout hides the original, a copy if there is one. @param {Place} place */
  element(place) {
    const original = this.original(place);
    return (this.#layout.hides === place.side && original && this.copies.get(original.id)?.[0]) || original;
  }

  /** The language of the text that a sentence is seen in. @param {Place} place */
  lang(place) {
    return this.element(place)?.closest('section, .fold-body')?.getAttribute('lang') ?? '';
  }

  /** What the core rendered. @param {Place} place @returns {HTMLElement | null} */
  original({ side, index }) {
    return this.#root.getElementById(`s${side}-${index}`);
  }

  /** The original and its copies. @param {Place} place @returns {HTMLElement[]} */
  elements(place) {
    const original = this.original(place);
    return original ? [original, ...(this.copies.get(original.id) ?? [])] : [];
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
    const original = this.original(place);
    if (!original) return;
    this.#entrances[place.side]?.setAttribute('tabindex', '-1');
    original.tabIndex = 0;
    this.#entrances[place.side] = original;
  }
}

/** @param {Place | null} a @param {Place | null} b */
export function same(a, b) {
  return a === b || (a !== null && b !== null && a.side === b.side && a.index === b.index);
}
