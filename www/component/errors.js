// Everything that can keep a reader from a page: a code, a sentence and a remedy, in two languages.

/** @type {Record<string, {zh: [string, string], en: [string, string]}>} */
const MESSAGES = {
  network: {
    zh: ['连不上这篇文章所在的服务器。', '请检查网络连接,然后重试。'],
    en: ['The server that holds this page did not answer.', 'Check the connection and try again.'],
  },
  'not-found': {
    zh: ['没有找到这篇文章。', '请检查地址是否正确。'],
    en: ['There is no page at this address.', 'Check the address.'],
  },
  http: {
    zh: ['服务器没有给出这篇文章。', '请稍后重试;若仍不行,请告诉网站的管理者。'],
    en: ['The server did not hand out this page.', 'Try again later, or tell whoever runs the site.'],
  },
  empty: {
    zh: ['这个文件是空的。', '双语文章需要两种语言的文字,请换一个文件。'],
    en: ['This file is empty.', 'A bilingual page needs text in two languages: choose another file.'],
  },
  binary: {
    zh: ['这不是文本文件。', '请把文章存成 UTF-8 编码的 .txt 或 .md 文件。'],
    en: ['This is not a text file.', 'Save the page as a .txt or .md file in UTF-8.'],
  },
  'no-text': {
    zh: ['只找到了分隔用的标记行,没有找到正文。', '请把译文放在“原始链接”之后,原文放在“原文”之后。'],
    en: ['Only landmark lines were found, no text.', 'Put the texts after the lines 原始链接 and 原文.'],
  },
  alignment: {
    zh: ['随文附带的对应关系无法使用。', '请用同一版本的 en-face 重新生成。'],
    en: ['The finished alignment cannot be used.', 'Make it again with the same version of en-face.'],
  },
  settings: {
    zh: ['这个元素的某个属性值无法识别。', 'format 只能是 text 或 markdown,regime 只能是 summary 或 parallel。'],
    en: ['One of the element’s attributes has a value that is not known.', 'format is text or markdown, regime is summary or parallel.'],
  },
  'engine-unsupported': {
    zh: ['这个浏览器不支持 WebAssembly。', '请换用较新的浏览器。'],
    en: ['This browser has no WebAssembly.', 'Use a newer browser.'],
  },
  'engine-blocked': {
    zh: ['本站的安全策略不允许运行 WebAssembly。', '网站管理者需要在 script-src 里加上 wasm-unsafe-eval。'],
    en: ['This site’s security policy keeps WebAssembly from running.', 'Whoever runs the site: add wasm-unsafe-eval to script-src.'],
  },
  'engine-missing': {
    zh: ['阅读组件没有完整载入。', '请检查网络后重试;网站管理者请确认 pkg 文件夹已一并发布。'],
    en: ['The reading component did not load completely.', 'Try again; whoever runs the site: publish the pkg folder too.'],
  },
  'encoder-missing': {
    zh: ['语义模型没有载入,对应关系因此不够完整。', '请检查网络后重试;网站管理者请确认模型文件已一并发布。'],
    en: ['The language model did not load: some links are missing.', 'Try again; whoever runs the site: publish the model’s file too.'],
  },
  'encoder-damaged': {
    zh: ['语义模型的文件已损坏,对应关系因此不够完整。', '请重试,会重新下载;若仍不行,请告诉网站的管理者。'],
    en: ['The language model’s file is damaged: some links are missing.', 'Try again to download it anew, or tell whoever runs the site.'],
  },
  'encoder-version': {
    zh: ['语义模型与阅读组件的版本不同,对应关系因此不够完整。', '请刷新本页;网站管理者请发布同一版本的组件和模型。'],
    en: ['The language model is of another version than the component: some links are missing.', 'Reload; whoever runs the site: publish both of one version.'],
  },
  'encoder-format': {
    zh: ['encoder 所指的文件不是语义模型,对应关系因此不够完整。', '网站管理者请检查 encoder 属性里的地址。'],
    en: ['The encoder’s address leads to something else: some links are missing.', 'Whoever runs the site: check the attribute encoder.'],
  },
  'encoder-failed': {
    zh: ['语义模型中途出了错,对应关系因此不够完整。', '请重试;若内存不足,请先关掉一些标签页。'],
    en: ['The language model stopped halfway: some links are missing.', 'Try again; close other tabs if memory is short.'],
  },
  internal: {
    zh: ['阅读组件出了错。', '请刷新本页;若仍不行,请把这篇文章的地址告诉 en-face 的开发者。'],
    en: ['The reading component failed.', 'Reload; if it happens again, tell en-face’s developers which page it was.'],
  },
};

/** Something that kept a page from being read. */
export class EnFaceError extends Error {
  /**
   * @param {string} code one of the keys above
   * @param {unknown} [cause]
   */
  constructor(code, cause) {
    super(code, { cause });
    this.name = 'EnFaceError';
    this.code = code in MESSAGES ? code : 'internal';
  }

  /**
   * @param {string} lang `zh` or `en`
   * @returns {{code: string, message: string, remedy: string}}
   */
  told(lang) {
    const [message, remedy] = MESSAGES[this.code][lang === 'zh' ? 'zh' : 'en'];
    return { code: this.code, message, remedy };
  }

  /**
   * Any thrown value as an `EnFaceError`: the core's errors carry a code, a trap does not.
   *
   * @param {unknown} thrown
   */
  static from(thrown) {
    if (thrown instanceof EnFaceError) return thrown;
    const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'internal';
    return new EnFaceError(code, thrown);
  }
}
