// Mouse, pen and touch: pointing lights a sentence up, a click pins it, a tap does one, then the other.

import { Aim } from './aim.js';
import { same } from './sentences.js';

/**
 * @param {import('./desk.js').Desk} desk
 * @param {AbortSignal} signal ends the listening
 */
export function listenToPointer(desk, signal) {
  const { selection, surface } = desk;
  const { frame } = surface;
  const aim = new Aim(selection, () => desk.hasCard);
  let touch = false;
  /** @type {import('./types.js').Place | null} what was lit before a tap moved the focus */
  let before = null;
  let down = { x: 0, y: 0 };
  /** Whether the pointer has moved since it was pressed: then text was selected. @param {MouseEvent} event */
  const dragged = (event) => Math.hypot(event.clientX - down.x, event.clientY - down.y) > 6;
  const at = (/** @type {Event} */ event) => desk.sentences?.at(event.target) ?? null;

  /** @type {{x: number, y: number} | null} where the pointer was seen last */
  let last = null;
  /** Whether it has just begun to move again. */
  let woken = false;

  const over = (/** @type {PointerEvent} */ event) => {
    if (event.pointerType === 'touch' || desk.pointerRests) return;
    aim.hold();
    // A card that came by pointing stays while it is pointed at, and what a panel is about stays lit.
    if (event.target instanceof Element && event.target.closest('.peek, [popover]')) return;
    const place = at(event);
    if (place) desk.touched = false;
    aim.at(place);
  };
  frame.addEventListener('pointerover', over, { signal });
  // What keys, a search or a voice scroll under a pointer at rest is not pointed at.
  frame.addEventListener(
    'keydown',
    (event) => {
      desk.pointerRests = true;
      if (at(event)) desk.touched = false;
    },
    { signal, capture: true },
  );
  frame.ownerDocument.addEventListener(
    'pointermove',
    ({ clientX: x, clientY: y }) => {
      woken = desk.pointerRests && (x !== last?.x || y !== last.y);
      if (woken) desk.pointerRests = false;
      last = { x, y };
    },
    { signal, capture: true, passive: true },
  );
  frame.addEventListener('pointermove', (event) => woken && over(event), { signal, passive: true });
  frame.addEventListener('pointerleave', () => aim.at(null), { signal });
  frame.addEventListener(
    'pointerdown',
    (event) => {
      touch = event.pointerType === 'touch';
      if (at(event)) desk.touched = touch;
      before = selection.focused;
      down = { x: event.clientX, y: event.clientY };
    },
    { signal },
  );
  frame.addEventListener(
    'click',
    (event) => {
      if (event.target instanceof Element && event.target.closest('a, button, .peek, .status, .bar, [popover]')) return;
      const place = at(event);
      if (!place) {
        if (touch) selection.letGo();
      } else if (touch && !same(before, place)) {
        selection.set({ hovered: null, focused: place });
      } else if (!dragged(event)) {
        selection.togglePin(place);
      }
    },
    { signal },
  );
}
