// Lights sentences up where a browser has no registry of highlights: by boxes in the component's own tree, above the page and out of
// the pointer's way.

import { make } from '../dom.js';
import { FILLS, isOnDark, LINES, palettes } from './looks.js';
import { Sight } from './sight.js';

/** @typedef {import('./looks.js').Name} Name */
/** @typedef {import('./registry.js').Painter} Painter */

/** The letters lie below the fill and must be read through it. */
const CLEAR = '0.2';

const STROKES = new Map(LINES);
const COLOUR = new Map(FILLS);

/** @implements {Painter} */
export class Boxes {
  #host;
  #frame;
  #layer;
  #sight;
  /** @type {Map<Name, Range[]>} */
  #lit = new Map();
  /** @type {Element[]} */
  #texts = [];

  /** @param {Element} host @param {HTMLElement} frame covers the window */
  constructor(host, frame) {
    this.#host = host;
    this.#layer = make('div', 'boxes', { 'aria-hidden': 'true' });
    this.#sight = new Sight(host, frame);
    this.#frame = frame;
  }

  /** @param {Element[]} texts */
  enter(texts) {
    this.#texts = texts;
    this.#frame.prepend(this.#layer);
  }

  /** @param {Map<Name, Range[]>} lit */
  show(lit) {
    this.#lit = lit;
    this.refresh();
  }

  leave() {
    this.#lit.clear();
    this.#layer.replaceChildren();
    this.#layer.remove();
  }

  refresh() {
    const colours = palettes(this.#host);
    const boxes = [];
    for (const [name, ranges] of this.#lit) {
      for (const range of ranges) {
        const parent = range.startContainer.parentElement ?? this.#host;
        const seen = this.#sight.seen(parent);
        const own = colours[Number(isOnDark(parent, this.#texts))];
        for (const rect of range.getClientRects()) {
          if (rect.bottom > seen.top && rect.top < seen.bottom && rect.width) boxes.push(box(name, rect, own));
        }
      }
    }
    this.#layer.replaceChildren(...boxes);
  }
}

/** @param {Name} name @param {DOMRect} rect @param {Record<string, string>} colours */
function box(name, { left, top, width, height }, colours) {
  const element = make('div', `box ${name}`);
  Object.assign(element.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
  const stroke = STROKES.get(/** @type {import('./looks.js').Line} */ (name));
  if (!stroke) {
    const colour = COLOUR.get(/** @type {import('./looks.js').Fill} */ (name));
    Object.assign(element.style, { background: colours[`${colour}-line`], opacity: CLEAR });
    return element;
  }
  const [style, , colour] = stroke;
  // A border has no waves: a line of dots above says the same.
  const line = `${style === 'double' ? 3 : 2}px ${style === 'wavy' ? 'dotted' : style} ${colours[colour]}`;
  element.style.borderBlockEnd = line;
  if (style === 'wavy') element.style.borderBlockStart = line;
  return element;
}
