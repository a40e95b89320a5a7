// The words of the scripts for finished alignments alone in Chinese: those of every text, and fewer of errors.

import { WORDS as TEXT } from './zh-text.js';

/** @type {import('../words.js').Alone} */
export const WORDS = {
  ...TEXT,
  errors: {
    alignment: ['对应关系不能用。', '请用这一版本的 en-face 重做。'],
    'mode-missing': ['本页的脚本只能显示做好的对应关系。', '网站管理者请改用 en-face.js。'],
    'engine-missing': ['对应关系没有载入。', '请重试；网站管理者请检查 alignment 属性、connect-src，以及网页是否经由 http 打开。'],
  },
};
