// What scrolls around the component's parts, also where other components around it have shadow trees of their own.

/** What scrolls an element: the nearest thing around it that can, at last the document. @param {Element} element @returns {Element} */
export function scroller(element) {
  for (let at = /** @type {Element | null} */ (element); at; at = around(at)) {
    if (at.scrollHeight > at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  const { scrollingElement, documentElement } = element.ownerDocument;
  return scrollingElement ?? documentElement;
}

/** @param {Element} element @returns {Element | null} */
function around(element) {
  const { assignedSlot, parentElement, parentNode } = element;
  return assignedSlot ?? parentElement ?? /** @type {Partial<ShadowRoot> | null} */ (parentNode)?.host ?? null;
}

/**
 * Hears whatever scrolls in the component or around it. The window does not hear of what scrolls within a shadow tree.
 *
 * @param {{host: Element, root: ShadowRoot}} component
 * @param {(event: Event) => void} listener
 * @param {AbortSignal} signal ends the listening
 */
export function listenToScrolls({ host, root }, listener, signal) {
  /** @type {Set<Node>} */
  const places = new Set([root]);
  for (let at = /** @type {Element | null} */ (host); at; at = around(at)) places.add(at.getRootNode());
  for (const place of places) place.addEventListener('scroll', listener, { signal, capture: true, passive: true });
}

/** Whether the reader wants nothing to move. */
export function isStill() {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
