// Keeps the reader's place: what stood at some height of the window still stands there after the texts are laid out anew.

import { listenToScrolls, scroller } from '../../scrolling.js';
import { lineTop, sentenceAt } from '../lines.js';

/** @typedef {import('../../types.js').Place} Place */
/** @typedef {import('../../types.js').Side} Side */
/** @typedef {{place: Place, top: number}} Mark a sentence, and at which height of the window its first line begins */

/** So many sentences back one is looked for that the new layout shows, in place of one that it hides. */
const NEAR = 40;

export class Bookmark {
  #desk;
  /** @type {Mark[]} one a side, the one that matters most first */
  #marks = [];
  /** The component's width when they were made. */
  #width = 0;
  /** @type {Side} the side that the reader used last */
  #side = 0;

  /** @param {import('../tools.js').Bench} bench */
  constructor(bench) {
    const { desk, signal } = bench;
    this.#desk = desk;
    const { frame } = desk.surface;
    let asked = 0;
    const note = () => {
      asked ||= requestAnimationFrame(() => {
        asked = 0;
        if (frame.clientWidth === this.#width) this.#note();
      });
    };
    // Panes that are put back, or that follow, scroll too: which side matters is told by what the reader does.
    const used = (/** @type {Event} */ { target }) => {
      const section = target instanceof Element ? target.closest('section') : null;
      if (section) this.#side = section.dataset.side === '1' ? 1 : 0;
    };
    for (const type of ['wheel', 'touchstart', 'pointerdown', 'keydown', 'focusin']) {
      desk.surface.page.addEventListener(type, used, { signal, capture: true, passive: true });
    }
    listenToScrolls(desk, note, signal);
    bench.on('ready', () => this.#note());
    bench.on('lit', note);
    bench.on('gone', () => (this.#marks = []));
    bench.on('laid', () => frame.clientWidth !== this.#width && this.#restore());
    desk.layout.keep = (change) => this.keep(change);
    signal.addEventListener('abort', () => {
      cancelAnimationFrame(asked);
      desk.layout.keep = (change) => change();
    });
  }

  /** @param {() => void} change lays the texts out anew */
  keep(change) {
    // Where the width has changed the texts have been laid out anew already.
    if (this.#desk.surface.frame.clientWidth === this.#width) this.#note();
    change();
    this.#restore();
  }

  #note() {
    const { layout, selection, sentences, surface } = this.#desk;
    this.#width = surface.frame.clientWidth;
    this.#marks = [];
    const order = /** @type {Side[]} */ ([this.#side, 1 - this.#side]);
    const lit = selection.active ?? selection.pinned;
    if (lit) order.sort((a, b) => Number(b === lit.side) - Number(a === lit.side));
    for (const side of order) {
      const section = layout.section(side);
      if (!sentences || !section) continue;
      const view = layout.seen(section);
      const inView = (/** @type {number} */ top) => top >= view.top && top < view.bottom;
      const own = lit?.side === side ? sentences.element(lit) : null;
      if (lit && own?.getClientRects().length && inView(lineTop(own))) {
        this.#marks.push({ place: lit, top: lineTop(own) });
        continue;
      }
      const index = sentenceAt(this.#desk, side, view.top + 1);
      const element = index !== null && sentences.element({ side, index });
      if (element && lineTop(element) < view.bottom) this.#marks.push({ place: { side, index }, top: lineTop(element) });
    }
    // In one column of two texts the place is in one of them.
    if (layout.kind !== 'columns') this.#marks.length = Math.min(1, this.#marks.length);
  }

  #restore() {
    const { layout, surface } = this.#desk;
    const [first, second] = this.#marks;
    if (!first) return;
    const columns = layout.kind === 'columns';
    // Panes stand wholly in the window, as far as that is long enough.
    if (columns) {
      const { top } = surface.page.getBoundingClientRect();
      if (top < layout.bars) scrollWindow(top - layout.bars);
    }
    this.#bring(this.#nearest(first.place), first.top);
    if (columns) {
      const other = second?.place ?? this.#counterpart(first.place);
      if (other) this.#bring(this.#desk.sentences?.element(other) ?? null, second?.top ?? first.top);
    }
    this.#note();
  }

  /** The element that now shows a sentence, its counterpart or what comes soon before. @param {Place} place */
  #nearest({ side, index }) {
    const { sentences } = this.#desk;
    for (let at = index; sentences && at >= 0 && at > index - NEAR; at -= 1) {
      const place = { side, index: at };
      for (const one of [place, this.#counterpart(place)]) {
        const element = one && sentences.element(one);
        if (element?.getClientRects().length) return element;
      }
    }
    return null;
  }

  /** @param {Place} place @returns {Place | null} */
  #counterpart(place) {
    const relation = this.#desk.relations?.of(place);
    return relation ? { side: place.side === 0 ? 1 : 0, index: relation.best } : null;
  }

  /** @param {HTMLElement | null} element @param {number} top */
  #bring(element, top) {
    if (!element) return;
    const pane = scroller(element);
    const way = lineTop(element) - top;
    if (pane !== document.scrollingElement) pane.scrollTop += way;
    // Beside a pane that scrolls, a short text stays where it is.
    else if (this.#desk.layout.kind !== 'columns') scrollWindow(way);
  }
}

/** @param {number} way in pixels, at once */
function scrollWindow(way) {
  window.scrollBy({ top: way, behavior: 'instant' });
}
