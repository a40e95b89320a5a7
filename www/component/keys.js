// The keyboard: arrows move, Enter pins, Esc lets go; the rest are the tools' shortcuts.

import { Crossing } from './crossing.js';

/** @typedef {import('./types.js').Place} Place */
/** @typedef {import('./types.js').Side} Side */

/**
 * @param {import('./desk.js').Desk} desk
 * @param {AbortSignal} signal ends the listening
 */
export function listenToKeys(desk, signal) {
  const { layout, selection, surface } = desk;
  const { frame } = surface;
  let pointing = false;
  const crossing = new Crossing();

  frame.addEventListener('pointerdown', () => (pointing = true), { signal, capture: true });
  // A finger gives the focus after it has been lifted; what it lights then must not move away before the tap has come.
  const lifted = (/** @type {Event} */ event) => {
    if (!(event.type === 'pointerup' && event instanceof PointerEvent && event.pointerType === 'touch')) pointing = false;
  };
  for (const type of ['pointerup', 'pointercancel', 'click', 'keydown']) {
    frame.ownerDocument.addEventListener(type, lifted, { signal, capture: true });
  }
  frame.addEventListener(
    'focusin',
    (event) => {
      const place = desk.sentences?.at(event.target) ?? null;
      if (!place) return;
      desk.sentences?.enter(place);
      if (!pointing) selection.set({ hovered: null, focused: place });
    },
    { signal },
  );
  frame.addEventListener(
    'focusout',
    (event) => {
      const to = event.relatedTarget;
      if (!(to instanceof Node && frame.contains(to))) selection.set({ focused: null });
    },
    { signal },
  );
  frame.addEventListener(
    'keydown',
    (event) => {
      // A panel closes by itself; a message or a sheet is none.
      if (event.defaultPrevented || frame.querySelector('[popover="auto"]:popover-open')) return;
      if (desk.shortcuts?.take(event) || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (event.key === 'Escape') {
        desk.letGo();
        return;
      }
      const place = desk.sentences?.at(event.target) ?? null;
      if (!place || !(event.target instanceof Element) || event.target.closest('a')) return;
      if (event.key === 'Enter' || event.key === ' ') {
        selection.set({ hovered: null, focused: place });
        selection.togglePin(place);
      } else {
        const next = target(event.key, place);
        if (next === undefined) return;
        if (next) go(next);
      }
      event.preventDefault();
    },
    { signal },
  );

  /**
   * Where a key leads; null for nowhere, undefined for a key that means nothing here.
   *
   * @param {string} key
   * @param {Place} place
   * @returns {Place | null | undefined}
   */
  function target(key, { side, index }) {
    const last = (desk.sentences?.counts[side] ?? 0) - 1;
    switch (key) {
      case 'ArrowDown':
        return index < last ? { side, index: index + 1 } : null;
      case 'ArrowUp':
        return index > 0 ? { side, index: index - 1 } : null;
      case 'Home':
        return { side, index: 0 };
      case 'End':
        return { side, index: last };
      case 'ArrowRight':
      case 'ArrowLeft':
        return towards(key) === side ? null : crossing.from({ side, index }, desk.relations);
      default:
        return undefined;
    }
  }

  /** The side that an arrow points to. @param {string} key @returns {Side} */
  function towards(key) {
    const back = (key === 'ArrowLeft') === (getComputedStyle(frame).direction === 'ltr');
    return back === layout.swapped ? 1 : 0;
  }

  /** @param {Place} place */
  function go(place) {
    const element = desk.reach(place);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'nearest' });
  }
}
