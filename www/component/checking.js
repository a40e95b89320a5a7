// A finished alignment, checked field by field before anything is made of it: it comes from elsewhere. What is wrong is named by
// where it stands, as in `sides[1].sentences[3].end is not a whole number`. `src/wasm/alignment.rs` reads the same shape for exports.

import { EnFaceError } from './errors.js';

/** @typedef {(value: any, path: string, at?: number, list?: any[]) => void} Check fails where the value at a path is not as it should be */

const REGIMES = ['summary', 'parallel'];
const CHECKS = ['quantity', 'percentage', 'money', 'date'];

/** The element that a block is in, by its kind. @type {Record<string, string>} */
export const TAGS = {
  heading: 'h3',
  paragraph: 'p',
  quote: 'blockquote',
  'list-item': 'li',
  byline: 'p',
  'comment-header': 'p',
  code: 'pre',
};

/** @param {string} path @param {string} what @returns {never} */
function fail(path, what) {
  throw new EnFaceError('alignment', new Error(`${path || 'the alignment'} ${what}`));
}

/** @param {(value: any) => boolean} holds @param {string} what @returns {Check} */
const that = (holds, what) => (value, path) => holds(value) || fail(path, `is not ${what}`);

const isObject = that((value) => typeof value === 'object' && value !== null, 'an object');
const isList = that(Array.isArray, 'a list');
const isPair = that((value) => Array.isArray(value) && value.length >= 2, 'a pair');
const isText = that((value) => typeof value === 'string', 'a string');
const isTextOrNone = that((value) => value === null || value === undefined || typeof value === 'string', 'a string');
const isFlag = that((value) => typeof value === 'boolean', 'true or false');
const isNumber = that((value) => typeof value === 'number', 'a number');
const isWhole = that((value) => Number.isInteger(value) && value >= 0 && value <= 0xffffffff, 'a whole number');
/** @param {number} count */
const isBelow = (count) => that((value) => Number.isInteger(value) && value >= 0 && value < count, `one of ${count} sentences`);
/** @param {string[]} words @param {string} what */
const isOneOf = (words, what) => that((value) => words.includes(value), what);

/** @param {Check} each @returns {Check} */
const listOf = (each) => (value, path) => {
  isList(value, path);
  for (let at = 0; at < value.length; at += 1) each(value[at], `${path}[${at}]`);
};

/** An object with these fields; those that end with a question mark may be missing. @param {Record<string, Check>} fields @returns {Check} */
const shape = (fields) => {
  const all = Object.entries(fields).map(([key, check]) => /** @type {const} */ ([key.replace('?', ''), key.endsWith('?'), check]));
  return (value, path) => {
    isObject(value, path);
    for (const [name, isOptional, check] of all) {
      const place = path ? `${path}.${name}` : name;
      if (value[name] !== undefined) check(value[name], place);
      else if (!isOptional) fail(place, 'is missing');
    }
  };
};

/** @type {Check} */
const titles = (value, path) => {
  isObject(value, path);
  for (const [lang, title] of Object.entries(value)) isText(title, `${path}.${lang}`);
};

const run = shape({ 'text?': isText, 'emphasis?': isFlag, 'strong?': isFlag, 'code?': isFlag, 'struck?': isFlag, 'image?': isFlag, 'link?': isTextOrNone });
const sentence = shape({ text: isText, start: isWhole, end: isWhole, 'runs?': listOf(run) });
const side = shape({ lang: isText, blocks: isList, sentences: isList });
const related = shape({ titles, 'date?': isTextOrNone });
const page = shape({ 'titles?': titles, 'source?': isTextOrNone, 'related?': listOf(related) });
const top = shape({ version: isNumber, page, regime: isOneOf(REGIMES, 'summary or parallel'), sides: isPair, links: isList, 'checks?': isList });

/** @param {number} count how many sentences the side has @returns {Check} */
const blockOf = (count) => {
  const fields = shape({ kind: isOneOf(Object.keys(TAGS), 'a kind of block'), sentences: isPair, 'marker?': isTextOrNone });
  return (value, path, at = 0, list = []) => {
    fields(value, path);
    // One after the other: no sentence stands in two blocks.
    const [from, to] = value.sentences;
    const before = at > 0 ? list[at - 1].sentences[1] : 0;
    const isRange = Number.isInteger(from) && Number.isInteger(to) && before <= from && from <= to && to <= count;
    if (!isRange) fail(`${path}.sentences`, 'is no range of its side’s sentences');
  };
};

/** Checks an alignment in steps. */
export class Checking {
  /** @type {[unknown[], Check, string][]} */
  #lists;
  #done = 0;

  /** @param {any} alignment whose lists are still to be checked */
  constructor(alignment) {
    top(alignment, '');
    if (alignment.version !== 1) fail('version', 'is not 1');
    const { sides, links, checks = [] } = alignment;
    for (const at of [0, 1]) side(sides[at], `sides[${at}]`);
    const [left, right] = [0, 1].map((at) => isBelow(sides[at].sentences.length));
    /** @type {Check} */
    const best = (value, path) => (isPair(value, path), left(value[0], `${path}[0]`), right(value[1], `${path}[1]`));
    const link = shape({ left: listOf(left), right: listOf(right), best, score: isNumber });
    const check = shape({ left, right, kind: isOneOf(CHECKS, 'a kind of check'), found: isText, expected: isText });
    this.#lists = [[links, link, 'links'], [checks, check, 'checks']];
    for (const at of [0, 1]) {
      const { blocks, sentences } = sides[at];
      this.#lists.push([sentences, sentence, `sides[${at}].sentences`], [blocks, blockOf(sentences.length), `sides[${at}].blocks`]);
    }
  }

  /** Checks so many more entries of each list; how many are then left. @param {number} count */
  read(count) {
    const from = this.#done;
    this.#done += count;
    return this.#lists.reduce((left, [list, check, path]) => {
      const end = Math.min(list.length, this.#done);
      for (let at = from; at < end; at += 1) check(list[at], `${path}[${at}]`, at, list);
      return left + list.length - end;
    }, 0);
  }
}
