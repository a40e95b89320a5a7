// The words of the script for finished links in place in Chinese: what it says there and of errors, besides what every script alone says.

import { WORDS as ALIGNED } from './zh-aligned.js';
import { WORDS as IN_PLACE } from './zh-in-place.js';

/** @type {import('../words.js').Alone} */
export const WORDS = {
  ...ALIGNED,
  ...IN_PLACE,
  errors: {
    ...ALIGNED.errors,
    'text-selector': ['left 或 right 属性不是有效的选择器。', '网站管理者：请写 CSS 选择器，例如 #original。'],
    'text-missing': ['本页上缺少两篇文字中的一篇。', '网站管理者：请检查 left 和 right 选择器，或把两个元素放进 en-face。'],
    'text-overlap': ['两篇文字是同一篇，或一篇在另一篇之内。', '网站管理者：请指定两个并列的元素，且都不包含 en-face。'],
    'text-other': ['本页的对应关系属于别的文字。', '网站管理者：请用现在的文字重新制作对应关系。'],
  },
};
