// When an element starts, and when it looks again: near what is seen, in print, when the parser is through, when its children change.

import { inlineScript } from './choice.js';

/** How far off the screen, in heights of what is seen. */
const MARGIN = '100%';

/** What changes in a tree. */
const TREE = { childList: true, subtree: true };

/**
 * @param {Element[]} places what has to come near: one of them
 * @param {() => void} start ends the waiting
 * @param {AbortSignal} signal ends it too
 */
export function whenNear(places, start, signal) {
  // Of what scrolls around it, too, where the browser knows `scrollMargin`; else it starts when that shows it.
  const options = /** @type {IntersectionObserverInit} */ ({ rootMargin: MARGIN, scrollMargin: MARGIN });
  // What was noticed before the end may be told after it.
  const observer = new IntersectionObserver((entries) => !signal.aborted && entries.some(({ isIntersecting }) => isIntersecting) && start(), options);
  for (const place of places) observer.observe(place);
  window.addEventListener('beforeprint', start, { signal });
  signal.addEventListener('abort', () => observer.disconnect());
}

/** Whether all that an element holds is there, though the page may still be arriving. @param {Node} element */
export function isParsed(element) {
  if (element.ownerDocument?.readyState !== 'loading') return true;
  for (let at = /** @type {Node | null} */ (element); at; at = at.parentNode) if (at.nextSibling) return true;
  return false;
}

/**
 * Waits until all that an element holds is there, if it is not.
 *
 * @param {Node} element
 * @param {() => void} then called once, or twice at the page's end
 * @param {AbortSignal} signal ends the waiting
 */
export function whenParsed(element, then, signal) {
  if (isParsed(element)) return;
  const look = () => {
    if (!isParsed(element)) return;
    observer.disconnect();
    then();
  };
  const document = /** @type {Document} */ (element.ownerDocument);
  const observer = watch(document, TREE, look, signal);
  document.addEventListener('readystatechange', look, { signal });
}

/**
 * Tells of children that come and go, and of an inline script's text.
 *
 * @param {HTMLElement} host
 * @param {() => void} changed
 * @param {AbortSignal} signal ends the watching
 */
export function watchChildren(host, changed, signal) {
  const look = (/** @type {MutationRecord[]} */ records) => records.some(({ target }) => target === host || inlineScript(host)?.contains(target)) && changed();
  watch(host, { ...TREE, characterData: true }, look, signal);
}

/** @param {Node} node @param {MutationObserverInit} what @param {MutationCallback} then @param {AbortSignal} signal ends the watching */
function watch(node, what, then, signal) {
  const observer = new MutationObserver(then);
  observer.observe(node, what);
  signal.addEventListener('abort', () => observer.disconnect());
  return observer;
}
