// The interface's own words in Chinese: those of every text, and of who has all modes. The tools' and the errors' are files beside this.

import { WORDS as TEXT } from './zh-text.js';

export const WORDS = {
  ...TEXT,
  emptyRemedy: '请用 src 属性指定一篇双语文章。',
  progress: '正在完善对应关系',
  tools: '阅读工具',
};
