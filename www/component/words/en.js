// The interface's own words in English: those of every text, and of who has all modes. The tools' and the errors' are files beside this.

import { WORDS as TEXT } from './en-text.js';

/** @type {import('../words.js').Own} */
export const WORDS = {
  ...TEXT,
  emptyRemedy: 'Name a bilingual page in the src attribute.',
  progress: 'Finding better links',
  tools: 'Reading tools',
};
