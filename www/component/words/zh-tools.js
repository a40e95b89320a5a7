// The words of the tools in Chinese.

/** @typedef {import('../types.js').Side} Side */
/** @typedef {import('../types.js').Alignment['regime']} Regime */

/** What a text is called. @param {Regime} regime @param {Side} side */
const text = (regime, side) => (side === 1 ? '原文' : regime === 'summary' ? '摘要' : '译文');

export const WORDS = {
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
};
