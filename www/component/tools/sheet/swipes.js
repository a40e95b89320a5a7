// A finger's movements over an element: sideways or down, followed while they last. Whatever they do, a button does too.

/** How far a finger goes before it is clear where to, and before it has done it, in pixels. */
const CLEAR = 10;
const DONE = 56;

/** @typedef {'left' | 'right' | 'down'} Way */

/**
 * @param {HTMLElement} element
 * @param {{follow: (x: number, y: number) => void, swiped: (way: Way) => void, may: (event: PointerEvent) => boolean}} what
 *   `follow` hears how far the element is to go along, and 0, 0 when the finger has left; `may` whether it may go down
 * @param {AbortSignal} signal
 */
export function listenToSwipes(element, { follow, swiped, may }, signal) {
  /** @type {{id: number, x: number, y: number, down: boolean, axis: 'x' | 'y' | null} | null} */
  let finger = null;

  /** @param {PointerEvent} event */
  const way = (event) => {
    if (!finger || finger.id !== event.pointerId) return null;
    const x = event.clientX - finger.x;
    const y = event.clientY - finger.y;
    if (Math.hypot(x, y) > CLEAR) finger.axis ??= Math.abs(x) > Math.abs(y) ? 'x' : 'y';
    if (finger.axis === 'x') return { x, y: 0 };
    return finger.axis === 'y' && finger.down ? { x: 0, y: Math.max(0, y) } : { x: 0, y: 0 };
  };
  element.addEventListener(
    'pointerdown',
    (event) => {
      if (event.pointerType !== 'touch' || !event.isPrimary) return;
      finger = { id: event.pointerId, x: event.clientX, y: event.clientY, down: may(event), axis: null };
    },
    { signal },
  );
  element.addEventListener(
    'pointermove',
    (event) => {
      const gone = way(event);
      if (gone) follow(gone.x, gone.y);
    },
    { signal },
  );
  element.addEventListener(
    'pointerup',
    (event) => {
      const gone = way(event);
      finger = null;
      if (!gone) return;
      follow(0, 0);
      if (Math.abs(gone.x) > DONE) swiped(gone.x < 0 ? 'left' : 'right');
      else if (gone.y > DONE) swiped('down');
    },
    { signal },
  );
  element.addEventListener(
    'pointercancel',
    () => {
      if (finger) follow(0, 0);
      finger = null;
    },
    { signal },
  );
}
