// en-face-in-place.js: the element with finished links for texts of the page's own, in one script that loads nothing. Bundled by
// `cargo xtask build`.

import { EnFace } from './element.js';
import * as inPlace from './modes/in-place.js';
import { reason } from './refused.js';
import { supply } from './supplies.js';
import { ownTexts } from './texts.js';
import { WORDS as enErrors } from './words/en-linked.js';
import { WORDS as enInPlace } from './words/en-in-place.js';
import { WORDS as en } from './words/en.js';
import { WORDS as zhErrors } from './words/zh-linked.js';
import { WORDS as zhInPlace } from './words/zh-in-place.js';
import { WORDS as zh } from './words/zh.js';
// @ts-expect-error the build's: the style sheet as text, without what takes room in it
import style from 'in-place.css';

/** @param {object} own @param {object} place @param {object} errors */
const words = (own, place, errors) => ({
  own: async () => ({ WORDS: own }),
  'in-place': async () => ({ WORDS: place }),
  errors: async () => ({ WORDS: errors }),
});

supply({
  modes: { 'in-place': async () => inPlace },
  words: { zh: words(zh, zhInPlace, zhErrors), en: words(en, enInPlace, enErrors) },
  styles: { 'in-place': async () => style, 'en-face': async () => '' },
  reason,
  texts: ownTexts,
});

// On a server, where pages are written, there are no elements to define.
if (globalThis.customElements && !customElements.get('en-face')) customElements.define('en-face', EnFace);
