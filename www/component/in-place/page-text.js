// The words of both texts as one string, and the way from an offset in it to a place in the page and back.

import { firstWhere } from './first-where.js';

/** @typedef {{node: Text, at: number}} Spot a place in a text node, in UTF-16 code units */

export class PageText {
  /** The words of both, each block on a line of its own. */
  text = '';
  /** `[side, kind, start, end]` for each block, in UTF-16 code units. @type {number[]} */
  blocks = [];
  /** Where each side's words begin and end. @type {[[number, number], [number, number]]} */
  sides = [[0, 0], [0, 0]];
  /** @type {[string, string]} as the page tells them; empty where it does not */
  langs = ['', ''];

  // A run is a stretch of a text node whose letters stand in `text` as they are.
  /** @type {Text[]} */
  #nodes = [];
  /** @type {number[]} where each begins in its node */
  #ats = [];
  /** @type {number[]} where each begins in the text */
  #starts = [];
  /** @type {number[]} how long each is */
  #lengths = [];
  /** @type {Map<Text, number>} the first run of a node; its others follow */
  #first = new Map();
  /** @type {string[]} what is not in `text` yet */
  #fresh = [];
  length = 0;

  /** Adds letters of a node. @param {Text} node @param {number} at @param {string} letters */
  add(node, at, letters) {
    const last = this.#nodes.length - 1;
    const follows = this.#nodes[last] === node && this.#ats[last] + this.#lengths[last] === at;
    if (follows && this.#starts[last] + this.#lengths[last] === this.length) this.#lengths[last] += letters.length;
    else {
      if (!this.#first.has(node)) this.#first.set(node, last + 1);
      this.#nodes.push(node);
      this.#ats.push(at);
      this.#starts.push(this.length);
      this.#lengths.push(letters.length);
    }
    this.put(letters);
  }

  /** Adds what stands in no node: the end of a line. @param {string} letters */
  put(letters) {
    this.#fresh.push(letters);
    this.length += letters.length;
  }

  /** Everything is in it. */
  close() {
    this.text = this.#fresh.join('');
    this.#fresh = [];
  }

  /**
   * A stretch of the text as ranges of the page, one for each run: without what stands between runs, such as ruby.
   *
   * @param {number} start
   * @param {number} end
   * @returns {Range[]}
   */
  ranges(start, end) {
    const ranges = [];
    for (let run = this.#run(start); run < this.#nodes.length && this.#starts[run] < end; run += 1) {
      const [node, at, from] = [this.#nodes[run], this.#ats[run], this.#starts[run]];
      const [first, last] = [Math.max(start - from, 0), Math.min(end - from, this.#lengths[run])];
      // The page may have shortened it since.
      if (first >= last || at + last > node.length) continue;
      const range = node.ownerDocument.createRange();
      range.setStart(node, at + first);
      range.setEnd(node, at + last);
      ranges.push(range);
    }
    return ranges;
  }

  /**
   * Where a place in the page is in the text; null outside of both texts.
   *
   * @param {Node} node
   * @param {number} at
   */
  offset(node, at) {
    const first = this.#first.get(/** @type {Text} */ (node));
    if (first === undefined) return null;
    let run = first;
    while (this.#nodes[run + 1] === node && this.#ats[run + 1] <= at) run += 1;
    return this.#starts[run] + Math.min(Math.max(at - this.#ats[run], 0), this.#lengths[run]);
  }

  /** Whether another reading has the same words in the same blocks. @param {PageText | null} other */
  equals(other) {
    return other?.text === this.text && `${other.langs}` === `${this.langs}` && other.blocks.every((number, at) => number === this.blocks[at]);
  }

  /** The last run that begins at an offset or before it. @param {number} offset */
  #run(offset) {
    return Math.max(0, firstWhere(this.#starts.length, (at) => this.#starts[at] > offset) - 1);
  }
}
