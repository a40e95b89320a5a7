// Ribbons between facing pages: from what is lit and what is pinned to its counterparts, or to the edge behind which they
// lie. For the eye only: underlines, the card and the texts say the same.

import { confidence } from '../../confidence.js';
import { listenToScrolls } from '../../scrolling.js';
import { same } from '../../sentences.js';
import { drawn } from '../icons.js';
import { band, bend, shares } from './shapes.js';

/** @typedef {import('../../types.js').Place} Place */
/** @typedef {import('../../types.js').Side} Side */
/** @typedef {import('./shapes.js').Edge} Edge */
/** @typedef {import('./shapes.js').Outline} Outline */
/** @typedef {{inner: number, towards: 1 | -1, slack: number, seen: {top: number, bottom: number}}} Column where its text ends, the way to the other one, how far from that end a line may end, and what is seen of it */
/** @typedef {{edge: Edge | null, up: boolean}} End where a ribbon meets a sentence; without an edge it lies above or below what is seen */
/** @typedef {{key: string, outline: Outline, look: string, rightwards: boolean}} Ribbon */

/** How much broader the ribbon of the best counterpart leaves its sentence. */
const BEST = 1.6;
/** Lines that end this near to where a column's text ends count as ending there, in pixels: a ragged edge. */
const RAGGED = 72;
/** The same where lines begin: an indented list or quotation. */
const INDENTED = 36;
/** How far a lit sentence's box reaches beyond its letters, in pixels. */
const RIM = 2;
/** From an arrow to its column's text, and to the edge that it points to, in pixels. */
const BESIDE = 30;
const BEFORE = 4;

/** @param {import('../tools.js').Bench} bench */
export function installRibbons(bench) {
  const { desk, signal } = bench;
  const ribbons = new Ribbons(desk);
  let asked = 0;
  const draw = () => {
    asked ||= requestAnimationFrame(() => {
      asked = 0;
      ribbons.draw();
    });
  };
  for (const moment of /** @type {const} */ (['lit', 'linked', 'laid', 'gone'])) bench.on(moment, draw);
  listenToScrolls(desk, draw, signal);
  window.addEventListener('resize', draw, { signal, passive: true });
  ribbons.unwanted.addEventListener('change', draw, { signal });
  signal.addEventListener('abort', () => (cancelAnimationFrame(asked), ribbons.remove()), { once: true });
}

class Ribbons {
  /** Where underlines and signs speak instead. */
  unwanted = matchMedia('(prefers-reduced-motion: reduce), (forced-colors: active)');
  #desk;
  #layer = drawn('svg', { class: 'ribbons', part: 'ribbons', 'aria-hidden': 'true' });
  /** From what is lit to its counterparts, for either direction. */
  #fades = [fade('rightwards', ['from', 'to']), fade('leftwards', ['to', 'from'])];
  /** @type {Map<string, SVGElement>} by key: one that stays doesn't fade in anew */
  #shown = new Map();

