// Clicks and taps on sentences, and the space bar, taken by a mode before they mean what they mean elsewhere; pointing means
// nothing meanwhile.

/** Farther than this, in pixels, a press was no click but has selected text. */
const DRAGGED = 6;

/**
 * @param {import('../../desk.js').Desk} desk
 * @param {(place: import('../../types.js').Place) => void} press
 * @param {AbortSignal} signal ends it
 */
export function takePresses(desk, press, signal) {
  const { page } = desk.surface;
  let down = { x: 0, y: 0 };
  const at = (/** @type {Event} */ { target }) => {
    const other = target instanceof Element && target.closest('a, button, [popover]');
    return other ? null : (desk.sentences?.at(target) ?? null);
  };
  const options = { signal, capture: true };
  page.addEventListener('pointerover', (event) => event.stopPropagation(), options);
  page.addEventListener('pointerdown', ({ clientX, clientY }) => (down = { x: clientX, y: clientY }), options);
  page.addEventListener(
    'click',
    (event) => {
      const place = at(event);
      if (!place) return;
      event.stopPropagation();
      // A click that assistive technology makes has no press before it, and no place.
      const dragged = event.detail > 0 && Math.hypot(event.clientX - down.x, event.clientY - down.y) > DRAGGED;
      if (!dragged) press(place);
    },
    options,
  );
  page.addEventListener(
    'keydown',
    (event) => {
      const place = event.key === ' ' ? at(event) : null;
      if (!place) return;
      event.preventDefault();
      press(place);
    },
    options,
  );
}
