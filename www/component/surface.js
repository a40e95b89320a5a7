// The element's own parts in its shadow tree: slots, and the frame with everything that it shows itself.

import { make, part } from './dom.js';

/** @typedef {import('./modes/mode.js').Surface} Surface */
/** @typedef {Surface & {status: HTMLElement, slot: HTMLSlotElement}} Parts with what stands in place of a page, and the slot of what the element holds */

/** @param {ShadowRoot} root @returns {Parts} */
export function furnish(root) {
  const frame = part('div', 'frame');
  const hairline = make('div', 'hairline');
  const bar = part('div', 'bar');
  const docks = { above: make('div', 'dock above'), below: make('div', 'dock below') };
  const status = part('div', 'status', { role: 'status' });
  const page = part('div', 'page');
  const notice = part('div', 'notice', { role: 'status' });
  const live = make('div', 'visually-hidden', { 'aria-live': 'polite' });
  const slot = make('slot', 'own');
  frame.append(hairline, bar, docks.above, status, page, notice, docks.below, live);
  root.append(make('slot', 'header', { name: 'header' }), slot, frame, make('slot', 'footer', { name: 'footer' }));
  return { frame, hairline, bar, docks, status, page, notice, live, slot };
}
