// Text to the clipboard, also where the browser's own way is refused: in a frame, over http, by a policy.

import { make } from '../dom.js';

/**
 * @param {string} text
 * @param {import('../desk.js').Desk} desk
 * @returns {Promise<boolean>} whether it is there
 */
export async function copy(text, desk) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text, desk);
  }
}

/**
 * From a field that is selected, as before there was another way. What had the focus gets it back.
 *
 * @param {string} text
 * @param {import('../desk.js').Desk} desk
 */
function copySelected(text, { root, surface }) {
  const before = root.activeElement;
  const field = make('textarea', 'visually-hidden', { readonly: '', tabindex: '-1', 'aria-hidden': 'true' });
  field.value = text;
  surface.frame.append(field);
  try {
    field.select();
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  }
}