  /** @param {import('../tools.js').Desk} desk */
  constructor(desk) {
    this.#desk = desk;
    this.#layer.append(...this.#fades);
    desk.surface.frame.append(this.#layer);
  }

  remove() {
    this.#layer.remove();
  }

  draw() {
    const { active, pinned } = this.#desk.selection;
    const sources = [pinned, active].filter((place, at) => place && !(at === 1 && same(place, pinned)));
    const columns = sources.length && !this.unwanted.matches ? this.#columns() : null;
    /** @type {Ribbon[]} */
    const ribbons = [];
    if (columns) {
      this.#place(columns);
      for (const source of sources) if (source) ribbons.push(...this.#from(source, columns));
    }
    this.#show(ribbons);
  }

  /** The two columns, if they stand side by side. @returns {[Column, Column] | null} */
  #columns() {
    const { layout } = this.#desk;
    if (layout.kind !== 'columns') return null;
    const [one, other] = [layout.section(0), layout.section(1)];
    if (!one || !other) return null;
    const boxes = [one, other].map((section) => section.getBoundingClientRect());
    const [first] = boxes[0].left < boxes[1].left ? boxes : [boxes[1]];
    if (first.right > Math.max(boxes[0].left, boxes[1].left)) return null;
    const columns = [one, other].map((section, side) => {
      const { paddingLeft, paddingRight, direction } = getComputedStyle(section);
      const start = boxes[side].left + section.clientLeft;
      const leads = boxes[side] === first;
      const inner = leads ? start + section.clientWidth - parseFloat(paddingRight) : start + parseFloat(paddingLeft);
      const slack = leads === (direction === 'ltr') ? RAGGED : INDENTED;
      return /** @type {Column} */ ({ inner, towards: leads ? 1 : -1, slack, seen: layout.seen(section) });
    });
    return [columns[0], columns[1]];
  }

  /** Lays the layer over the columns' inner parts; what is drawn on it is measured in the window. @param {[Column, Column]} columns */
  #place(columns) {
    const [left, right] = columns.map(({ inner }) => inner).sort((a, b) => a - b);
    const x = Math.floor(left - RAGGED);
    const y = Math.floor(Math.min(...columns.map(({ seen }) => seen.top)));
    const end = Math.floor(Math.max(...columns.map(({ seen }) => seen.bottom)));
    const frame = this.#desk.surface.frame.getBoundingClientRect();
    const [width, height] = [Math.ceil(right + RAGGED) - x, Math.max(0, end - y)];
    this.#layer.style.translate = `${x - frame.left}px ${y - frame.top}px`;
    set(this.#layer, { width, height, viewBox: `${x} ${y} ${width} ${height}` });
    for (const gradient of this.#fades) set(gradient, { x1: left, x2: right });
  }

  /**
   * The ribbons of a sentence.
   *
   * @param {Place} source
   * @param {[Column, Column]} columns
   * @returns {Ribbon[]}
   */
  #from(source, columns) {
    const { relations } = this.#desk;
    const relation = relations?.of(source);
    if (!relation || !relations) return [];
    const side = /** @type {Side} */ (1 - source.side);
    const [near, far] = [columns[source.side], columns[side]];
    const start = this.#end(source, near);
    /** @type {Map<string, {end: End, best: boolean, score: number}>} counterparts off the screen share an arrow a direction */
    const ends = new Map();
    for (const index of relation.others) {
      const end = this.#end({ side, index }, far);
      const key = end.edge ? String(index) : end.up ? 'above' : 'below';
      const known = ends.get(key);
      const score = Math.max(relations.score(source, index), known?.score ?? 0);
      ends.set(key, { end, score, best: index === relation.best || (known?.best ?? false) });
    }
    const order = [...ends].sort(([, { end: a }], [, { end: b }]) => height(a) - height(b));
    const parts = start.edge && shares(start.edge, order.map(([, { best }]) => (best ? BEST : 1)));
    return order.flatMap(([key, { end, best, score }], at) => {
      const outline = between(parts ? { edge: parts[at], up: false } : start, near, end, far);
      if (!outline) return [];
      const look = `ribbon ${best ? 'strongest ' : ''}${confidence(score)}`;
      return [{ key: `${source.side}-${source.index} ${key}`, outline, look, rightwards: near.towards > 0 }];
    });
  }

  /**
   * Where a ribbon meets a sentence: at those of its lines that reach the column's inner end.
   *
   * @param {Place} place
   * @param {Column} column
   * @returns {End}
   */
  #end(place, { inner, towards, slack, seen }) {
    const lines = [...(this.#desk.sentences?.element(place)?.getClientRects() ?? [])].filter(({ width }) => width);
    const reach = ({ left, right } = new DOMRect()) => (towards > 0 ? inner - right : left - inner);
    const ending = lines.filter((line) => reach(line) < slack);
    const lit = ending.length ? ending : lines;
    const top = Math.min(...lit.map((line) => line.top)) - RIM;
    const bottom = Math.max(...lit.map((line) => line.bottom)) + RIM;
    if (!lines.length || bottom <= seen.top || top >= seen.bottom) return { edge: null, up: bottom <= seen.top };
    const gap = ending.length ? Math.min(...ending.map(reach)) - RIM : 0;
    return { edge: { x: inner - towards * gap, top: Math.max(top, seen.top), bottom: Math.min(bottom, seen.bottom) }, up: false };
  }

  /** @param {Ribbon[]} ribbons */
  #show(ribbons) {
    const keys = new Set(ribbons.map(({ key }) => key));
    for (const [key, element] of this.#shown) {
      if (keys.has(key)) continue;
      element.remove();
      this.#shown.delete(key);
    }
    for (const { key, outline, look, rightwards } of ribbons) {
      let element = this.#shown.get(key);
      if (!element) {
        element = drawn('g', {});
        element.append(drawn('path', { class: 'surface' }), drawn('path', { class: 'sides' }));
        this.#shown.set(key, element);
        this.#layer.append(element);
      }
      set(element, { class: look });
      const [surface, sides] = element.children;
      set(surface, { d: outline.fill, fill: `url(#${rightwards ? 'rightwards' : 'leftwards'})` });
      set(sides, { d: outline.lines });
    }
  }
}

/**
 * A band between two sentences; where one of them is off the screen, a bend from the other one that points there.
 *
 * @param {End} start @param {Column} near @param {End} end @param {Column} far
 * @returns {Outline | null} nothing where both are off the screen
 */
function between(start, near, end, far) {
  if (start.edge && end.edge) return band(start.edge, end.edge);
  const [seen, hidden, { inner, towards, seen: window }] = start.edge ? [start, end, far] : [end, start, near];
  if (!seen.edge) return null;
  const { up } = hidden;
  return bend(seen.edge, { x: inner + towards * BESIDE, y: up ? window.top + BEFORE : window.bottom - BEFORE, up });
}

/** @param {End} end how far down it is */
function height({ edge, up }) {
  return edge ? edge.top : up ? -Infinity : Infinity;
}

/** @param {string} id @param {string[]} stops */
function fade(id, stops) {
  const gradient = drawn('linearGradient', { id, gradientUnits: 'userSpaceOnUse' });
  gradient.append(...stops.map((name, at) => drawn('stop', { class: `fade-${name}`, offset: String(at) })));
  return gradient;
}

/** Sets what has changed. @param {Element} element @param {Record<string, string | number>} attributes */
function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value));
  }
}
