// The interface's own words, in the reader's language. Another language is four more files in words/ and four more lines in whole.js.

import { supplies } from './supplies.js';

/** @typedef {typeof import('./words/zh.js').WORDS} Own the words of every text */
/** @typedef {typeof import('./words/zh-tools.js').WORDS} Tools */
/** @typedef {typeof import('./words/zh-errors.js').WORDS} Errors */
/** @typedef {typeof import('./words/zh-in-place.js').WORDS} InPlace */
/** @typedef {Own & Tools & Errors & InPlace} Words a part of them is there when it was brought */
/** @typedef {'own' | 'tools' | 'errors' | 'in-place'} Part each a file, for a page does not need all of them */

/** What can be said when not even the words have arrived. */
const SPEECHLESS = {
  lang: 'en',
  retry: '重试 · Try again',
  errors: {
    'engine-missing': [
      '阅读组件没有完整载入。 The reading component did not load completely.',
      '请刷新本页;网站管理者请确认 component 文件夹已一并发布。 Reload; whoever runs the site: publish all of the folder component.',
    ],
  },
};

/**
 * Brings a part of the words in the first language of the reader's that there are words in; English otherwise.
 *
 * @param {Words} into gets them: whoever speaks later holds it already
 * @param {Part} part
 * @throws what the browser says; `into` can then tell of `engine-missing`
 */
export async function bringWords(into, part) {
  const known = navigator.languages.map((tag) => tag.toLowerCase().split('-')[0]).find((lang) => Object.hasOwn(supplies.words, lang));
  try {
    Object.assign(into, (await supplies.words[known ?? 'en'][part]?.())?.WORDS);
  } catch (error) {
    Object.assign(into, { ...SPEECHLESS, ...into });
    throw error;
  }
}
