// Facing pages scroll together, by their links: what is read in the one has its counterpart at the same height in the other.
//
// Only what the reader moves leads: the pane in which the last wheel, finger, press or key was. Nothing is measured ahead, for
// a page's fonts, folds and widths change: a frame of scrolling asks for some thirty places, found by halving.

import { remember, remembered } from '../../memory.js';
import { isStill, scroller } from '../../scrolling.js';
import { flowTop, sentenceAt } from '../lines.js';

/** @typedef {import('../../types.js').Side} Side */
/** @typedef {[from: number, to: number]} Pair a sentence of the side that leads, and where it leads to on the other */

/** Where on a pane a reader's eyes are, of its height. */
const LINE = 0.35;
/** A way of so many pixels is gone at once; a longer one in steps of this share, so that the eye can follow. */
const STRIDE = 64;
const SHARE = 0.25;

export class Sync {
  #desk;
  /** @type {Side | null} the side that the reader moves */
  #leader = null;
  /** @type {[Pair[], Pair[]]} by the side that leads */
  #pairs = [[], []];
  #frame = 0;

  /** @param {import('../tools.js').Bench} bench */
  constructor(bench) {
    const { desk, signal } = bench;
    this.#desk = desk;
    const { page } = desk.surface;
    for (const type of ['wheel', 'touchstart', 'pointerdown', 'keydown']) {
      const options = { signal, capture: true, passive: true };
      window.addEventListener(type, () => (this.#leader = null), options);
      // What is in a closed shadow tree is not told of at the window.
      page.addEventListener(type, (event) => (this.#leader = this.#sideOf(event)), options);
    }
    page.addEventListener('scroll', (event) => this.#sideOf(event) === this.#leader && this.#follow(), { signal, capture: true, passive: true });
    bench.on('linked', () => (this.#pairs = [pairs(desk, 0), pairs(desk, 1)]));
    bench.on('gone', () => this.#rest());
    signal.addEventListener('abort', () => this.#rest(), { once: true });
  }

  get on() {
    // Who wants nothing to move by itself has to ask for it.
    return remembered('sync') === true || (remembered('sync') !== false && !isStill());
  }

  set on(on) {
    remember('sync', on);
    if (on) this.#leader ??= this.#desk.layout.lead;
    if (on) this.#follow();
  }

  /** The side whose text an event comes from. @param {Event} event @returns {Side | null} */
  #sideOf(event) {
    const { page } = this.#desk.surface;
    const section = event.composedPath().find((one) => one instanceof HTMLElement && one.parentNode === page && one.dataset.side);
    return section instanceof HTMLElement ? (section.dataset.side === '1' ? 1 : 0) : null;
  }

  /** What scrolls a side. @param {Side} side @returns {Element} */
  #pane(side) {
    return scroller(this.#desk.layout.section(side) ?? this.#desk.surface.page);
  }

  #rest() {
    this.#leader = null;
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  #follow() {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      if (this.#leader === null || !this.on || this.#desk.layout.kind !== 'columns') return;
      const pane = this.#pane(this.#leader === 0 ? 1 : 0);
      const way = this.#way(this.#leader, pane);
      if (way === null || Math.abs(way) < 1) return;
      const before = pane.scrollTop;
      pane.scrollTop += Math.abs(way) <= STRIDE ? way : way * SHARE;
      // Until it is there, or can't go on.
      if (Math.abs(way) > STRIDE && pane.scrollTop !== before) this.#follow();
    });
  }

  /**
   * How far the other pane has to scroll; null where one of the two doesn't scroll or nothing is linked.
   *
   * @param {Side} side the one that leads
   * @param {Element} other the other's pane
   */
  #way(side, other) {
    const pane = this.#pane(side);
    const found = this.#pairs[side];
    if (pane === other || pane === document.scrollingElement || other === document.scrollingElement || !found.length) return null;
    const line = pane.getBoundingClientRect().top + reading(pane);
    const index = sentenceAt(this.#desk, side, line);
    if (index === null) return null;
    let next = after(found, index);
    // The line may lie above the first line of the next one, which begins where this one ends.
    const top = (/** @type {number} */ at) => this.#top(side, found[at]?.[0], at < 0, pane);
    while (next < found.length && top(next) <= line) next += 1;
    while (next > 0 && top(next - 1) > line) next -= 1;
    const [from, to] = [top(next - 1), top(next)];
    const share = to > from ? (line - from) / (to - from) : 0;
    const mirror = /** @type {Side} */ (1 - side);
    const [start, end] = [next - 1, next].map((at) => this.#top(mirror, found[at]?.[1], at < 0, other));
    const height = other.getBoundingClientRect().top + reading(pane) * (other.clientHeight / pane.clientHeight);
    return start + (end - start) * share - height;
  }

  /**
   * Where a sentence begins; where there is none, where its side does, or ends.
   *
   * @param {Side} side @param {number | undefined} index @param {boolean} first @param {Element} pane
   */
  #top(side, index, first, pane) {
    const element = index === undefined ? null : this.#desk.sentences?.original({ side, index });
    if (element) return flowTop(element, pane);
    const start = pane.getBoundingClientRect().top - pane.scrollTop;
    return first ? start : start + pane.scrollHeight;
  }
}

/**
 * How far below a pane's upper edge the reader's line is. It is at the edge where the text begins and at the lower one where it
 * ends, so that both texts begin together and end together.
 *
 * @param {Element} pane
 */
function reading({ scrollTop, scrollHeight, clientHeight }) {
  const most = scrollHeight - clientHeight;
  const reach = Math.min(clientHeight, most);
  const [head, tail] = [reach * LINE, reach * (1 - LINE)];
  const left = most - scrollTop;
  if (scrollTop < head) return (clientHeight * LINE * scrollTop) / head;
  if (left < tail) return clientHeight * (1 - (1 - LINE) * (left / tail));
  return clientHeight * LINE;
}

/** The first pair that begins after a sentence. @param {Pair[]} found @param {number} index */
function after(found, index) {
  let [from, to] = [0, found.length];
  while (from < to) {
    const at = (from + to) >> 1;
    if (found[at][0] > index) to = at;
    else from = at + 1;
  }
  return from;
}

/**
 * In a parallel text bead after bead, forward in both; in a summary each sentence's best.
 *
 * @param {import('../tools.js').Desk} desk @param {Side} side that leads
 */
function pairs({ alignment, relations, sentences }, side) {
  /** @type {Pair[]} */
  const found = [];
  if (alignment?.regime === 'parallel') {
    const beads = alignment.links.filter(({ left, right }) => left.length && right.length);
    const starts = beads.map(({ left, right }) => /** @type {Pair} */ (side === 0 ? [left[0], right[0]] : [right[0], left[0]]));
    for (const pair of starts.sort((a, b) => a[0] - b[0])) {
      if (pair[1] >= (found.at(-1)?.[1] ?? 0)) found.push(pair);
    }
    return found;
  }
  for (let index = 0; index < (sentences?.counts[side] ?? 0); index += 1) {
    const relation = relations?.of({ side, index });
    if (relation?.others.length) found.push([index, relation.best]);
  }
  return found;
}
