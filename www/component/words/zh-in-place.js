// The words in place in Chinese.

export const WORDS = {
  inPlace: {
    name: '逐句对照',
    keys: '上下箭头：上一句、下一句。左右箭头：对应的句子。回车钉住，Esc 放开。',
    previous: '上一句',
    next: '下一句',
    across: '对应的句子',
    pin: '钉住',
  },
};
