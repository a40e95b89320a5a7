// The two elements of the page that hold the texts, or what is wrong about them.

import { EnFaceError } from '../errors.js';
import { ownTexts } from '../texts.js';

/**
 * @param {HTMLElement} host
 * @returns {[Element, Element]}
 * @throws {EnFaceError} `text-selector`, `text-missing`, `text-overlap`
 */
export function findTexts(host) {
  const [left, right] = ownTexts(host);
  const selectors = ['left', 'right'].map((name) => host.getAttribute(name));
  if (!left || !right) throw new EnFaceError(selectors.every(isSelector) ? 'text-missing' : 'text-selector', new Error(`left="${selectors.join('" right="')}"`));
  // An element that is around the component is around whatever that wraps, too.
  if ([left, right].some((one) => one.contains(host)) || left.contains(right) || right.contains(left)) throw new EnFaceError('text-overlap');
  return [left, right];
}

/** @param {string | null} selector */
function isSelector(selector) {
  try {
    return selector === null || new DocumentFragment().querySelector(selector) === null;
  } catch {
    return false;
  }
}
