// The elements of the page that hold the texts, or what is wrong about them.

import { EnFaceError } from '../errors.js';
import { ownTexts } from '../texts.js';

/**
 * @param {HTMLElement} host
 * @returns {import('../texts.js').Texts}
 * @throws {EnFaceError} `text-selector`, `text-missing`, `text-overlap`
 */
export function findTexts(host) {
  const texts = ownTexts(host);
  const selectors = ['left', 'right'].map((name) => host.getAttribute(name));
  if (!texts) throw new EnFaceError(selectors.every(isSelector) ? 'text-missing' : 'text-selector', new Error(`left="${selectors.join('" right="')}"`));
  const [left, right] = texts.map((elements) => new Set(elements));
  const isIn = (/** @type {Element | null} */ at, /** @type {Set<Element>} */ others) => {
    for (; at; at = at.parentElement) if (others.has(at)) return true;
    return false;
  };
  // An element that is around the component is around whatever that wraps, too.
  const overlap = isIn(host, left) || isIn(host, right) || texts[0].some((one) => isIn(one, right)) || texts[1].some((one) => isIn(one, left));
  if (overlap) throw new EnFaceError('text-overlap');
  return texts;
}

/** @param {string | null} selector */
function isSelector(selector) {
  try {
    return selector === null || new DocumentFragment().querySelector(selector) === null;
  } catch {
    return false;
  }
}
