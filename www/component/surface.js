// The element's own parts in its shadow tree: slots, and the frame with everything that it shows itself.

import { make } from './dom.js';

/** @typedef {import('./modes/mode.js').Surface} Surface */
/** @typedef {Surface & {status: HTMLElement, slot: HTMLSlotElement}} Parts with what stands in place of a page, and the slot of what the element holds */

/** @param {ShadowRoot} root @returns {Parts} */
export function furnish(root) {
  const parts = {
    frame: make('div', 'frame', { part: 'frame' }),
    hairline: make('div', 'hairline'),
    bar: make('div', 'bar', { part: 'bar' }),
    status: make('div', 'status', { part: 'status', role: 'status' }),
    page: make('div', 'page', { part: 'page' }),
    notice: make('div', 'notice', { part: 'notice', role: 'status' }),
    live: make('div', 'visually-hidden', { 'aria-live': 'polite' }),
    docks: { above: make('div', 'dock above'), below: make('div', 'dock below') },
    slot: make('slot', 'own'),
  };
  const { frame, hairline, bar, status, page, notice, live, docks } = parts;
  frame.append(hairline, bar, docks.above, status, page, notice, docks.below, live);
  root.append(make('slot', 'header', { name: 'header' }), parts.slot, frame, make('slot', 'footer', { name: 'footer' }));
  return parts;
}

/** What speaks in the interface's own words says in which language. @param {Parts} parts @param {string} lang */
export function speakIn({ hairline, bar, status, notice, live, docks }, lang) {
  for (const part of [hairline, bar, docks.above, status, notice, docks.below, live]) part.lang = lang;
}
