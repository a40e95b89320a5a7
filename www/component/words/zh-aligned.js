// What the scripts for finished alignments alone say of errors in Chinese.

/** @type {{errors: Partial<import('../words.js').Errors['errors']>}} */
export const WORDS = {
  errors: {
    network: ['对应关系没有载入。', '请检查网络连接，然后重试。'],
    'not-found': ['这个地址没有对应关系。', '网站管理者请检查 alignment 属性。'],
    http: ['服务器没有给出对应关系。', '请稍后再试，或告知网站管理者。'],
    file: ['从磁盘打开的网页读不到其他文件。', '请通过 http 打开，或改用 en-face-aligned.js。'],
    policy: ['本站的安全策略不允许载入这个文件。', '网站管理者需要在 script-src 和 connect-src 里加上它的来源。'],
    alignment: ['这份做好的对应不能用。', '请用同一版本的 en-face 重新制作。'],
    'mode-missing': ['本页的脚本只能显示做好的对应。', '网站管理者请改用 en-face.js。'],
    'engine-missing': ['阅读组件出了错。', '请刷新本页。'],
  },
};
