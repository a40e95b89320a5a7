// What the element gets later than itself. The script that defines the element says where from, so that one script can have it all
// inside and another fetch each when it is needed.

/** @typedef {import('./modes/mode.js').Kind} Kind */
/** @typedef {import('./modes/mode.js').Stage} Stage */
/** @typedef {import('./modes/mode.js').Mode} Mode */
/** @typedef {import('./words.js').Part} Part */

/**
 * @typedef {object} Supplies
 * @property {Partial<Record<Kind, () => Promise<{open: (stage: Stage) => Mode}>>>} modes an element that asks for another says so
 * @property {() => Promise<typeof import('./in-place/linking.js')>} [linking] asks the core for links in place; without it links are made before
 * @property {Record<string, Record<Part, () => Promise<{WORDS: object}>>>} words by language
 * @property {Record<string, () => Promise<string>>} styles the texts of style sheets: `en-face` is what all modes need, `page` what their own texts do
 * @property {(() => Promise<{install: (desk: import('./desk.js').Desk, signal: AbortSignal) => void}>) | null} tools the reader's, if there are any
 */

/** @type {Supplies} */
export const supplies = { modes: {}, words: {}, styles: {}, tools: null };

/** @param {Supplies} all */
export function supply(all) {
  Object.assign(supplies, all);
}
