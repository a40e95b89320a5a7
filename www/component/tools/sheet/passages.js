// Counterparts in their context: each with the sentence before it and the one after, those close together in one passage.

import { make } from '../../dom.js';

/** @typedef {import('../../types.js').Side} Side */
/** @typedef {{from: number, to: number, lit: number[]}} Passage sentences of one side, both ends included, and which of them are meant */

/**
 * @param {number[]} indices in order
 * @param {number} count how many sentences the side has
 * @returns {Passage[]}
 */
export function passages(indices, count) {
  /** @type {Passage[]} */
  const found = [];
  for (const index of indices) {
    const from = Math.max(0, index - 1);
    const to = Math.min(count - 1, index + 1);
    const last = found.at(-1);
    if (last && from <= last.to + 1) {
      last.to = to;
      last.lit.push(index);
    } else found.push({ from, to, lit: [index] });
  }
  return found;
}

/**
 * A passage's text: a paragraph for each block that it lies in.
 *
 * @param {Passage} passage
 * @param {Side} side
 * @param {number} best the counterpart that the sentence is most of all like
 * @param {import('../../sentences.js').Sentences} sentences
 */
export function passageText({ from, to, lit }, side, best, sentences) {
  /** @type {HTMLElement[]} */
  const paragraphs = [];
  /** @type {Element | null} */
  let before = null;
  for (let index = from; index <= to; index += 1) {
    const sentence = sentences.original({ side, index });
    if (!sentence) continue;
    const block = sentence.closest('.block');
    if (!paragraphs.length || block !== before) {
      paragraphs.push(make('p', 'sheet-text', { lang: sentence.closest('section')?.lang ?? '', dir: 'auto' }));
    } else if (sentence.previousSibling instanceof Text) paragraphs.at(-1)?.append(' ');
    before = block;
    const name = lit.includes(index) ? (index === best ? 'sheet-lit best' : 'sheet-lit') : 'sheet-around';
    paragraphs.at(-1)?.append(make(lit.includes(index) ? 'mark' : 'span', name, sentence.dir ? { dir: sentence.dir } : {}, sentence.textContent ?? ''));
  }
  return paragraphs;
}
