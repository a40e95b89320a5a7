// Copies of sentences that a layout shows beside the originals: they are lit, pinned and gone to like these.

/** @typedef {import('../../sentences.js').Sentences} Sentences */

/** Another element for a sentence. @param {Sentences} sentences @param {import('../../types.js').Place} place */
export function copyOf(sentences, place) {
  const original = sentences.original(place);
  if (!original) return null;
  const copy = /** @type {HTMLElement} */ (original.cloneNode(true));
  copy.removeAttribute('id');
  copy.tabIndex = -1;
  // What is lit now lights up anew.
  copy.part.remove('active', 'counterpart', 'best', 'pinned');
  sentences.copies.set(original.id, [...(sentences.copies.get(original.id) ?? []), copy]);
  return copy;
}

/** Makes a copy the one to look at. @param {Sentences} sentences @param {HTMLElement} copy */
export function prefer({ copies }, copy) {
  const all = copies.get(idOf(copy));
  if (all) copies.set(idOf(copy), [copy, ...all.filter((one) => one !== copy)]);
}

/** Forgets copies that are about to go. @param {Sentences} sentences @param {Element[]} boxes what they stand in */
export function drop({ copies }, boxes) {
  for (const copy of boxes.flatMap((box) => [...box.querySelectorAll('[part~="sentence"]')])) {
    const id = idOf(/** @type {HTMLElement} */ (copy));
    const left = copies.get(id)?.filter((one) => one !== copy) ?? [];
    if (left.length) copies.set(id, left);
    else copies.delete(id);
  }
}

/** @param {HTMLElement} copy */
function idOf({ dataset: { side, index } }) {
  return `s${side}-${index}`;
}
