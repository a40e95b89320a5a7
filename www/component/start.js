// When an element starts, and when it looks again: near what is seen, in print, when the parser is through, when its children change.

import { inlineScript } from './choice.js';
import { either } from './either.js';

/** How far off the screen, in heights of what is seen. */
const MARGIN = '100%';

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
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}

/**
 * Tells when one of some places is no longer there, as where a framework makes them anew.
 *
 * @param {Element[]} places
 * @param {Node} host in whose tree they are
 * @param {() => void} then
 * @param {AbortSignal} signal ends the watching
 */
export function whenGone(places, host, then, signal) {
  const observer = new MutationObserver(() => places.every(({ isConnected }) => isConnected) || then());
  observer.observe(host.getRootNode(), { childList: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}

/** Whether all that an element holds is there, though the page may still be arriving. @param {Node} element */
export function isParsed(element) {
  if (element.ownerDocument?.readyState !== 'loading') return true;
  for (let at = /** @type {Node | null} */ (element); at; at = at.parentNode) if (at.nextSibling) return true;
  return false;
}

/**
 * Waits until all that an element holds is there.
 *
 * @param {Node} element
 * @param {() => void} then called once
 * @param {AbortSignal} signal ends the waiting
 */
export function whenParsed(element, then, signal) {
  const over = new AbortController();
  const look = () => {
    if (!isParsed(element)) return;
    over.abort();
    then();
  };
  const observer = new MutationObserver(look);
  const ended = either(signal, over.signal);
  const document = /** @type {Document} */ (element.ownerDocument);
  observer.observe(document, { childList: true, subtree: true });
  document.addEventListener('readystatechange', look, { signal: ended });
  ended.addEventListener('abort', () => observer.disconnect(), { once: true });
}

/**
 * Tells of children that come and go, and of an inline script's text.
 *
 * @param {HTMLElement} host
 * @param {() => void} changed
 * @param {AbortSignal} signal ends the watching
 */
export function watchChildren(host, changed, signal) {
  const observer = new MutationObserver(() => {
    observe();
    changed();
  });
  const observe = () => {
    observer.observe(host, { childList: true });
    const script = inlineScript(host);
    if (script) observer.observe(script, { childList: true, characterData: true, subtree: true });
  };
  observe();
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
