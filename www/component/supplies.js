// What the element gets later than itself. The script that defines the element says where from, so that one script can have it all
// inside and another fetch each when it is needed. What does not come is told as an `EnFaceError`.

/** @typedef {import('./modes/mode.js').Kind} Kind */
/** @typedef {import('./modes/mode.js').Stage} Stage */
/** @typedef {import('./modes/mode.js').Mode} Mode */
/** @typedef {import('./words.js').Part} Part */

/** @template T @typedef {T | Promise<T>} Soon at once, in a script that has all inside */

/**
 * @typedef {object} Supplies
 * @property {Partial<Record<Kind, () => Soon<{open: (stage: Stage) => Mode}>>>} modes an element that asks for another says so
 * @property {Record<string, Partial<Record<Part, () => Soon<{WORDS: object}>>>>} words by language
 * @property {object} [speechless] the words until there are others
 * @property {Record<string, () => Soon<string>>} styles the texts of style sheets: `en-face` is what the element shows itself, the others are a mode's or the tools'
 * @property {typeof import('./texts.js').ownTexts} [texts] the two texts of the page's own that an element is about
 * @property {typeof import('./texts.js').whenGone} [whenGone] tells when they are there no longer
 * @property {() => Promise<typeof import('./tools/tools.js')>} [tools] the reader's
 * @property {() => Promise<{Linking: typeof import('./in-place/linking.js').Linking}>} [linking] asks the core for links in place
 */

/** @type {Supplies} */
export const supplies = { modes: {}, words: {}, styles: {} };

/** @param {Supplies} all */
export function supply(all) {
  Object.assign(supplies, all);
}
