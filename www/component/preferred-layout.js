// The layout where there are tools: what a reader has chosen with them counts, also on the site's other pages.
//
// It comes before the tools do, with the reader's letters, so that nothing jumps.

import { Layout } from './layout.js';
import { step, STEPS, wear } from './letters.js';
import { remembered } from './memory.js';
import { KNOWN, said } from './properties.js';

/** @typedef {import('./layout.js').Kind} Kind */
/** @typedef {import('./types.js').Side} Side */

export class PreferredLayout extends Layout {
  /** Makes a change and keeps the reader's place meanwhile. @type {(change: () => void) => void} */
  keep = (change) => change();
  /** @type {{kind: Kind | 'auto', asked: string} | null} what the reader has chosen here, and what was asked for then */
  #chosen = null;
  #both = false;

  /** @param {import('./desk.js').Desk} desk */
  constructor(desk) {
    super(desk);
    // Another text may find others.
    const prepare = () => wear(desk.surface.frame);
    desk.addEventListener('gone', prepare);
    prepare();
  }

  /** The layout that is asked for: by the reader, else by who embeds the component, else by the reader once before. @returns {Kind | 'auto'} */
  get wanted() {
    const asked = said(this.desk.host, 'layout');
    if (this.#chosen?.asked !== asked) this.#chosen = null;
    const before = KNOWN.layout.find((kind) => kind === remembered('layout'));
    return this.#chosen?.kind ?? /** @type {Kind} */ (asked || (before ?? 'auto'));
  }

  get hides() {
    return this.swapped && this.kind === 'interleaved' ? 0 : super.hides;
  }

  /** The side that comes first. @returns {Side} */
  get lead() {
    return this.swapped ? 1 : 0;
  }

  /** What a side's text stands in. Not looked for among all sentences: it is asked for whenever anything scrolls. @param {Side} side */
  section(side) {
    const own = /** @type {HTMLElement[]} */ ([...this.desk.surface.page.children]);
    return own.find(({ dataset }) => dataset.side === String(side)) ?? null;
  }

  /** Whether something that the reader does needs all of both texts, whatever layout is wanted. @param {boolean} needed */
  set needsBoth(needed) {
    this.#both = needed;
    this.settle();
  }

  /** @param {Kind | 'auto'} kind what the reader chooses here, until who embeds the component asks for something else */
  choose(kind) {
    this.#chosen = { kind, asked: said(this.desk.host, 'layout') };
    this.settle();
  }

  settle() {
    const [first] = this.desk.surface.page.children;
    const swapped = remembered('swapped') === true;
    const isTurned = first instanceof HTMLElement && (first.dataset.side === '1') !== swapped;
    if (swapped === this.swapped && !isTurned) return super.settle();
    this.put(this.fitting(this.wanted));
    this.desk.laid();
  }

  /** @param {Kind | 'auto'} wanted */
  fitting(wanted) {
    return super.fitting(this.#both && wanted !== 'columns' ? 'auto' : wanted, STEPS.size[step('size')]);
  }

  /** @param {Kind} kind */
  put(kind) {
    this.keep(() => {
      this.swapped = remembered('swapped') === true;
      super.put(kind);
      const { frame, page } = this.desk.surface;
      frame.toggleAttribute('data-swapped', this.swapped);
      // A screen reader and Tab come to them in the order in which they are seen.
      const first = this.section(this.lead);
      if (first && first !== page.firstElementChild) page.prepend(first);
    });
  }
}
