// The words of the scripts for finished alignments alone in Chinese: those of every text, and fewer of errors, told of links.

import { WORDS as TEXT } from './zh-text.js';

/** @type {import('../words.js').Alone} */
export const WORDS = {
  ...TEXT,
  errors: {
    network: ['对应关系没有载入。', '请检查网络连接，然后重试。'],
    'not-found': ['这个地址没有对应关系。', '网站管理者请检查 alignment 属性。'],
    http: ['对应关系没有载入。', '请稍后再试，或告知网站管理者。'],
    file: ['对应关系没有载入。', '请通过 http 打开网页，或把对应关系放进网页。'],
    policy: ['本站的安全策略不允许载入对应关系。', '网站管理者请在 connect-src 里加上它的来源。'],
    alignment: ['对应关系不能用。', '请用同一版本的 en-face 重新制作。'],
    'mode-missing': ['本页的脚本只能显示做好的对应关系。', '网站管理者请改用 en-face.js。'],
    'engine-missing': ['阅读组件出了错。', '请刷新本页。'],
  },
};
