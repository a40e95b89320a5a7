// Mouse, pen and touch: pointing lights a sentence up, a click pins it, a tap does one, then the other.

import { same } from './sentences.js';

/** @typedef {import('./selection.js').Selection} Selection */
/** @typedef {import('./sentences.js').Sentences} Sentences */

/** How long the light stays on when the pointer is between two sentences, in milliseconds. */
const LINGER = 160;

/**
 * @param {HTMLElement} page
 * @param {() => Sentences | null} sentences
 * @param {Selection} selection
 * @param {AbortSignal} signal ends the listening
 */
export function listenToPointer(page, sentences, selection, signal) {
  let timer = 0;
  let touch = false;
  /** @type {import('./types.js').Place | null} what was lit before a tap moved the focus */
  let before = null;
  const at = (/** @type {Event} */ event) => sentences()?.at(event.target) ?? null;

  page.addEventListener(
    'pointerover',
    (event) => {
      if (event.pointerType === 'touch') return;
      clearTimeout(timer);
      const place = at(event);
      if (place) selection.set({ hovered: place });
      else timer = setTimeout(() => selection.set({ hovered: null }), LINGER);
    },
    { signal },
  );
  page.addEventListener(
    'pointerleave',
    () => {
      clearTimeout(timer);
      timer = setTimeout(() => selection.set({ hovered: null }), LINGER);
    },
    { signal },
  );
  page.addEventListener(
    'pointerdown',
    (event) => {
      touch = event.pointerType === 'touch';
      before = selection.focused;
    },
    { signal },
  );
  page.addEventListener(
    'click',
    (event) => {
      if (event.target instanceof Element && event.target.closest('a')) return;
      const place = at(event);
      if (!place) {
        if (touch) selection.letGo();
      } else if (touch && !same(before, place)) {
        selection.set({ hovered: null, focused: place });
      } else if (document.getSelection()?.isCollapsed ?? true) {
        selection.togglePin(place);
      }
    },
    { signal },
  );
}
