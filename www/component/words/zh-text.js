// What is said of every text in Chinese, whatever its mode and the script that shows it.

export const WORDS = {
  lang: 'zh',
  loading: '正在载入…',
  empty: '这里还没有文章。',
  related: '相关文章',
  source: '原始链接',
  above: '对应的句子在上方',
  below: '对应的句子在下方',
  hidden: '对应的句子',
  unsure: { likely: '很可能是：', possible: '有可能是：' },
  /** @type {Record<import('../confidence.js').Confidence, string>} */
  confidence: { sure: '几乎肯定', likely: '很可能', possible: '有可能' },
  go: '去看',
  close: '关闭',
  none: '没有找到对应的句子。',
  pinned: '已钉住。',
  released: '已放开。',
  /** @param {import('../types.js').Alignment['regime']} regime @param {string} found @param {string} expected */
  check: (regime, found, expected) => `请核对：${regime === 'summary' ? '摘要' : '译文'}写“${found}”，原文写“${expected}”。`,
  retry: '重试',
};
