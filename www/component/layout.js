// Which layout the two texts stand in, and what scrolls in it.
//
// In `columns` each `section.side` is a pane that scrolls by itself where its text is longer than the window below the bars;
// the columns have a gap of at least 3rem between them. In every other layout the page around the component scrolls.
// `pane` says what scrolls a side, `scroller` what scrolls an element, `seen` where in the window an element can be seen; all
// in pixels of the window. `desk.on('laid')` tells when any of this has changed.

import { step, STEPS } from './letters.js';
import { remembered } from './memory.js';
import { said } from './properties.js';
import { scroller } from './scrolling.js';

/** @typedef {import('./types.js').Side} Side */
/** @typedef {'columns' | 'interleaved' | 'stacked' | 'first' | 'second'} Kind */

/** @type {Kind[]} */
export const KINDS = ['columns', 'interleaved', 'stacked', 'first', 'second'];

/** From this width on there are columns by themselves: in rem, for letters of the usual size. */
const WIDE = 46;
/** Below this width, in rem, there are none even when they are asked for. */
const NARROW = 30;

export class Layout {
  /** @type {Kind} the layout that is shown */
  kind = 'stacked';
  /** Whether the second text comes first. */
  swapped = false;
  /** Makes a change and keeps the reader's place meanwhile. @type {(change: () => void) => void} */
  keep = (change) => change();
  /** @type {Kind | 'auto' | null} what the reader has chosen here */
  #chosen = null;
  #both = false;
  #host;
  #surface;
  #changed;

  /**
   * @param {HTMLElement} host
   * @param {import('./desk.js').Surface} surface
   * @param {() => void} changed called when sentences lie elsewhere
   */
  constructor(host, surface, changed) {
    this.#host = host;
    this.#surface = surface;
    this.#changed = changed;
  }

  /** The layout that is asked for: by the reader, else by who embeds the component, else by the reader once before. */
  get wanted() {
    return this.#chosen ?? known(said(this.#host, 'layout')) ?? known(remembered('layout')) ?? 'auto';
  }

  /** The side that comes first. @returns {Side} */
  get lead() {
    return this.swapped ? 1 : 0;
  }

  /** The side whose sentences the layout does not show by themselves. @returns {Side | null} */
  get hides() {
    if (this.kind === 'interleaved') return this.swapped ? 0 : 1;
    return this.kind === 'first' ? 1 : this.kind === 'second' ? 0 : null;
  }

  /** @param {Kind | 'auto' | null} kind what the reader chooses here; null for nothing more */
  choose(kind) {
    this.#chosen = kind;
    this.settle();
  }

  /** Brings the layout up to date: before a text is rendered, so that nothing jumps, and whenever something has changed. */
  settle() {
    const kind = this.#fitting();
    const swapped = remembered('swapped') === true;
    const [first] = this.#surface.page.children;
    const turned = first instanceof HTMLElement && (first.dataset.side === '1') !== swapped;
    if (kind === this.kind && swapped === this.swapped && !turned && this.#surface.frame.dataset.layout) return;
    this.keep(() => this.#put(kind, swapped));
    this.#changed();
  }

  /**
   * Follows the component's width, and the window's height, which panes follow.
   *
   * @param {Element} ruler as wide as the component; without a height, for that depends on the layout that the width asks for
   * @param {AbortSignal} signal
   */
  watch(ruler, signal) {
    let asked = 0;
    const follow = () => {
      cancelAnimationFrame(asked);
      asked = requestAnimationFrame(() => {
        this.settle();
        this.#changed();
      });
    };
    window.addEventListener('resize', follow, { signal, passive: true });
    const observer = new ResizeObserver(follow);
    observer.observe(ruler);
    signal.addEventListener('abort', () => (observer.disconnect(), cancelAnimationFrame(asked)), { once: true });
  }

  /** What scrolls a side. @param {Side} side @returns {Element} */
  pane(side) {
    return scroller(this.section(side) ?? this.#surface.page);
  }

  /** What a side's text stands in. Not looked for among all sentences: it is asked for whenever anything scrolls. @param {Side} side */
  section(side) {
    const own = [...this.#surface.page.children].find((child) => child instanceof HTMLElement && child.dataset.side === String(side));
    return own instanceof HTMLElement ? own : null;
  }

  /** The height of what covers the window's upper edge: the page's bar and the component's. */
  get bars() {
    return parseFloat(getComputedStyle(this.#surface.docks.above).top) || 0;
  }

  /** Where an element can be seen: its pane, without what bars cover. @param {Element} element */
  seen(element) {
    const pane = scroller(element);
    const { bars } = this;
    if (pane === document.scrollingElement) return { top: bars, bottom: innerHeight };
    const { top, bottom } = pane.getBoundingClientRect();
    return { top: Math.max(top, bars), bottom: Math.min(bottom, innerHeight) };
  }

  /** Whether something that the reader does needs all of both texts, whatever layout is wanted. @param {boolean} needed */
  set needsBoth(needed) {
    this.#both = needed;
    this.settle();
  }

  /** @returns {Kind} */
  #fitting() {
    const width = this.#surface.frame.getBoundingClientRect().width / parseFloat(getComputedStyle(document.documentElement).fontSize);
    const { wanted } = this;
    if (wanted === 'auto' || (this.#both && wanted !== 'columns')) return width < WIDE * STEPS.size[step('size')] ? 'stacked' : 'columns';
    return wanted === 'columns' && width < NARROW ? 'stacked' : wanted;
  }

  /** @param {Kind} kind @param {boolean} swapped */
  #put(kind, swapped) {
    Object.assign(this, { kind, swapped });
    const { frame, page } = this.#surface;
    frame.dataset.layout = kind;
    frame.toggleAttribute('data-swapped', swapped);
    if (this.hides === null) delete frame.dataset.hides;
    else frame.dataset.hides = String(this.hides);
    // A screen reader and Tab come to them in the order in which they are seen.
    const first = this.section(this.lead);
    if (first && first !== page.firstElementChild) page.prepend(first);
  }
}

/** @param {unknown} name @returns {Kind | 'auto' | null} */
function known(name) {
  return name === 'auto' ? name : (KINDS.find((kind) => kind === name) ?? null);
}
