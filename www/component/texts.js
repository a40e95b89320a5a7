// The two texts of the page around that an element is about in place, each in one element or several: those that `left` and `right` name, or those it wraps.

/** What an element may hold beside its texts. */
const BESIDE = 'script, template, style, noscript, [slot="header"], [slot="footer"]';

/** @typedef {[Element[], Element[]]} Texts the elements of the first text and those of the second, in the order of the page */

/**
 * @param {Element} host
 * @returns {Texts | null} nothing where they are not there yet, or no selector finds them
 */
export function ownTexts(host) {
  const selectors = ['left', 'right'].map((name) => host.getAttribute(name));
  if (selectors.some((selector) => selector !== null)) {
    const [left, right] = selectors.map((selector) => (selector ? found(host, selector) : []));
    return left.length && right.length ? [left, right] : null;
  }
  // A foreign word in a text has a language, too.
  const spoken = [...host.querySelectorAll('[lang]')].filter((element) => !element.closest(BESIDE) && !getComputedStyle(element).display.startsWith('inline'));
  const [first, second] = spoken;
  if (spoken.length === 2 && first.getAttribute('lang') !== second.getAttribute('lang') && !first.contains(second)) return [[first], [second]];
  const [one, other] = [...host.children].filter((child) => !child.matches(BESIDE));
  return one && other ? [[one], [other]] : null;
}

/**
 * Tells when one of some texts is no longer there, as where a framework makes them anew.
 *
 * @param {Element[]} texts
 * @param {Node} host in whose tree they are
 * @param {() => void} then
 * @param {AbortSignal} signal ends the watching
 */
export function whenGone(texts, host, then, signal) {
  const observer = new MutationObserver(() => texts.every(({ isConnected }) => isConnected) || then());
  observer.observe(host.getRootNode(), { childList: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect());
}

/** In the element first, then in the tree around it; not what is in another that is found. @param {Element} host @param {string} selector */
function found(host, selector) {
  const tree = /** @type {Document | ShadowRoot | Element} */ (host.getRootNode());
  try {
    const own = host.querySelectorAll(selector);
    return [...(own.length ? own : tree.querySelectorAll(selector))].filter((one) => !one.parentElement?.closest(selector));
  } catch {
    // It is no selector.
    return [];
  }
}
