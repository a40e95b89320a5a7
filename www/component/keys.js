// The keyboard: arrows move, Enter pins, Esc lets go; the rest are the tools'.

import { Crossing } from './crossing.js';

/** @typedef {import('./types.js').Place} Place */
/** @typedef {import('./types.js').Side} Side */

/** @param {import('./desk.js').Desk} desk */
export function listenToKeys(desk) {
  const { layout, selection, signal } = desk;
  const { frame } = desk.surface;
  const early = { signal, capture: true };
  let pointing = false;
  const crossing = new Crossing();

  frame.addEventListener('pointerdown', () => (pointing = true), early);
  // A finger gives the focus after it has been lifted; what it lights then must not move away before the tap has come.
  const lifted = (/** @type {any} */ { type, pointerType }) => (pointing &&= type === 'pointerup' && pointerType === 'touch');
  for (const type of ['pointerup', 'pointercancel', 'click', 'keydown']) frame.ownerDocument.addEventListener(type, lifted, early);
  frame.addEventListener(
    'focusin',
    (event) => {
      const place = desk.at(event);
      if (!place) return;
      desk.sentences?.enter(place);
      if (!pointing) selection.set({ hovered: null, focused: place });
    },
    { signal },
  );
  frame.addEventListener(
    'focusout',
    ({ relatedTarget }) => frame.contains(/** @type {Node | null} */ (relatedTarget)) || selection.set({ focused: null }),
    { signal },
  );
  frame.addEventListener(
    'keydown',
    (event) => {
      const { key, target } = event;
      if (event.defaultPrevented || desk.bench?.takes(event) || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (key === 'Escape') desk.letGo();
      const place = desk.at(event);
      if (!place || /** @type {Element} */ (target).closest('a')) return;
      const { side, index } = place;
      const last = (desk.sentences?.counts[side] ?? 0) - 1;
      const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: last }[key];
      if (key === 'Enter' || key === ' ') {
        selection.set({ hovered: null, focused: place });
        selection.togglePin(place);
      } else if (to !== undefined) go({ side, index: to });
      else if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
      else if (towards(key) !== side) go(crossing.from(place, desk.relations));
      event.preventDefault();
    },
    { signal },
  );

  /** The side that an arrow points to. @param {string} key @returns {Side} */
  function towards(key) {
    const back = (key === 'ArrowLeft') === (getComputedStyle(frame).direction === 'ltr');
    return back === layout.swapped ? 1 : 0;
  }

  /** @param {Place | null} place be there a sentence or not */
  function go(place) {
    const element = place && desk.reach(place);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'nearest' });
  }
}
