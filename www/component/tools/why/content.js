// What the panel of a sentence says: the sentence, its counterparts, how sure each is, and what both say, marked in both.

import { confidence } from '../../confidence.js';
import { make } from '../../dom.js';
import { shown } from '../pair.js';
import { badge, marked } from './marked.js';

/** @typedef {import('../../desk.js').Desk} Desk */
/** @typedef {import('../../types.js').Alignment} Alignment */
/** @typedef {import('../../types.js').Place} Place */
/** @typedef {import('./evidence.js').Counterpart} Counterpart */
/** @typedef {import('./evidence.js').Kind} Kind */
/** @typedef {import('./evidence.js').Match} Match */

/** In this order they are told. @type {Kind[]} */
const KINDS = ['check', 'number', 'name', 'word', 'quote', 'clause', 'mark'];
/** What stands between two that are not the same. @type {Partial<Record<Kind, string>>} */
const SIGNS = { check: ' ≠ ', clause: ' ≈ ' };

/**
 * @param {Desk} desk
 * @param {Place} place
 * @param {Counterpart[]} found
 * @param {(place: Place) => void} go takes the reader to a counterpart
 * @returns {HTMLElement[]}
 */
export function whyContent(desk, place, found, go) {
  const { alignment } = desk;
  if (!alignment) return [];
  const matches = found.flatMap((counterpart) => counterpart.matches);
  const own = quotation(shown(alignment, place), alignment.sides[place.side].lang, matches, 'own');
  own.classList.add('own');
  return [own, ...(found.length ? found.map((counterpart) => entry(desk, alignment, place, counterpart, go)) : [none(desk, alignment, place)])];
}

/**
 * A sentence with its share of the matches marked.
 *
 * @param {string} text @param {string} lang @param {Match[]} matches @param {'own' | 'other'} share
 */
function quotation(text, lang, matches, share) {
  const quote = make('blockquote', 'why-text', { lang });
  quote.append(...marked(text, matches.map(({ kind, number, [share]: span }) => ({ kind, number, span }))));
  return quote;
}

/**
 * @param {Desk} desk @param {Alignment} alignment @param {Place} place @param {Counterpart} counterpart
 * @param {(place: Place) => void} go
 */
function entry({ relations, words, byMeaning }, alignment, place, { place: other, text, matches }, go) {
  const relation = relations?.of(place);
  const score = relations?.score(place, other.index) ?? 0;
  const quote = quotation(text, alignment.sides[other.side].lang, matches, 'other');
  quote.id = `why-text-${other.index}`;
  const head = make('header', 'why-head');
  if (isDecided(alignment, place.side === 0 ? place : other)) head.append(make('strong', '', {}, words.why.decided));
  else {
    // A probability is no certainty, however near it comes.
    const percent = Math.min(99, Math.round(score * 100));
    head.append(make('strong', '', {}, words.why.sure[confidence(score)]), quiet('span', words.why.percent(percent)));
  }
  if (relation?.best === other.index && relation.others.length > 1) head.append(quiet('span', words.why.best));
  const button = make('button', 'why-go', { type: 'button', 'aria-describedby': quote.id }, words.go);
  button.addEventListener('click', () => go(other));
  head.append(button);
  const element = make('section', 'why-entry');
  element.append(head, quote, evidence(alignment, place, text, matches, words.why.kinds));
  // A question mark in both says little.
  if (matches.every(({ kind }) => kind === 'mark')) element.append(quiet('p', byMeaning ? words.why.basis : words.why.plainBasis));
  return element;
}

/**
 * What both say, in words: a line for each kind.
 *
 * @param {Alignment} alignment @param {Place} place @param {string} text of the counterpart @param {Match[]} matches
 * @param {Record<Kind, string>} names
 */
function evidence(alignment, place, text, matches, names) {
  const own = shown(alignment, place);
  const [lang, otherLang] = [place.side, 1 - place.side].map((side) => alignment.sides[side].lang);
  const lines = make('dl', 'why-kinds');
  for (const kind of KINDS) {
    const items = matches.filter((match) => match.kind === kind).map(({ own: here, other: there, number }) => {
      const item = make('span', 'why-item');
      const other = make('span', 'why-other', {}, SIGNS[kind] ?? ' = ');
      other.append(make('span', '', { lang: otherLang }, text.slice(...there)));
      item.append(badge(number), make('span', '', { lang }, own.slice(...here)), other);
      return item;
    });
    if (!items.length) continue;
    const line = make('dd', `why-items ${kind}`);
    line.append(...items.flatMap((item) => [item, ' ']));
    lines.append(quiet('dt', names[kind]), line);
  }
  return lines;
}

/** Nothing was found, and what that means. @param {Desk} desk @param {Alignment} alignment @param {Place} place */
function none({ words, byMeaning }, alignment, place) {
  const [what, means] = words.why.none[alignment.regime][place.side];
  const element = make('div', 'why-none');
  const why = isDecided(alignment, place) ? words.why.decided : byMeaning ? means : words.why.plain;
  element.append(make('p', '', {}, what), quiet('p', why));
  return element;
}

/** @template {keyof HTMLElementTagNameMap} T @param {T} tag @param {string} text */
function quiet(tag, text) {
  return make(tag, 'why-quiet', {}, text);
}

/** Whether the reader has decided what a sentence goes with. @param {Alignment} alignment @param {Place} place */
function isDecided({ corrections = [] }, { side, index }) {
  return corrections.some(({ left, right }) => (side === 0 ? left : right).includes(index));
}
