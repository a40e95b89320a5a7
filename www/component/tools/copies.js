// Copies of sentences that a layout shows beside the originals, or in their place: they are lit, pinned and gone to like these.

/** @typedef {import('../types.js').Place} Place */

export class Copies {
  /** The one to look at first. @type {Map<string, HTMLElement[]>} */
  #all = new Map();

  /** @param {Place} place */
  of({ side, index }) {
    return this.#all.get(`${side}-${index}`) ?? [];
  }

  /** Another element for a sentence. @param {Place} place @param {HTMLElement} original */
  add(place, original) {
    const copy = /** @type {HTMLElement} */ (original.cloneNode(true));
    copy.removeAttribute('id');
    copy.tabIndex = -1;
    // What is lit now lights up anew.
    copy.part.remove('active', 'counterpart', 'best', 'pinned');
    this.#all.set(keyOf(copy), [...this.of(place), copy]);
    return copy;
  }

  /** Makes a copy the one to look at. @param {HTMLElement} copy */
  prefer(copy) {
    const others = this.#all.get(keyOf(copy))?.filter((one) => one !== copy);
    if (others) this.#all.set(keyOf(copy), [copy, ...others]);
  }

  /** Forgets copies that are about to go. @param {Element[]} boxes what they stand in */
  drop(boxes) {
    for (const copy of boxes.flatMap((box) => [...box.querySelectorAll('[part~="sentence"]')])) {
      const key = keyOf(/** @type {HTMLElement} */ (copy));
      const left = this.#all.get(key)?.filter((one) => one !== copy) ?? [];
      if (left.length) this.#all.set(key, left);
      else this.#all.delete(key);
    }
  }
}

/** @param {HTMLElement} copy */
function keyOf({ dataset: { side, index } }) {
  return `${side}-${index}`;
}
