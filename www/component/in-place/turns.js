// Several elements of a page would have their strips in the same corner: one is there at a time, that of the texts where the reader is.

/** The strips that stand in a page, the one where the reader was last before the others. @type {HTMLElement[]} */
let strips = [];

/** @param {HTMLElement} strip something about it has changed @param {boolean} [isHere] the reader is there */
export function takeTurns(strip, isHere = false) {
  strips = [...new Set(isHere ? [strip, ...strips] : [...strips, strip])].filter((one) => one.isConnected);
  // A frame's window has a corner of its own.
  const near = strips.filter((one) => one.ownerDocument === strip.ownerDocument);
  const first = (/** @type {string} */ state) => near.find((one) => one.firstChild && one.matches(state));
  // What is pinned keeps its strip while the pointer crosses other texts on the way there.
  const shown = first(':focus-within') ?? first('[data-open]') ?? first('[data-seen]');
  for (const one of near) one.toggleAttribute('data-away', one !== shown);
}
