// Notices when the page changes what the two texts say: an editor's correction, a paywall that opens, another page in a site that
// never reloads.

import { holds, treesAround } from './trees.js';

/** How long changes are gathered, in milliseconds. */
const GATHER = 200;
/** Attributes that show or hide something, say its language, or make it another element than was looked for. */
const ATTRIBUTES = ['class', 'id', 'style', 'hidden', 'lang', 'open', 'aria-hidden', 'data-enface-skip', 'slot'];

/**
 * @param {Element} host
 * @param {() => Element[]} texts those that are read now
 * @param {() => void} changed called some time after a change that may matter
 * @param {AbortSignal} signal ends the watching
 * @returns {(trees: Node[]) => void} has further trees watched: those of other components in the texts
 */
export function watchTexts(host, texts, changed, signal) {
  let timer = 0;
  const soon = () => (timer ||= setTimeout(() => ((timer = 0), changed()), GATHER));
  const matters = (/** @type {MutationRecord} */ { type, target }) =>
    // Elements that come or go may be what the selectors look for.
    type === 'childList' || !texts().length || texts().some((text) => holds(text, target) || holds(target, text));
  const observer = new MutationObserver((records) => records.some(matters) && soon());
  const watch = (/** @type {Node[]} */ trees) => {
    for (const tree of trees) observer.observe(tree, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES });
  };
  watch(treesAround(host));
  // Style sheets may come late, and hide or show something.
  host.ownerDocument.defaultView?.addEventListener('load', soon, { signal });
  signal.addEventListener('abort', () => (observer.disconnect(), clearTimeout(timer)));
  return watch;
}
