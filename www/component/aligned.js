// en-face-aligned.js: the element with finished alignments alone, in one script that loads nothing. Bundled by `cargo xtask build`.

import { EnFace } from './element.js';
import * as finished from './modes/finished.js';
import { reason } from './refused.js';
import { supply } from './supplies.js';
import { WORDS as enErrors } from './words/en-aligned.js';
import { WORDS as en } from './words/en.js';
import { WORDS as zhErrors } from './words/zh-aligned.js';
import { WORDS as zh } from './words/zh.js';
// @ts-expect-error the build's: the style sheet as text, without what takes room in it
import style from 'aligned.css';

/** @param {object} own @param {object} errors */
const words = (own, errors) => ({ own: async () => ({ WORDS: own }), errors: async () => ({ WORDS: errors }) });

supply({
  modes: { finished: async () => finished },
  words: { zh: words(zh, zhErrors), en: words(en, enErrors) },
  styles: { 'en-face': async () => style },
  reason,
});

// On a server, where pages are written, there are no elements to define.
if (globalThis.customElements && !customElements.get('en-face')) customElements.define('en-face', EnFace);
