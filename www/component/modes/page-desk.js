// A desk for the modes that render a page of their own: with pointer, keys and scrolling, and the element's states told by it.

import { Desk } from '../desk.js';
import { either } from '../either.js';
import { listenToKeys } from '../keys.js';
import { listenToPointer } from '../pointer.js';
import { listenToScrolls } from '../scrolling.js';

/** @typedef {import('./mode.js').Stage} Stage */

/**
 * @param {Stage} stage
 * @returns {{desk: Desk, moved: () => void}} `moved` is to be called when the element stands elsewhere in the document
 */
export function setDesk({ host, root, words, surface, signal, state }) {
  const desk = new Desk(host, root, words, surface);
  listenToPointer(desk, signal);
  listenToKeys(desk, signal);
  desk.layout.watch(surface.hairline, signal);
  const refresh = () => requestAnimationFrame(() => desk.scrolled());
  window.addEventListener('resize', refresh, { signal, passive: true });
  let around = new AbortController();
  const moved = () => {
    around.abort();
    around = new AbortController();
    listenToScrolls(desk, refresh, either(signal, around.signal));
  };
  moved();
  desk.on('begun', () => state('ready', true), signal);
  const link = () => {
    state('linked', true);
    state('by-meaning', desk.byMeaning);
  };
  desk.on('linked', link, signal);
  return { desk, moved };
}
