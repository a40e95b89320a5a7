// Mouse, pen and touch on the page's own texts: pointing lights a sentence up, a click pins it, a tap does one, then the other. The
// page's links, its buttons and the selection of text are left alone.

import { Aim } from '../aim.js';
import { same } from '../sentences.js';
import { hit } from './hits.js';
import { holds } from './trees.js';

/** @typedef {import('../types.js').Place} Place */

/** What has something else to do with a click. */
const BUSY = 'a, area, button, input, textarea, select, option, label, summary, audio, video, [contenteditable], [role="button"], [role="link"], [onclick]';
/** How far a finger or a mouse may move in a click, in pixels, and how long it may take, in milliseconds. */
const STILL = 8;
const SHORT = 600;

/**
 * @param {import('./companion.js').Companion} page
 * @param {Element[]} texts
 * @param {AbortSignal} signal ends the listening
 */
export function listenToPointing(page, texts, signal) {
  const { selection } = page;
  const around = page.host.ownerDocument;
  const aim = new Aim(selection, () => page.hasCard);
  let frame = 0;
  let last = { x: -1, y: -1 };
  let down = { x: 0, y: 0, time: 0 };

  /** @param {Element} target @param {{x: number, y: number}} point */
  const placeAt = (target, { x, y }) => (page.passages && texts.some((text) => holds(text, target)) ? hit(page.passages, target, x, y) : null);

  /** @param {PointerEvent} event @param {Element[]} path */
  const move = ({ pointerType, clientX: x, clientY: y }, [target]) => {
    // What keys scroll under a pointer at rest is not pointed at.
    if (pointerType === 'touch' || (page.pointerRests && x === last.x && y === last.y)) return;
    page.pointerRests = false;
    last = { x, y };
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      const place = placeAt(target, last);
      if (place || selection.hovered) aim.at(place);
    });
  };

  /** @param {PointerEvent} event @param {Element[]} path */
  const up = ({ pointerType, button, clientX: x, clientY: y, timeStamp, altKey, ctrlKey, metaKey, shiftKey }, path) => {
    if (button > 0 || Math.hypot(x - down.x, y - down.y) > STILL || timeStamp - down.time > SHORT || path.some((at) => at.matches(BUSY))) return;
    const isTouch = pointerType === 'touch';
    const place = placeAt(path[0], { x, y });
    if (!place) {
      if (isTouch) selection.letGo();
    } else if (altKey || ctrlKey || metaKey || shiftKey || around.getSelection()?.isCollapsed === false) {
      return;
    } else if (isTouch && !same(selection.active, place)) selection.set({ hovered: null, focused: place });
    else selection.togglePin(place);
  };

  /** An event is told of in the tree of its target first; the trees around know less of it. @type {WeakSet<Event>} */
  const heard = new WeakSet();
  /** @param {Node} tree @param {'pointermove' | 'pointerup'} type @param {(event: PointerEvent, path: Element[]) => void} then */
  const hear = (tree, type, then) => {
    const listener = (/** @type {Event} */ event) => {
      if (heard.has(event)) return;
      heard.add(event);
      // From what is under the pointer, in whatever tree, to what is around it all.
      const path = /** @type {Element[]} */ (event.composedPath().filter((at) => 'matches' in at));
      if (page.beside && path.includes(page.beside.layer)) aim.hold();
      else then(/** @type {PointerEvent} */ (event), path);
    };
    tree.addEventListener(type, listener, { signal, passive: true });
  };
  for (const tree of new Set([...texts.map((text) => text.getRootNode()), around])) {
    hear(tree, 'pointermove', move);
    hear(tree, 'pointerup', up);
  }
  const press = (/** @type {PointerEvent} */ { clientX: x, clientY: y, timeStamp: time }) => void (down = { x, y, time });
  around.addEventListener('pointerdown', press, { signal, passive: true, capture: true });
  around.addEventListener('pointerout', ({ relatedTarget }) => relatedTarget || aim.at(null), { signal, passive: true });
  signal.addEventListener('abort', () => (cancelAnimationFrame(frame), aim.hold()));
}
