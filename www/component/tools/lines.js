// Which sentence of a side stands at a height of the window: found by halving, for a page can have ten thousand.

/** @typedef {import('../types.js').Side} Side */

/**
 * The first sentence of a side that ends below a height; the last one where none does.
 *
 * @param {import('../desk.js').Desk} desk
 * @param {Side} side
 * @param {number} height in pixels from the window's upper edge
 * @returns {number | null} its index; null where the side shows no sentences
 */
export function sentenceAt({ sentences }, side, height) {
  const first = sentences?.original({ side, index: 0 });
  if (!sentences || !first?.getClientRects().length) return null;
  let [from, to] = [0, sentences.counts[side] - 1];
  while (from < to) {
    const index = (from + to) >> 1;
    const rect = sentences.original({ side, index })?.getBoundingClientRect();
    if (rect && rect.bottom > height) to = index;
    else from = index + 1;
  }
  return from;
}

/**
 * The sentence at the upper edge of what is seen of the text that comes first, or alone.
 *
 * @param {import('./tools.js').Desk} desk
 * @returns {import('../types.js').Place | null}
 */
export function placeInView(desk) {
  const { layout } = desk;
  const side = /** @type {Side} */ (layout.hides === layout.lead ? 1 - layout.lead : layout.lead);
  const section = layout.section(side);
  const index = section && sentenceAt(desk, side, layout.seen(section).top + 1);
  return index === null ? null : { side, index };
}

/** At which height of the window a sentence's first line begins. @param {Element} element */
export function lineTop(element) {
  return element.getBoundingClientRect().top;
}

/**
 * The height at which a sentence begins in the flow of its text: of two that begin on one line the second is lower, by as much
 * as it stands further on in the line.
 *
 * @param {Element} element @param {Element} pane
 */
export function flowTop(element, pane) {
  const [line] = element.getClientRects();
  if (!line) return lineTop(element);
  const { left, right, width } = pane.getBoundingClientRect();
  const along = getComputedStyle(element).direction === 'rtl' ? right - line.right : line.left - left;
  return line.top + (line.height * Math.max(0, along)) / Math.max(1, width);
}
