// Finds the sentences of a finished alignment in the page, by their words and in their order. Sentences that are not there, since
// they were edited or lie behind a paywall, are left out; the others are found all the same.

import { EnFaceError } from '../errors.js';
import { inSlices, ON_PAGE } from '../slices.js';

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

export class Finding {
  /** Where each sentence is; null for one that isn't there. @type {(Span | null)[]} */
  spans;
  #sentences;
  /** The page's letters, and where each stretch of them begins: among them, and in the text. */
  #page;
  /** @type {[number, number][]} */
  #stretches = [];
  /** Places of sentences, in the order of the sentences and from the last place to the first. @type {{index: number, from: number}[]} */
  #places = [];
  #next = 0;

  /** @param {string[]} sentences @param {string} text where they are looked for */
  constructor(sentences, text) {
    this.#sentences = sentences.map(bare);
    this.#page = bare(text);
    let at = 0;
    for (const { 0: letters, index } of text.matchAll(LETTERS)) {
      this.#stretches.push([at, index]);
      at += letters.length;
    }
    this.spans = sentences.map(() => null);
  }

  /** Looks for so many sentences; how many are left. @param {number} count */
  step(count) {
    for (const end = Math.min(this.#next + count, this.#sentences.length); this.#next < end; this.#next += 1) this.#look(this.#next);
    const left = this.#sentences.length - this.#next;
    if (!left) this.#settle();
    return left;
  }

  /** @param {number} index */
  #look(index) {
    const letters = this.#sentences[index];
    if (letters.length < SHORT) return;
    const found = [];
    for (let from = -1; found.length < MOST && (from = this.#page.indexOf(letters, from + 1)) >= 0; ) found.unshift({ index, from });
    this.#places.push(...found);
  }

  /** Chooses the most places that come in the order of the sentences, then looks for the rest in between. */
  #settle() {
    let end = 0;
    let next = 0;
    const chosen = longestRise(this.#places).filter(({ index, from }) => {
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

/** The letters of a text, as they are compared. @param {string} text */
function bare(text) {
  const letters = text.match(LETTERS)?.join('') ?? '';
  return SIGNS.reduce((plain, [signs, sign]) => plain.replace(signs, sign), letters);
}

/** The first of so many numbers for which something holds, as it does for all that follow. @param {number} count @param {(at: number) => boolean} holds */
export function firstWhere(count, holds) {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
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

/** How many sentences are looked for without giving the thread back. */
const AT_ONCE = 50;

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

/** @param {number} index @param {(Span | null)[]} spans @throws {TypeError} where it is no index */
function isThere(index, spans) {
  if (!Number.isInteger(index)) throw new TypeError(`${index} is not the index of a sentence`);
  return Boolean(spans[index]);
}

/** What is left of a link when sentences are not there; nothing where a side has none. @param {import('../types.js').Link} link @param {(Span | null)[][]} spans */
function cut(link, spans) {
  const [left, right] = [link.left, link.right].map((own, side) => own.filter((index) => isThere(index, spans[side])));
  if (!left.length || !right.length) return [];
  const [first, second] = link.best;
  return { ...link, left, right, best: /** @type {[number, number]} */ ([left.includes(first) ? first : left[0], right.includes(second) ? second : right[0]]) };
}
