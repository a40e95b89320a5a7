// The sentences where they stand in the page: from a place to what is to be lit there and back.

import { firstWhere } from './first-where.js';
import { hostOf } from './trees.js';

/** @typedef {import('../types.js').Place} Place */
/** @typedef {import('../types.js').Side} Side */
/** @typedef {import('./page-text.js').PageText} PageText */
/** @typedef {import('./finding.js').Span} Span */

/** One sentence, asked about like an element. */
export class Passage {
  /** What of it lies in each text node, without ruby and what else is skipped. */
  ranges;

  /** @param {Range[]} ranges */
  constructor(ranges) {
    this.ranges = ranges;
  }

  /** Its lines, or the parts of them that are marked up differently. @returns {DOMRect[]} */
  getClientRects() {
    const zoom = zoomOf(this.parent);
    const rects = this.ranges.flatMap((range) => [...range.getClientRects()]).filter(({ width, height }) => width && height);
    return zoom === 1 ? rects : rects.map(({ x, y, width, height }) => new DOMRect(x * zoom, y * zoom, width * zoom, height * zoom));
  }

  getBoundingClientRect() {
    const rects = this.getClientRects();
    const [left, top] = [Math.min(...rects.map((rect) => rect.left)), Math.min(...rects.map((rect) => rect.top))];
    const [right, bottom] = [Math.max(...rects.map((rect) => rect.right)), Math.max(...rects.map((rect) => rect.bottom))];
    return rects.length ? new DOMRect(left, top, right - left, bottom - top) : new DOMRect();
  }

  /** The element that its first word stands in. */
  get parent() {
    const { parentNode } = this.ranges[0]?.startContainer ?? {};
    return parentNode ? (hostOf(parentNode) ?? /** @type {Element} */ (parentNode)) : null;
  }
}

export class Passages {
  /** How many sentences each side has. */
  counts;
  #text;
  #spans;
  #langs;
  /** Those that are there, in the order of the page. @type {{start: number, end: number, place: Place}[]} */
  #present;

  /**
   * @param {PageText} text
   * @param {(Span | null)[][]} spans of each side's sentences in the text, in order; null for one that isn't there
   * @param {string[]} langs
   */
  constructor(text, spans, langs) {
    this.#text = text;
    this.#spans = spans;
    this.#langs = langs;
    this.counts = spans.map((side) => side.length);
    this.#present = spans.flatMap((own, side) =>
      own.flatMap((span, index) => (span ? [{ start: span[0], end: span[1], place: { side: /** @type {Side} */ (side), index } }] : [])),
    );
  }

  /** All that are there, in the order of the page. */
  get places() {
    return this.#present.map(({ place }) => place);
  }

  /** @param {Place} place @returns {Passage | null} */
  element({ side, index }) {
    const span = this.#spans[side][index];
    return span ? new Passage(this.#text.ranges(...span)) : null;
  }

  /** What a sentence says; nothing where it isn't there. @param {Place} place */
  words({ side, index }) {
    const span = this.#spans[side][index];
    return span ? this.#text.text.slice(...span) : '';
  }

  /** @param {Place} place */
  has({ side, index }) {
    return Boolean(this.#spans[side][index]);
  }

  /** @param {Place} place */
  lang({ side }) {
    return this.#langs[side];
  }

  /** The sentences that a stretch of a text node has a part in. @param {Node} node @param {number} from @param {number} to @returns {Place[]} */
  between(node, from, to) {
    const [start, end] = [this.#text.offset(node, from), this.#text.offset(node, to)];
    if (start === null || end === null) return [];
    const first = firstWhere(this.#present.length, (at) => this.#present[at].end >= start);
    const after = firstWhere(this.#present.length, (at) => this.#present[at].start > end);
    return this.#present.slice(first, after).map(({ place }) => place);
  }
}

/** What makes an element's rectangles those of the window: browsers that don't tell the zoom of CSS leave it out of them. @param {Element | null} element */
function zoomOf(element) {
  let zoom = 1;
  if (element && !('currentCSSZoom' in element)) {
    for (let at = /** @type {Element | null} */ (element); at; at = at.parentElement) zoom *= Number(getComputedStyle(at).zoom) || 1;
  }
  return zoom;
}
