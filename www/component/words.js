// The interface's own words, in the reader's language. Another language is one more file in words/ and one more line here.

/** @typedef {typeof import('./words/zh.js').WORDS} Words */

/** A page loads the file of one language. @type {Record<string, () => Promise<{WORDS: Words}>>} */
const FILES = {
  zh: () => import('./words/zh.js'),
  en: () => import('./words/en.js'),
};

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
 * Brings the words in the first language of `languages` that there are words in; English otherwise.
 *
 * @param {Words} into gets them: whoever speaks later holds it already
 * @param {readonly string[]} languages BCP 47 tags, the most wanted first
 * @throws what the browser says; `into` can then tell of `engine-missing`
 */
export async function bringWords(into, languages) {
  const known = languages.map((tag) => tag.toLowerCase().split('-')[0]).find((lang) => Object.hasOwn(FILES, lang));
  try {
    Object.assign(into, (await FILES[known ?? 'en']()).WORDS);
  } catch (error) {
    Object.assign(into, SPEECHLESS);
    throw error;
  }
}
