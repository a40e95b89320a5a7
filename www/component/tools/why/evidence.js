// What a sentence shares with each of its counterparts, with a number for each place in it.

import { askCore } from '../../engine.js';
import { shown } from '../pair.js';

/** @typedef {import('../../types.js').Place} Place */
/** @typedef {import('../../workshop.js').Evidence} Found */
/** @typedef {import('../../workshop.js').Pair} Pair */
/** @typedef {[from: number, to: number]} Span UTF-16 units of what a reader sees of a sentence */
/** @typedef {Found['kind'] | 'check'} Kind */
/** @typedef {{kind: Kind, own: Span, other: Span, number: number}} Match a place in the sentence, and one in its counterpart */
/** @typedef {{place: Place, text: string, matches: Match[]}} Counterpart */

/**
 * @param {import('../../desk.js').Desk} desk
 * @param {Place} place
 * @param {Place[]} others its counterparts
 * @param {(pair: Pair) => Promise<Found[]>} more what else is found in two sentences
 * @returns {Promise<Counterpart[]>}
 */
export async function gather({ alignment, relations }, place, others, more) {
  if (!alignment || !others.length) return [];
  const [leftLang, rightLang] = alignment.sides.map(({ lang }) => lang);
  const counterparts = others.map(async (other) => {
    const pair = place.side === 0 ? [place, other] : [other, place];
    const [left, right] = pair.map((each) => shown(alignment, each));
    const checks = (relations?.checks(place) ?? [])
      .filter((check) => check.left === pair[0].index && check.right === pair[1].index)
      .map(({ found, expected }) => ({ kind: /** @type {const} */ ('check'), left: span(left, found), right: span(right, expected) }))
      .filter((check) => check.left[1] && check.right[1]);
    const read = await askCore((core) => core.evidence(left, right, leftLang, rightLang));
    const shared = [...read, ...(await more({ left, right, leftLang, rightLang }))];
    // Two numbers that may be one for who reads generously are told of once, as what is to be checked.
    const alike = shared.filter((each) => each.kind === 'clause' || !checks.some((check) => meet(check.left, each.left) && meet(check.right, each.right)));
    const matches = [...checks, ...alike].map((each) => ({
      kind: each.kind,
      own: place.side === 0 ? each.left : each.right,
      other: place.side === 0 ? each.right : each.left,
      number: 0,
    }));
    return { place: other, text: place.side === 0 ? right : left, matches };
  });
  return numbered(await Promise.all(counterparts));
}

/** Where a part of a text is; nowhere when the text doesn't have it as it stands. @param {string} text @param {string} part @returns {Span} */
function span(text, part) {
  const from = text.indexOf(part);
  return from < 0 ? [0, 0] : [from, from + part.length];
}

/** @param {Span} one @param {Span} other */
function meet(one, other) {
  return one[0] < other[1] && other[0] < one[1];
}

/** Numbers the places in the sentence in their order: what is said once and found twice has one number. @param {Counterpart[]} counterparts */
function numbered(counterparts) {
  const key = (/** @type {Match} */ { own }) => own.join();
  const matches = counterparts.flatMap((counterpart) => counterpart.matches);
  matches.sort((a, b) => a.own[0] - b.own[0] || a.own[1] - b.own[1]);
  const numbers = new Map([...new Set(matches.map(key))].map((own, at) => [own, at + 1]));
  for (const match of matches) match.number = numbers.get(key(match)) ?? 0;
  return counterparts;
}
