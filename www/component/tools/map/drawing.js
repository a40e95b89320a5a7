// The map of the original as a drawing: a few paths, however many sentences there are.

import { drawn } from '../icons.js';

/** Across: the strip, and what reaches beyond it, in pixels. */
const WIDTH = 16;
const STRIP = { x: 5, width: 7 };
/** The least height of what must be seen, in pixels. */
const LEAST = 3;
/** From which cover on a row belongs to a shade. */
const SHADES = [0.01, 0.34, 0.67];

export class MapDrawing {
  element = drawn('svg', { class: 'map-drawing', 'aria-hidden': 'true', width: String(WIDTH) });
  #track = drawn('rect', { class: 'map-track', x: String(STRIP.x), width: String(STRIP.width), rx: '2' });
  #shades = SHADES.map((_, at) => drawn('path', { class: `map-used shade-${at}` }));
  #seen = drawn('rect', { class: 'map-seen', x: '1.5', width: String(WIDTH - 3), rx: '3' });
  #lit = drawn('path', { class: 'map-lit' });
  #checks = drawn('path', { class: 'map-checks' });
  #cursor = drawn('path', { class: 'map-cursor' });
  #height = 0;
  /** @type {{course: import('./course.js').Course, used: number[], checked: number[]} | null} */
  #read = null;

  constructor() {
    this.element.append(this.#track, ...this.#shades, this.#seen, this.#lit, this.#checks, this.#cursor);
  }

  /**
   * @param {import('./course.js').Course} course
   * @param {number[]} used the sentences that have counterparts
   * @param {number[]} checked those with numbers to check
   */
  read(course, used, checked) {
    this.#read = { course, used, checked };
    // Drawn anew when its height is known.
    this.#height = 0;
  }

  /** Follows the height that there is. @returns {boolean} whether there is any */
  fit() {
    const height = Math.floor(this.element.parentElement?.clientHeight ?? 0);
    if (height !== this.#height && this.#read) {
      this.#height = height;
      this.element.setAttribute('height', String(height));
      this.#track.setAttribute('height', String(height));
      const { course, used, checked } = this.#read;
      const cover = course.cover(height, used);
      for (const [at, path] of this.#shades.entries()) path.setAttribute('d', rows(cover, SHADES[at], SHADES[at + 1] ?? Infinity));
      this.#checks.setAttribute('d', checked.map((index) => sign(this.#middle(index))).join(''));
    }
    return height > 0;
  }

  /**
   * @param {[number, number]} seen shares between which the text is seen
   * @param {number[]} lit sentences
   * @param {number | null} cursor the sentence that keys have led to
   */
  show([from, to], lit, cursor) {
    const height = Math.max(2 * LEAST, (to - from) * this.#height);
    const top = Math.max(0.5, Math.min(from * this.#height, this.#height - height - 0.5));
    this.#seen.setAttribute('y', String(top));
    this.#seen.setAttribute('height', String(Math.max(0, height - 1)));
    this.#lit.setAttribute('d', lit.map((index) => this.#bar(index)).join(''));
    const y = cursor === null ? 0 : this.#middle(cursor);
    this.#cursor.setAttribute('d', cursor === null ? '' : `M0 ${y}H${WIDTH}`);
  }

  /** @param {number} index */
  #middle(index) {
    const [from, to] = this.#read?.course.span(index) ?? [0, 0];
    return Math.round(((from + to) / 2) * this.#height);
  }

  /** @param {number} index */
  #bar(index) {
    const [from, to] = this.#read?.course.span(index) ?? [0, 0];
    const height = Math.max(LEAST, (to - from) * this.#height);
    const y = Math.min(from * this.#height, this.#height - height);
    return `M${STRIP.x - 2} ${y}h${STRIP.width + 4}v${height}h${-STRIP.width - 4}z`;
  }
}

/**
 * The rows with a cover between two bounds, those that touch each other together.
 *
 * @param {Float64Array} cover
 * @param {number} from
 * @param {number} to
 */
function rows(cover, from, to) {
  let path = '';
  for (let row = 0; row < cover.length; row += 1) {
    const start = row;
    while (row < cover.length && cover[row] >= from && cover[row] < to) row += 1;
    if (row > start) path += `M${STRIP.x} ${start}h${STRIP.width}v${row - start}h${-STRIP.width}z`;
  }
  return path;
}

/** Two lines across, as in the sign at the sentence. @param {number} y */
function sign(y) {
  return [y - 3, y + 1].map((line) => `M1 ${line}h${WIDTH - 2}v2h${2 - WIDTH}z`).join('');
}
