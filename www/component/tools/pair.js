// A sentence and its counterparts, as the reader sees them.

/** @typedef {import('../types.js').Alignment} Alignment */
/** @typedef {import('../types.js').Place} Place */
/** @typedef {import('../types.js').Side} Side */

/** The sentence that a tool is asked about: the one that is lit, else the one that is pinned. @param {import('../desk.js').Desk} desk */
export function chosen({ selection }) {
  return selection.active ?? selection.pinned;
}

/** @param {import('../desk.js').Desk} desk @param {Place} place @returns {Place[]} in reading order */
export function counterparts({ relations }, place) {
  const side = /** @type {Side} */ (1 - place.side);
  return (relations?.of(place)?.others ?? []).map((index) => ({ side, index }));
}

/** A sentence's text without markup. @param {Alignment} alignment @param {Place} place */
export function shown({ sides }, { side, index }) {
  const { text, runs = [] } = sides[side].sentences[index];
  return runs.length ? runs.map((run) => run.text).join('') : text;
}
