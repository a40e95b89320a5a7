// The interface's own words, in the reader's language. Another language is four more files in words/ and four more lines in whole.js.

import { supplies } from './supplies.js';

/** @typedef {typeof import('./words/zh.js').WORDS} Own the words of every text */
/** @typedef {typeof import('./words/zh-tools.js').WORDS} Tools */
/** @typedef {typeof import('./words/zh-errors.js').WORDS} Errors */
/** @typedef {typeof import('./words/zh-in-place.js').WORDS} InPlace */
/** @typedef {Own & Tools & Errors & InPlace} Words a part of them is there when it was brought */
/** @typedef {typeof import('./words/zh-text.js').WORDS & Partial<InPlace> & {errors: Partial<Errors['errors']>}} Alone what the scripts have that load nothing */
/** @typedef {'own' | 'tools' | 'errors' | 'in-place'} Part each a file, for a page does not need all of them */

/**
 * Brings a part of the words in the first language of the reader's that there are words in; English otherwise.
 *
 * @param {Words} into gets them: whoever speaks later holds it already
 * @param {Part} part
 * @throws what the browser says
 */
export async function bringWords(into, part) {
  const { words } = supplies;
  const spoken = navigator.languages.map((tag) => words[tag.toLowerCase().split('-')[0]]).find(Boolean) ?? words.en;
  Object.assign(into, (await spoken[part]?.())?.WORDS);
}
