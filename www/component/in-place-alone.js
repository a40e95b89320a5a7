// en-face-in-place.js: the element with finished links for texts of the page's own, in one script that loads nothing. Bundled by
// `cargo xtask build`.

// @ts-expect-error the build's: the style sheet as text, without what takes room in it
import style from 'in-place.css';
import { EnFace } from './element.js';
import { open } from './modes/in-place.js';
import { supply } from './supplies.js';
import { ownTexts, whenGone } from './texts.js';
import { WORDS as en } from './words/en-linked.js';
import { WORDS as zh } from './words/zh-linked.js';

supply({
  modes: { 'in-place': () => ({ open }) },
  words: { zh: { own: () => ({ WORDS: zh }) }, en: { own: () => ({ WORDS: en }) } },
  styles: { 'in-place': () => style, 'en-face': () => '' },
  texts: ownTexts,
  whenGone,
});

// On a server, where pages are written, there are no elements to define.
if (globalThis.customElements && !customElements.get('en-face')) customElements.define('en-face', EnFace);
