// The words of the scripts for finished alignments alone in English: those of every text, and fewer of errors, for one hash covers
// both languages.

import { WORDS as TEXT } from './en-text.js';

/** @type {import('../words.js').Alone} */
export const WORDS = {
  ...TEXT,
  errors: {
    alignment: ['The links cannot be used.', 'Make them anew with this version of en-face.'],
    'mode-missing': ['This page’s script shows finished links only.', 'Whoever runs the site: load en-face.js instead.'],
    // Whatever else: the code tells which.
    'engine-missing': ['The links did not load.', 'Try again; whoever runs the site: check the attribute alignment, connect-src, and that the page comes over http.'],
  },
};
