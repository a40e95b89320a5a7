// The interface's own words. Another language is another entry; every entry has the same keys.

const ZH = {
  lang: 'zh',
  loading: '正在载入…',
  empty: '这里还没有文章。',
  emptyRemedy: '请用 src 属性指定一篇双语文章。',
  related: '相关文章',
  source: '原始链接',
  above: '对应的句子在上方',
  below: '对应的句子在下方',
  go: '去看',
  close: '关闭',
  none: '没有找到对应的句子。',
  pinned: '已钉住。',
  released: '已放开。',
  /** @param {string} found @param {string} expected */
  check: (found, expected) => `请核对:译文写“${found}”,原文写“${expected}”。`,
  retry: '重试',
  progress: '正在完善对应关系',
};

/** @type {typeof ZH} */
const EN = {
  lang: 'en',
  loading: 'Loading…',
  empty: 'There is no page here yet.',
  emptyRemedy: 'Name a bilingual page in the src attribute.',
  related: 'Related',
  source: 'Source:',
  above: 'The counterpart is above',
  below: 'The counterpart is below',
  go: 'Show it',
  close: 'Close',
  none: 'No counterpart was found.',
  pinned: 'Pinned.',
  released: 'Let go.',
  check: (found, expected) => `Check this: the translation says “${found}”, the original “${expected}”.`,
  retry: 'Try again',
  progress: 'Finding better links',
};

/** @typedef {typeof ZH} Words */

/**
 * The words in the first language of `languages` that there are words in; English otherwise.
 *
 * @param {readonly string[]} languages BCP 47 tags, the most wanted first
 * @returns {Words}
 */
export function wordsFor(languages) {
  for (const tag of languages) {
    if (/^zh\b/i.test(tag)) return ZH;
    if (/^en\b/i.test(tag)) return EN;
  }
  return EN;
}
