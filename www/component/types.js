// The shapes that the component's parts share, as contract version 1 has them; those that a page around sees are public types.

/** @typedef {import('../en-face.js').Side} Side the first text on the page, or the second */
/** @typedef {{side: Side, index: number}} Place one sentence */
/** @typedef {import('../en-face.js').Alignment} Alignment */
/** @typedef {import('../en-face.js').Link} Link */
/** @typedef {import('../en-face.js').Check} Check */
/** @typedef {import('../en-face.js').Decision} Decision */
/** @typedef {import('../en-face.js').Saved} Saved */
/** @typedef {import('../en-face.js').Progress} Progress */

export {};
