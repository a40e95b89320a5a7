// What the sheet says of a sentence: what is to be checked, its counterparts in their context, what can be done.

import { confidence } from '../../confidence.js';
import { make } from '../../dom.js';
import { notesOf } from '../../peek.js';
import { same } from '../../sentences.js';
import { passages, passageText } from './passages.js';

/** @typedef {import('../tools.js').Bench} Bench */
/** @typedef {import('../tools.js').Desk} Desk */
/** @typedef {import('../../types.js').Place} Place */
/** @typedef {import('../../types.js').Side} Side */
/** @typedef {import('./passages.js').Passage} Passage */

/**
 * @typedef {object} Content
 * @property {string} key tells whether it is still the same
 * @property {Place} place
 * @property {string[]} notes
 * @property {number[]} others the counterparts
 * @property {number} best
 * @property {Passage[]} found the counterparts that are to be shown
 */

/** How high a sheet is that has buttons only, in pixels; more or less. */
const LOW = 130;

/** @param {Bench} bench @param {Place} place @returns {Content | null} null where there is nothing to say */
export function contentOf({ acts, desk }, place) {
  const { relations, selection, sentences, words } = desk;
  const relation = relations?.of(place);
  const notes = relations ? notesOf(place, relations, words) : [];
  const asked = same(place, selection.pinned) && acts.size > 0;
  if (!sentences || (!relation && !notes.length && !asked)) return null;
  const side = other(place);
  const { others, best } = relation ?? { others: [], best: -1 };
  const found = facing(desk, side, others) ? [] : passages(others, sentences.counts[side]);
  const scores = others.map((index) => confidence(relations?.score(place, index) ?? 0));
  const key = JSON.stringify([place, others, scores, best, notes, acts.size, found.length]);
  return { key, place, notes, others, best, found };
}

/**
 * @param {Bench} bench
 * @param {Content} content
 * @returns {{head: HTMLElement[], body: HTMLElement[]}} between the sheet's buttons, and below
 */
export function viewOf(bench, { place, notes, others, best, found }) {
  const { desk } = bench;
  const { relations, sentences, words } = desk;
  const side = other(place);
  const body = notes.map((note) => make('p', 'sheet-note', {}, note));
  /** @type {HTMLElement[]} */
  const head = [];
  for (const passage of sentences ? found : []) {
    const [first] = passage.lit;
    const go = make('button', 'sheet-go', { type: 'button' }, words.go);
    go.addEventListener('click', () => desk.goTo({ side, index: first }));
    const numbers = [...new Set([first, passage.lit.at(-1) ?? first])].map((index) => others.indexOf(index) + 1).join('–');
    const sure = confidence(Math.max(0, ...passage.lit.map((index) => relations?.score(place, index) ?? 0)));
    const told = [others.length > 1 && words.sheet.which(numbers, others.length), sure !== 'sure' && words.confidence[sure]].filter(Boolean).join(' · ');
    const which = make('p', 'sheet-which', {}, told);
    const shown = make('div', 'sheet-passage');
    if (found.length > 1) {
      const row = make('div', 'sheet-row');
      row.append(which, go);
      shown.append(row);
    } else head.push(...(told ? [which, go] : [go]));
    if (sentences) shown.append(...passageText(passage, side, best, sentences));
    body.push(shown);
  }
  const acts = make('div', 'sheet-acts');
  acts.append(...bench.buttons(place));
  if (bench.acts.size) body.push(acts);
  return { head, body };
}

/** @param {Place} place @returns {Side} */
function other(place) {
  return place.side === 0 ? 1 : 0;
}

/** Whether the facing page shows all counterparts: they are not told again then. @param {Desk} desk @param {Side} side @param {number[]} indices */
function facing({ layout, sentences }, side, indices) {
  if (layout.kind !== 'columns' || !indices.length) return false;
  return indices.every((index) => {
    const element = sentences?.element({ side, index });
    if (!element) return false;
    const { top, bottom } = element.getBoundingClientRect();
    const seen = layout.seen(element);
    return top >= seen.top && bottom <= Math.min(seen.bottom, innerHeight - LOW);
  });
}
