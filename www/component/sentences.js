// The rendered sentences: from an element to its place and back. A layout may show copies of some.

/** @typedef {import('./types.js').Place} Place */
/** @typedef {import('./types.js').Side} Side */

export class Sentences {
  #root;
  #layout;
  /** @type {Map<string, HTMLElement[]>} by the original's id */
  #copies = new Map();
  /** @type {[HTMLElement | null, HTMLElement | null]} where Tab leads on each side */
  #entrances = [null, null];
  /** How many sentences each side has. */
  counts;

  /**
   * @param {ShadowRoot} root
   * @param {Element} page what the core rendered into
   * @param {import('./layout.js').Layout} layout
   */
  constructor(root, page, layout) {
    this.#root = root;
    this.#layout = layout;
    this.counts = [0, 1].map((side) => page.querySelectorAll(`[part~="sentence"][data-side="${side}"]`).length);
    for (const side of /** @type {Side[]} */ ([0, 1])) this.enter({ side, index: 0 });
  }

  /** The element to look at: where the layout hides the original, a copy if there is one. @param {Place} place */
  element(place) {
    const original = this.original(place);
    return (this.#layout.hides === place.side && original && this.#copies.get(original.id)?.[0]) || original;
  }

  /** What the core rendered. @param {Place} place @returns {HTMLElement | null} */
  original({ side, index }) {
    return this.#root.getElementById(`s${side}-${index}`);
  }

  /** The original and its copies. @param {Place} place @returns {HTMLElement[]} */
  elements(place) {
    const original = this.original(place);
    return original ? [original, ...(this.#copies.get(original.id) ?? [])] : [];
  }

  /** Another element for a sentence, which is lit, pinned and gone to like the original. @param {Place} place */
  copy(place) {
    const original = this.original(place);
    if (!original) return null;
    const copy = /** @type {HTMLElement} */ (original.cloneNode(true));
    copy.removeAttribute('id');
    copy.tabIndex = -1;
    this.#copies.set(original.id, [...(this.#copies.get(original.id) ?? []), copy]);
    return copy;
  }

  /** Takes copies away. @param {Element} within what they stand in */
  drop(within) {
    for (const [id, copies] of this.#copies) {
      const left = copies.filter((copy) => !within.contains(copy));
      for (const copy of copies) if (!left.includes(copy)) copy.remove();
      if (left.length) this.#copies.set(id, left);
      else this.#copies.delete(id);
    }
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
