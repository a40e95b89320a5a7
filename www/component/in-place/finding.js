// Finds the sentences of a finished alignment in the page, by their words and in their order. Sentences that are not there, since
// they were edited or lie behind a paywall, are left out; the others are found all the same.

import { EnFaceError } from '../errors.js';
import { inSlices, ON_PAGE } from '../slices.js';
import { firstWhere } from './first-where.js';

/** @typedef {import('../types.js').Alignment} Alignment */
/** @typedef {[number, number]} Span where something begins and ends */

/** What counts when words are compared: neither white space nor what takes no room. */
const LETTERS = /[^\s\xAD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]+/g;
/** Signs that one page writes in one way and another in another. @type {[RegExp, string][]} */
const SIGNS = [
  [/[“”„‟″«»「」『』＂]/g, '"'],
  [/[‘’‚‛′´`＇]/g, "'"],
  [/[‐‑‒–—―−]/g, '-'],
];

/** How many places of the same words are looked at, and how short words say too little about their place. */
const MOST = 4;
const SHORT = 8;
/** How many stretches of the page's letters take about as long as a sentence to look for. */
const STRETCHES = 200;

export class Finding {
  /** Where each sentence is; null for one that isn't there. @type {(Span | null)[]} */
  spans;
  #work;
  /** @type {string[]} the letters of each */
  #sentences = [];
  /** The page's letters. */
  #page = '';
  /** Where each stretch of them begins: among them, and in the text. @type {[number, number][]} */
  #stretches = [];

  /** @param {string[]} sentences @param {string} text where they are looked for */
  constructor(sentences, text) {
    this.spans = sentences.map(() => null);
    this.#work = this.#find(sentences, text);
  }

  /** Does so many pieces of the work; nothing if none are left. @param {number} count */
  step(count) {
    while (count-- > 0) if (this.#work.next().done) return 0;
    return 1;
  }

  /** Looks for each sentence, chooses the most places that come in their order, then looks for the rest in between. @param {string[]} sentences @param {string} text */
  *#find(sentences, text) {
    for (const { 0: letters, index } of text.matchAll(LETTERS)) {
      this.#stretches.push([this.#page.length, index]);
      this.#page += plain(letters);
      if (this.#stretches.length % STRETCHES === 0) yield;
    }
    /** In the order of the sentences and from the last place to the first. @type {{index: number, from: number}[]} */
    const places = [];
    for (const [index, sentence] of sentences.entries()) {
      const letters = (this.#sentences[index] = plain(sentence.match(LETTERS)?.join('') ?? ''));
      const found = [];
      for (let from = -1; letters.length >= SHORT && found.length < MOST && (from = this.#page.indexOf(letters, from + 1)) >= 0; ) found.unshift({ index, from });
      places.push(...found);
      yield;
    }
    let end = 0;
    let next = 0;
    const chosen = longestRise(places).filter(({ index, from }) => {
      const fits = from >= end;
      if (fits) end = from + this.#sentences[index].length;
      return fits;
    });
    end = 0;
    for (const { index, from } of [...chosen, { index: this.#sentences.length, from: this.#page.length }]) {
      for (; next < index; next += 1) {
        const letters = this.#sentences[next];
        const at = letters ? this.#page.slice(end, from).indexOf(letters) : -1;
        if (at >= 0) end = this.#found(next, end + at);
        yield;
      }
      if (index < this.#sentences.length) end = this.#found(index, from);
      next = index + 1;
    }
  }

  /** @param {number} index @param {number} from where the sentence ends */
  #found(index, from) {
    const end = from + this.#sentences[index].length;
    this.spans[index] = [this.#offset(from), this.#offset(end - 1) + 1];
    return end;
  }

  /** Where a letter of the page stands in the text. @param {number} letter */
  #offset(letter) {
    const after = firstWhere(this.#stretches.length, (at) => this.#stretches[at][0] > letter);
    const [start, offset] = this.#stretches[after - 1];
    return offset + letter - start;
  }
}

/** Letters as they are compared. @param {string} letters */
function plain(letters) {
  return SIGNS.reduce((text, [signs, sign]) => text.replace(signs, sign), letters);
}

/**
 * The longest sequence that rises in `from`, of places that rise in `index`; of two with the same index one at most, as the later
 * place comes first.
 *
 * @template {{from: number}} T
 * @param {T[]} places
 * @returns {T[]}
 */
function longestRise(places) {
  /** The place at the end of the best sequence of each length. @type {number[]} */
  const ends = [];
  /** @type {number[]} */
  const before = [];
  places.forEach(({ from }, at) => {
    const length = firstWhere(ends.length, (shorter) => places[ends[shorter]].from >= from);
    before[at] = length ? ends[length - 1] : -1;
    ends[length] = at;
  });
  const rise = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at]) rise.unshift(places[at]);
  return rise;
}

/** How many pieces of the work are done without giving the thread back. */
const AT_ONCE = 100;

/**
 * A finished alignment on the page's own words: where its sentences are, its links without those of sentences that are not there,
 * and how many of each text are not. What is not there is passed over, and only text is shown of the rest.
 *
 * @param {Alignment} finished whatever it is
 * @param {import('./page-text.js').PageText} page
 * @param {AbortSignal} signal
 * @returns {Promise<{alignment: Alignment, spans: (Span | null)[][], missing: number[]}>}
 * @throws {EnFaceError} `alignment` where it is none, `text-other` where not one sentence of a text is there
 */
export async function findFinished(finished, page, signal) {
  try {
    if (finished?.version !== 1) throw new TypeError('version is not 1');
    /** @type {(Span | null)[][]} */
    const spans = [];
    for (const [side, { sentences }] of finished.sides.entries()) {
      const [start, end] = page.sides[side];
      const finding = new Finding(sentences.map(words), page.text.slice(start, end));
      if (finding.step(AT_ONCE)) await inSlices(ON_PAGE, signal, (count) => finding.step(count));
      spans.push(finding.spans.map((span) => span && [span[0] + start, span[1] + start]));
    }
    const missing = spans.map((side) => side.filter((span) => !span).length);
    if (spans.some(({ length }, side) => length && missing[side] === length)) throw new EnFaceError('text-other');
    const links = finished.links.flatMap((link) => cut(link, spans));
    const checks = (finished.checks ?? []).filter(({ left, right }) => isThere(left, spans[0]) && isThere(right, spans[1]));
    return { alignment: { ...finished, links, checks }, spans, missing };
  } catch (error) {
    throw error instanceof TypeError ? new EnFaceError('alignment', error) : error;
  }
}

/** What a reader sees of a sentence. @param {Alignment['sides'][0]['sentences'][0]} sentence */
function words({ text, runs }) {
  return runs?.map((run) => run.text).join('') ?? text;
}

/** @param {number} index @param {(Span | null)[]} spans @throws {TypeError} where it is no index of theirs */
function isThere(index, spans) {
  if (!Number.isInteger(index) || spans[index] === undefined) throw new TypeError(`${index} is not the index of a sentence`);
  return Boolean(spans[index]);
}

/** What is left of a link when sentences are not there; nothing where a side has none. @param {import('../types.js').Link} link @param {(Span | null)[][]} spans */
function cut(link, spans) {
  const [left, right] = [link.left, link.right].map((own, side) => own.filter((index) => isThere(index, spans[side])));
  if (!left.length || !right.length) return [];
  const [first, second] = link.best;
  return { ...link, left, right, best: /** @type {[number, number]} */ ([left.includes(first) ? first : left[0], right.includes(second) ? second : right[0]]) };
}
