// The interface's own words, in the reader's language. Another language is one more file in words/ and one more name here.

import { EN } from './words/en.js';
import { ZH } from './words/zh.js';

/** @typedef {typeof ZH} Words */

/** @type {Words[]} */
const ALL = [ZH, EN];

/**
 * The words in the first language of `languages` that there are words in; English otherwise.
 *
 * @param {readonly string[]} languages BCP 47 tags, the most wanted first
 * @returns {Words}
 */
export function wordsFor(languages) {
  for (const tag of languages) {
    const found = ALL.find(({ lang }) => tag.toLowerCase().split('-')[0] === lang);
    if (found) return found;
  }
  return EN;
}
