// The two texts of the page around that an element is about in place: those that `left` and `right` name, or those it wraps.

/** What an element may hold beside its texts. */
const BESIDE = 'script, template, style, noscript, [slot="header"], [slot="footer"]';

/**
 * @param {Element} host
 * @returns {Element[]} two, in their order on the element; fewer where they are not there yet, or no selector finds them
 */
export function ownTexts(host) {
  const selectors = ['left', 'right'].map((name) => host.getAttribute(name));
  if (selectors.some((selector) => selector !== null)) {
    return selectors.flatMap((selector) => (selector ? found(host, selector) ?? [] : []));
  }
  const spoken = [...host.querySelectorAll('[lang]')].filter((element) => !element.closest(BESIDE));
  const [first, second] = spoken;
  if (spoken.length === 2 && first.getAttribute('lang') !== second.getAttribute('lang') && !first.contains(second)) return spoken;
  return [...host.children].filter((child) => !child.matches(BESIDE)).slice(0, 2);
}

/** In the element first, then in the tree around it. @param {Element} host @param {string} selector */
function found(host, selector) {
  const tree = /** @type {Document | ShadowRoot | Element} */ (host.getRootNode());
  try {
    return host.querySelector(selector) ?? tree.querySelector(selector);
  } catch {
    // It is no selector.
    return null;
  }
}
