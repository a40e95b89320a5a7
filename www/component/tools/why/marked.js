// A sentence with numbered places in it: a place that says something is filled, a clause or a quotation underlined.

import { make } from '../../dom.js';

/** @typedef {import('./evidence.js').Kind} Kind */
/** @typedef {import('./evidence.js').Span} Span */
/** @typedef {{kind: Kind, span: Span, number: number}} Place */

/** How many colours there are; the numbers go on. */
const HUES = 6;
/** Kinds that are as long as a sentence may be, with others inside. */
const LONG = ['clause', 'quote'];

/**
 * @param {string} text
 * @param {Place[]} places may overlap
 * @returns {Node[]}
 */
export function marked(text, places) {
  const ends = [0, text.length, ...places.flatMap(({ span }) => span)].filter((at) => at <= text.length);
  const cuts = [...new Set(ends)].sort((a, b) => a - b);
  return cuts.slice(1).flatMap((to, at) => {
    const from = cuts[at];
    const around = places.filter(({ span }) => span[0] <= from && to <= span[1]);
    const ending = [...new Set(around.filter(({ span }) => span[1] === to).map(({ number }) => number))];
    return [piece(text.slice(from, to), around), ...ending.map((number) => badge(number))];
  });
}

/** The number of a place, for the eye: what it stands for is told in words too. @param {number} number */
export function badge(number) {
  return make('sup', `badge ${hue(number)}`, { 'aria-hidden': 'true' }, String(number));
}

/** @param {string} text @param {Place[]} around */
function piece(text, around) {
  if (!around.length) return document.createTextNode(text);
  const short = around.find(({ kind }) => !LONG.includes(kind));
  const element = make('mark', 'match', {}, text);
  if (short) element.classList.add(short.kind === 'check' ? 'differs' : 'filled', hue(short.number));
  if (around.some(({ kind }) => LONG.includes(kind))) element.classList.add('underlined');
  return element;
}

/** @param {number} number */
function hue(number) {
  return `hue-${(number - 1) % HUES}`;
}
