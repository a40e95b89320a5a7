// What is said of errors in Chinese: a sentence and a remedy by an error's code.

export const WORDS = {
  /** @type {Record<import('../errors.js').Code, [string, string]>} */
  errors: {
    network: ['连不上这篇文章所在的服务器。', '请检查网络连接，然后重试。'],
    'not-found': ['没有找到这篇文章。', '请检查地址是否正确。'],
    http: ['服务器没有给出这篇文章。', '请稍后重试；若仍不行，请告诉网站的管理者。'],
    file: ['从磁盘打开的网页读不到其他文件。', '请通过 http 打开，或改用 en-face-aligned.js。'],
    policy: ['本站的安全策略不允许载入这个文件。', '网站管理者需要在 script-src 和 connect-src 里加上它的来源。'],
    empty: ['这个文件是空的。', '双语文章需要两种语言的文字，请换一个文件。'],
    binary: ['这不是文本文件。', '请把文章存成 UTF-8 编码的 .txt 或 .md 文件。'],
    'no-text': ['只找到了分隔用的标记行，没有找到正文。', '请把译文放在“原始链接”之后，原文放在“原文”之后。'],
    alignment: ['随文附带的对应关系无法使用。', '请用同一版本的 en-face 重新生成。'],
    settings: ['本页的两段文字没能交给组件去对应。', '请刷新本页；若仍不行，请把网址告诉 en-face 的作者。'],
    'engine-unsupported': ['这个浏览器不支持 WebAssembly。', '请换用较新的浏览器。'],
    'engine-blocked': ['本站的安全策略不允许运行 WebAssembly。', '网站管理者需要在 script-src 里加上 wasm-unsafe-eval。'],
    'engine-missing': ['阅读组件没有完整载入。', '请检查网络后重试；网站管理者请确认 pkg 文件夹已一并发布。'],
    'engine-version': ['阅读组件的各文件版本不同。', '请刷新本页；网站管理者请发布同一版本的组件。'],
    'encoder-missing': ['语义模型没有载入，对应关系因此不够完整。', '请检查网络后重试；网站管理者请确认模型文件已一并发布。'],
    'encoder-damaged': ['语义模型的文件已损坏，对应关系因此不够完整。', '请重试，会重新下载；若仍不行，请告诉网站的管理者。'],
    'encoder-version': ['语义模型与阅读组件的版本不同，对应关系因此不够完整。', '请刷新本页；网站管理者请发布同一版本的组件和模型。'],
    'encoder-format': ['encoder 所指的文件不是语义模型，对应关系因此不够完整。', '网站管理者请检查 encoder 属性里的地址。'],
    'encoder-failed': ['语义模型中途出了错，对应关系因此不够完整。', '请重试；若内存不足，请先关掉一些标签页。'],
    'mode-missing': ['本页的脚本只能显示做好的对应。', '网站管理者请改用 en-face.js。'],
    'text-selector': ['left 或 right 属性不是有效的选择器。', '网站管理者：请写 CSS 选择器，例如 #original。'],
    'text-missing': ['本页上缺少两篇文字中的一篇。', '网站管理者：请检查 left 和 right 选择器，或把两个元素放进 en-face。'],
    'text-overlap': ['两篇文字是同一篇，或一篇在另一篇之内。', '网站管理者：请指定两个并列的元素，且都不包含 en-face。'],
    'text-other': ['本页的对应关系属于别的文字。', '网站管理者：请用现在的文字重新制作对应关系。'],
    internal: ['阅读组件出了错。', '请刷新本页；若仍不行，请把这篇文章的地址告诉 en-face 的开发者。'],
  },
};
