// en-face-aligned.js: the element with finished alignments alone, in one script that loads nothing. Bundled by `cargo xtask build`.

// @ts-expect-error the build's: the style sheet as text, without what takes room in it
import style from 'aligned.css';
import { EnFace } from './element.js';
import { open } from './modes/finished.js';
import { supply } from './supplies.js';
import { WORDS as en } from './words/en-aligned.js';
import { WORDS as zh } from './words/zh-aligned.js';

supply({
  modes: { finished: () => ({ open }) },
  words: { zh: { own: () => ({ WORDS: zh }) }, en: { own: () => ({ WORDS: en }) } },
  styles: { 'en-face': () => style },
});

// On a server, where pages are written, there are no elements to define.
if (globalThis.customElements && !customElements.get('en-face')) customElements.define('en-face', EnFace);
