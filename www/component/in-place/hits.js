// From the pointer to the sentence under it. The browser tells the nearest letter; whether the pointer is on the sentence at all, and
// not in a margin, its lines tell.

import { treesAround } from './trees.js';

/** @typedef {import('../types.js').Place} Place */
/** @typedef {import('./passages.js').Passages} Passages */

/** How many sentences are looked at where the browser tells no letter, as WebKit in shadow trees. */
const MOST = 200;

/**
 * @param {Passages} passages
 * @param {Element} target what is under the pointer
 * @param {number} x
 * @param {number} y
 * @returns {Place | null}
 */
export function hit(passages, target, x, y) {
  const caret = caretAt(target, x, y);
  // Some browsers tell a letter beside the component whose tree it is in.
  const isThere = caret && caret.node.getRootNode() === target.getRootNode();
  const near = isThere ? passages.between(caret.node, caret.at, caret.at) : within(passages, target);
  return near.find((place) => covers(passages, place, x, y)) ?? null;
}

/** @param {Element} target @param {number} x @param {number} y @returns {{node: Node, at: number} | null} */
function caretAt(target, x, y) {
  const page = /** @type {any} the types know neither the option nor WebKit's own function */ (target.ownerDocument);
  if (page.caretPositionFromPoint) {
    const shadowRoots = treesAround(target).slice(0, -1);
    const position = page.caretPositionFromPoint(x, y, { shadowRoots });
    return position && { node: position.offsetNode, at: position.offset };
  }
  const range = page.caretRangeFromPoint?.(x, y);
  return range && { node: range.startContainer, at: range.startOffset };
}

/** The sentences in an element. @param {Passages} passages @param {Element} element @returns {Place[]} */
function within(passages, element) {
  const places = [];
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node && places.length < MOST; node = walker.nextNode()) {
    places.push(...passages.between(node, 0, /** @type {Text} */ (node).length));
  }
  return places;
}

/** @param {Passages} passages @param {Place} place @param {number} x @param {number} y */
function covers(passages, place, x, y) {
  const passage = passages.element(place);
  const parent = passage?.parent;
  if (!passage || !parent) return false;
  const line = parseFloat(getComputedStyle(parent).lineHeight) || 0;
  return passage.getClientRects().some(({ left, right, top, bottom, height }) => {
    // Lines are as high as the space between them.
    const more = Math.max(2, (line - height) / 2);
    return x >= left - 1 && x <= right + 1 && y >= top - more && y <= bottom + more;
  });
}
