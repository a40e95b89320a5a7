// Trees of components within each other: what is where, across their borders.

/** The component that has a tree; nothing around a document. @param {Node} tree */
export function hostOf(tree) {
  // A class belongs to a window, and a tree may have come from another; a link has a host of another kind.
  return (tree.nodeType === Node.DOCUMENT_FRAGMENT_NODE && /** @type {ShadowRoot} */ (tree).host) || null;
}

/** The trees around a node, from its own to the document. @param {Node} node @returns {(Document | ShadowRoot)[]} */
export function treesAround(node) {
  const tree = /** @type {Document | ShadowRoot} */ (node.getRootNode());
  const host = hostOf(tree);
  return host ? [tree, ...treesAround(host)] : [tree];
}

/** Whether a node has another in it, in whatever tree. @param {Node} node @param {Node | null} other */
export function holds(node, other) {
  for (let at = other; at; at = hostOf(at.getRootNode())) if (node.contains(at)) return true;
  return false;
}
