// Where the focus goes that a page gives the element: `delegatesFocus` would send it to the row of tools, and whenever a text is
// clicked on.

/** What Tab stops at, the text before the tools. */
const STOPS = ['[part~="sentence"][tabindex="0"]', '[tabindex="0"], a[href], button:not(:disabled), input'];

/** The place in a shadow tree where a reader begins: none where there is nothing to do. @param {ShadowRoot} root @returns {HTMLElement | null} */
export function beginning(root) {
  for (const stop of STOPS) {
    const found = [.../** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(stop))].find((element) => element.getClientRects().length);
    if (found) return found;
  }
  return null;
}
