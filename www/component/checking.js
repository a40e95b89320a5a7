// A finished alignment, checked field by field before anything is made of it: it comes from elsewhere. What is wrong is named by
// where it stands, as in `sides[1].sentences[3].end is not a whole number`. `src/wasm/alignment.rs` reads the same shape for exports.

import { EnFaceError } from './errors.js';

/** @typedef {(value: any, path: string) => unknown} Check fails where the value at a path is not as it should be */

/** The element that a block is in, by its kind. @type {Record<string, keyof HTMLElementTagNameMap>} */
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

/** @param {any} value @param {number} end */
const isIndex = (value, end) => Number.isInteger(value) && value >= 0 && value < end;

/** @param {(value: any) => unknown} holds @param {string} what @returns {Check} */
const that = (holds, what) => (value, path) => holds(value) || fail(path, `is not ${what}`);
/** @param {string} type @param {string} what */
const typed = (type, what) => that((value) => typeof value === type, what);
/** @param {number} end @param {string} what */
const below = (end, what) => that((value) => isIndex(value, end), what);
/** @param {string[]} words @param {string} what */
const oneOf = (words, what) => that((value) => words.includes(value), what);

const isObject = that((value) => value && typeof value === 'object', 'an object');
const isList = that(Array.isArray, 'a list');
const isPair = that((value) => Array.isArray(value) && value.length > 1, 'a pair');
const isText = typed('string', 'a string');
/** @type {Check} */
const isTextOrNone = (value, path) => value === null || isText(value, path);
const isFlag = typed('boolean', 'true or false');
const isNumber = typed('number', 'a number');
const isWhole = below(2 ** 32, 'a whole number');

/** @param {Check} each @returns {Check} */
const listOf = (each) => (value, path) => {
  isList(value, path);
  for (let at = 0; at < value.length; at += 1) each(value[at], `${path}[${at}]`);
};

/** An object with fields, and perhaps with some more. @param {Record<string, Check>} must @param {Record<string, Check>} [may] @returns {Check} */
const shape = (must, may = {}) => {
  const all = Object.entries({ ...must, ...may });
  return (value, path) => {
    isObject(value, path);
    for (const [name, check] of all) {
      const place = path ? `${path}.${name}` : name;
      if (value[name] !== undefined) check(value[name], place);
      else if (must[name]) fail(place, 'is missing');
    }
  };
};

/** @type {Check} */
const titles = (value, path) => {
  isObject(value, path);
  for (const [lang, title] of Object.entries(value)) isText(title, `${path}.${lang}`);
};

const run = shape({}, { text: isText, emphasis: isFlag, strong: isFlag, code: isFlag, struck: isFlag, image: isFlag, link: isTextOrNone });
const sentence = shape({ text: isText, start: isWhole, end: isWhole }, { runs: listOf(run) });
const side = shape({ lang: isText, blocks: isList, sentences: isList });
const related = shape({ titles }, { date: isTextOrNone });
const page = shape({}, { titles, source: isTextOrNone, related: listOf(related) });
const top = shape({ version: isNumber, page, regime: oneOf(['summary', 'parallel'], 'summary or parallel'), sides: isPair, links: isList }, { checks: isList });
const block = shape({ kind: oneOf(Object.keys(TAGS), 'a kind of block'), sentences: isPair }, { marker: isTextOrNone });

/**
 * Checks an alignment, with a pause before every entry of its lists.
 *
 * @param {any} alignment
 * @returns {Generator<void, void>}
 * @throws {EnFaceError} `alignment`
 */
export function* checking(alignment) {
  top(alignment, '');
  if (alignment.version !== 1) fail('version', 'is not 1');
  const { sides, links, checks = [] } = alignment;
  for (const at of [0, 1]) side(sides[at], `sides[${at}]`);
  const [left, right] = [0, 1].map((at) => below(sides[at].sentences.length, `one of ${sides[at].sentences.length} sentences`));
  /** @type {Check} */
  const best = (value, path) => (isPair(value, path), left(value[0], `${path}[0]`), right(value[1], `${path}[1]`));
  yield* entries(links, 'links', shape({ left: listOf(left), right: listOf(right), best, score: isNumber }));
  yield* entries(checks, 'checks', shape({ left, right, kind: oneOf(['quantity', 'percentage', 'money', 'date'], 'a kind of check'), found: isText, expected: isText }));
  for (const at of [0, 1]) {
    const { blocks, sentences } = sides[at];
    yield* entries(sentences, `sides[${at}].sentences`, sentence);
    // One after the other: no sentence stands in two blocks.
    let end = 0;
    yield* entries(blocks, `sides[${at}].blocks`, (value, path) => {
      block(value, path);
      const [from, to] = value.sentences;
      if (!isIndex(to, sentences.length + 1) || !isIndex(from, to + 1) || from < end) fail(`${path}.sentences`, 'is no range of its side’s sentences');
      end = to;
    });
  }
}

/** @param {unknown[]} list @param {string} path @param {Check} check */
function* entries(list, path, check) {
  for (let at = 0; at < list.length; at += 1) {
    yield;
    check(list[at], `${path}[${at}]`);
  }
}
