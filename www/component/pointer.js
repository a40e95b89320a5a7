// Mouse, pen and touch: pointing lights a sentence up, a click pins it, a tap does one, then the other.

import { Aim } from './aim.js';
import { same } from './sentences.js';

/** How far a pointer may move that clicks, in pixels: farther, and it has selected text. */
const SLACK = 6;

/** @param {import('./desk.js').Desk} desk */
export function listenToPointer(desk) {
  const { selection, signal } = desk;
  const { frame } = desk.surface;
  const early = { signal, capture: true };
  const aim = new Aim(selection, () => desk.card.isShown);
  /** @type {PointerEvent | undefined} the last press */
  let down;
  /** @type {PointerEvent | undefined} where the pointer was seen last */
  let last;
  /** Whether it has just begun to move again. */
  let woken = false;

  const over = (/** @type {PointerEvent} */ event) => {
    if (event.pointerType === 'touch' || desk.pointerRests) return;
    aim.hold();
    // A card that came by pointing stays while it is pointed at, and what a panel is about stays lit.
    if (!isIn(event, '.peek, [popover]')) aim.at(desk.at(event));
  };
  frame.addEventListener('pointerover', over, { signal });
  // What keys, a search or a voice scroll under a pointer at rest is not pointed at.
  frame.addEventListener('keydown', () => (desk.pointerRests = true), early);
  frame.ownerDocument.addEventListener(
    'pointermove',
    (event) => {
      woken = desk.pointerRests && !isAt(last, event, 0);
      if (woken) desk.pointerRests = false;
      last = event;
    },
    early,
  );
  frame.addEventListener('pointermove', (event) => woken && over(event), { signal });
  frame.addEventListener('pointerleave', () => aim.at(null), { signal });
  frame.addEventListener('pointerdown', (event) => (down = event), { signal });
  frame.addEventListener(
    'click',
    (event) => {
      if (isIn(event, 'a, button, .peek, .status, .bar, [popover]')) return;
      const place = desk.at(event);
      const isTouch = down?.pointerType === 'touch';
      if (!place) {
        if (isTouch) selection.letGo();
      } else if (isTouch && !same(selection.focused, place)) selection.set({ hovered: null, focused: place });
      else if (!down || isAt(down, event, SLACK)) selection.togglePin(place);
    },
    { signal },
  );
}

/** @param {Event} event @param {string} selector of what it may come from */
function isIn({ target }, selector) {
  return target instanceof Element && target.closest(selector);
}

/** @param {MouseEvent | undefined} before @param {MouseEvent} event @param {number} slack in pixels */
function isAt(before, event, slack) {
  return before && Math.hypot(event.clientX - before.clientX, event.clientY - before.clientY) <= slack;
}
