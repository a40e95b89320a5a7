// The interface's own words in Chinese: labels, and an error's sentence and remedy by its code.

/** @typedef {import('../types.js').Side} Side */
/** @typedef {import('../types.js').Alignment['regime']} Regime */

/** What a text is called. @param {Regime} regime @param {Side} side */
const text = (regime, side) => (side === 1 ? '原文' : regime === 'summary' ? '摘要' : '译文');

export const WORDS = {
  lang: 'zh',
  loading: '正在载入…',
  empty: '这里还没有文章。',
  emptyRemedy: '请用 src 属性指定一篇双语文章。',
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
  /** @param {Regime} regime @param {string} found @param {string} expected */
  check: (regime, found, expected) => `请核对：${text(regime, 0)}写“${found}”，原文写“${expected}”。`,
  inPlace: {
    name: '逐句对照',
    keys: '上下箭头：上一句、下一句。左右箭头：对应的句子。回车钉住，Esc 放开。',
    previous: '上一句',
    next: '下一句',
    across: '对应的句子',
    pin: '钉住',
  },
  retry: '重试',
  progress: '正在完善对应关系',
  tools: '阅读工具',
  letters: {
    title: '字号与行长',
    size: { name: '字号', less: '缩小字号', more: '放大字号' },
    width: { name: '行长', less: '缩短每行', more: '加长每行' },
    reset: '恢复默认',
  },
  layout: {
    title: '版式',
    auto: '随宽度',
    columns: '左右对照',
    interleaved: '逐句对照',
    stacked: '上下排列',
    /** @param {string} language */
    only: (language) => `只看${language}`,
    sync: '两栏随对应句同步滚动',
    synced: '两栏同步滚动。',
    apart: '两栏各自滚动。',
    unfold: '展开所有对应句',
    /** @param {number} number of sentences in a fold */
    count: (number) => `${number} 句`,
    alone: '只见于这一种语言',
    swap: '两种语言互换位置',
    narrow: '窗口太窄，放不下两栏，先上下排列。',
  },
  map: {
    name: '原文全貌',
    /** @param {number} number @param {number} count */
    sentence: (number, count) => `第 ${number} 句，共 ${count} 句`,
    comma: '，',
    check: '有数字待核对',
    summary: {
      used: '摘要用到',
      unused: '摘要未用',
      /** @param {number} used @param {number} count */
      told: (used, count) => `摘要用到原文 ${count} 句中的 ${used} 句。`,
    },
    parallel: {
      used: '有对应的译文',
      unused: '没有对应的译文',
      /** @param {number} used @param {number} count */
      told: (used, count) => (used === count ? `原文 ${count} 句都有对应的译文。` : `原文 ${count} 句中有 ${used} 句有对应的译文。`),
    },
    /** @param {Regime} regime @param {number} count */
    bare: (regime, count) => `${text(regime, 0)}有 ${count} 句没有出处。`,
    /** @param {number} count */
    checks: (count) => `有 ${count} 处数字待核对。`,
  },
  signs: {
    title: '文中的记号',
    bare: '这一句没有找到出处',
    check: '有数字待核对',
    /** @param {string} sure */
    link: (sure) => `对应关系：${sure}`,
  },
  keys: {
    title: '按键',
    open: '按键与记号',
    up: '上一句、下一句',
    ends: '第一句、最后一句',
    across: '跳到对应句，再跳回来',
    pin: '钉住或放开',
    escape: '全部放开',
    regions: '在各部分之间移动',
  },
  copy: {
    act: '复制',
    pair: '复制这一句和它的对应句',
    choose: '请先指着或点选一个句子。',
    /** @param {number} count how many counterparts @returns {string} */
    done: (count) => (count ? '已复制这一句和它的对应句。' : '已复制这一句，它没有对应句。'),
    refused: '浏览器不允许复制，请选中文字后自行复制。',
  },
  sheet: {
    title: '对应的句子',
    /** @param {string} numbers such as 1 or 2–3 @param {number} all @returns {string} */
    which: (numbers, all) => `第 ${numbers} 句，共 ${all} 句`,
    previous: '上一个有对应的句子',
    next: '下一个有对应的句子',
    pin: '钉住这一句',
    /** Said when the sheet has opened. @param {number} count @returns {string} */
    opened: (count) => (count ? `对应的 ${count} 句显示在屏幕下方。` : '没有找到对应的句子。'),
  },
  deepLink: {
    copy: '复制这一句的链接',
    act: '复制链接',
    copied: '已复制这一句的链接。',
    lost: '链接所指的句子已不在这篇文章里，文章可能改过了。',
  },
  aloud: {
    open: '朗读',
    act: '朗读',
    key: '朗读这一句、暂停、继续',
    stop: '停止朗读',
    play: '朗读',
    pause: '暂停',
    pair: '连同对应句',
    on: '接着读',
    rate: '语速',
    voiceless: '浏览器没有这种语言的语音。',
    failed: '朗读中断了，请再试一次。',
  },
  find: {
    open: '在两种文字中查找',
    field: '要找的文字',
    previous: '上一处',
    next: '下一处',
    /** @param {number} number @param {string} all how many there are */
    count: (number, all) => `第 ${number} 处，共 ${all} 处`,
    none: '没有找到',
    /** Before the words around a match in a text that the layout does not show. */
    hidden: '在未显示的文字里：',
  },
  take: {
    open: '带走',
    title: '带走这一页',
    files: '存成文件',
    rest: '复制、打印',
    /** @type {Record<import('../tools/take/written.js').Name, {label: string, use: string}>} */
    formats: {
      html: { label: '网页', use: '一个文件，离线也能看，指着句子，对应句就会亮起' },
      md: { label: 'Markdown', use: '逐句对照，放进笔记' },
      text: { label: '纯文本', use: '逐句对照，到处都能打开' },
      tmx: { label: 'TMX 1.4', use: '翻译记忆库，供 OmegaT 等翻译软件导入' },
      json: { label: 'JSON', use: '句子和对应关系的全部数据，供程序处理' },
    },
    copy: { label: '复制一句', use: '选中的句子和它的对应句' },
    print: { label: '打印', use: '两种文字都印，对应关系写成编号' },
    legend: '第一篇里句子前面的数字是它的编号；第二篇里句子后面的方括号写着它对应第一篇的哪几句。',
    /** @param {string} name */
    saved: (name) => `已存为 ${name}`,
    failed: '没能存成文件，请重试。',
  },
  correct: {
    act: '更正',
    open: '更正对应关系',
    title: '正在更正对应关系',
    choose: '请先选一个要更正的句子。',
    chooseHow: '点一下它，或把焦点移过去按回车。',
    /** @param {Regime} regime @param {Side} side @param {number[]} own @param {number[]} others counted from 1 */
    linked: (regime, side, own, others) =>
      `${text(regime, side)}第 ${own.join('、')} 句 ↔ ${text(regime, side === 0 ? 1 : 0)}第 ${others.join('、')} 句`,
    /** @param {Regime} regime @param {Side} side @param {number} own */
    alone: (regime, side, own) => `${text(regime, side)}第 ${own} 句：没有对应的句子`,
    /** @param {Regime} regime @param {Side} side */
    how: (regime, side) => `点${text(regime, side === 0 ? 1 : 0)}里的句子，可以连上或断开。`,
    by: '由你更正',
    /** @param {string} links */
    corrected: (links) => `${links}（由你更正）`,
    isLinked: '已与选中的句子连上',
    /** @param {boolean} linked @returns {string} */
    focused: (linked) => (linked ? '已连上，按回车断开。' : '未连上，按回车连上。'),
    link: '连上',
    unlink: '断开',
    linkHow: '选定句子，连上或断开',
    merge: '合并',
    mergeHow: '与下一句合并',
    split: '拆开',
    splitHow: '从这一句起拆开',
    none: '无对应',
    undo: '撤销',
    redo: '重做',
    reset: '还原',
    resetHow: '撤去本文的全部更正',
    done: '完成',
    /** @param {number[]} left @param {number[]} right */
    crossed: (left, right) => `这会与你连上的第 ${left.join('、')} 句 ↔ 第 ${right.join('、')} 句交叉，请先断开那一处。`,
    /** @param {number} count */
    displaced: (count) => `与它交叉的 ${count} 处对应已撤去。`,
    nothing: '这里没有可改的。',
    unkept: '浏览器不让本站保存数据：更正只保留到离开本页为止。',
  },
  why: {
    act: '为什么',
    title: '为什么这样对应',
    noneTitle: '没有对应的句子',
    choose: '请先指着或点选一个句子。',
    /** @type {Record<import('../confidence.js').Confidence, string>} */
    sure: { sure: '几乎可以肯定', likely: '很可能', possible: '有可能' },
    /** @param {number} number */
    percent: (number) => `${number}%`,
    best: '最主要的来源',
    /** @type {Record<import('../tools/why/evidence.js').Kind, string>} */
    kinds: { check: '请核对', number: '数字', name: '名称', word: '词语', quote: '引语', clause: '意思相近', mark: '标点' },
    basis: '没有突出的数字、名称或词语，依据的是整句话以及句子的位置和长短。',
    plainBasis: '没有突出的数字、名称或词语，依据的是句子的位置和长短。',
    plain: '现有的对应关系没有用到语义模型，只依据数字、名称、长短和先后，许多对应的句子还没有找出来。',
    decided: '由你改定',
    /** @type {Record<'summary' | 'parallel', [string, string][]>} what there is not, for either text, and what that means */
    none: {
      summary: [
        ['原文里没有找到与这一句对应的内容。', '它可能是概括者自己的话，可能概括了大段文字，也可能有误，读时请留意。'],
        ['概括的文字没有用到这一句。', '概括总要取舍，没有用到不等于不重要。'],
      ],
      parallel: [
        ['原文里没有找到与这一句对应的内容。', '它可能是译者加上的，也可能译得太自由，认不出来。'],
        ['译文里没有找到与这一句对应的内容。', '它可能没有译出，也可能译得太自由，认不出来。'],
      ],
    },
  },
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
    settings: ['这个元素的某个属性值无法识别。', 'format 只能是 text 或 markdown，regime 只能是 summary 或 parallel。'],
    'engine-unsupported': ['这个浏览器不支持 WebAssembly。', '请换用较新的浏览器。'],
    'engine-blocked': ['本站的安全策略不允许运行 WebAssembly。', '网站管理者需要在 script-src 里加上 wasm-unsafe-eval。'],
    'engine-missing': ['阅读组件没有完整载入。', '请检查网络后重试；网站管理者请确认 pkg 文件夹已一并发布。'],
    'engine-version': ['阅读组件的各文件版本不同。', '请刷新本页；网站管理者请发布同一版本的组件。'],
    'encoder-missing': ['语义模型没有载入，对应关系因此不够完整。', '请检查网络后重试；网站管理者请确认模型文件已一并发布。'],
    'encoder-damaged': ['语义模型的文件已损坏，对应关系因此不够完整。', '请重试，会重新下载；若仍不行，请告诉网站的管理者。'],
    'encoder-version': ['语义模型与阅读组件的版本不同，对应关系因此不够完整。', '请刷新本页；网站管理者请发布同一版本的组件和模型。'],
    'encoder-format': ['encoder 所指的文件不是语义模型，对应关系因此不够完整。', '网站管理者请检查 encoder 属性里的地址。'],
    'encoder-failed': ['语义模型中途出了错，对应关系因此不够完整。', '请重试；若内存不足，请先关掉一些标签页。'],
    'mode-missing': ['本页的脚本只能显示做好的对应。', '网站管理者请用 en-face.js 代替 en-face-aligned.js。'],
    'text-selector': ['left 或 right 属性不是有效的选择器。', '网站管理者：请写 CSS 选择器，例如 #original。'],
    'text-missing': ['本页上缺少两篇文字中的一篇。', '网站管理者：请检查 left 和 right 选择器，或把两个元素放进 en-face。'],
    'text-overlap': ['两篇文字是同一篇，或一篇在另一篇之内。', '网站管理者：请指定两个并列的元素，且都不包含 en-face。'],
    'text-other': ['本页的对应关系属于别的文字。', '网站管理者：请用现在的文字重新制作对应关系。'],
    internal: ['阅读组件出了错。', '请刷新本页；若仍不行，请把这篇文章的地址告诉 en-face 的开发者。'],
  },
};
