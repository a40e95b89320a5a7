// Which layout the two texts stand in, and what is seen in it.
//
// In `columns` each `section.side` is a pane that scrolls by itself where its text is longer than the window below the bars;
// the columns have a gap of at least 3rem between them. In every other layout the page around the component scrolls.
// `seen` tells where in the window an element can be seen, in pixels of the window; the desk's `laid` when any of this has changed.

import { said } from './properties.js';
import { scroller } from './scrolling.js';

/** @typedef {import('./types.js').Side} Side */
/** @typedef {'columns' | 'interleaved' | 'stacked' | 'first' | 'second'} Kind */

/** From this width on there are columns by themselves: in rem, for letters of the usual size. */
const WIDE = 46;
/** Below this width, in rem, there are none even when they are asked for. */
const NARROW = 30;

export class Layout {
  /** @type {Kind} the layout that is shown */
  kind = 'stacked';
  /** Whether the second text comes first. */
  swapped = false;

  /** @param {import('./desk.js').Desk} desk */
  constructor(desk) {
    this.desk = desk;
  }

  /** The layout that who embeds the component asks for. @returns {Kind | 'auto'} */
  get wanted() {
    return /** @type {Kind | ''} */ (said(this.desk.host, 'layout')) || 'auto';
  }

  /** The side whose sentences the layout does not show by themselves. @returns {Side | null} */
  get hides() {
    const { kind } = this;
    return kind === 'second' ? 0 : kind === 'first' || kind === 'interleaved' ? 1 : null;
  }

  /** Brings the layout up to date: before a text is rendered, so that nothing jumps, and whenever something has changed. */
  settle() {
    const kind = this.fitting(this.wanted);
    if (kind === this.kind && this.desk.surface.frame.dataset.layout) return;
    this.put(kind);
    this.desk.laid();
  }

  /** Follows the component's width, and the window's height, which panes follow. */
  watch() {
    const { signal, surface } = this.desk;
    const follow = () =>
      requestAnimationFrame(() => {
        if (signal.aborted) return;
        this.settle();
        this.desk.laid();
      });
    window.addEventListener('resize', follow, { signal, passive: true });
    const observer = new ResizeObserver(follow);
    // Without a height: that depends on the layout that the width asks for.
    observer.observe(surface.hairline);
    signal.addEventListener('abort', () => observer.disconnect());
  }

  /** The height of what covers the window's upper edge: the page's bar and the component's. */
  get bars() {
    return parseFloat(getComputedStyle(this.desk.surface.docks.above).top) || 0;
  }

  /** Where an element can be seen: its pane, without what bars cover. @param {Element} element */
  seen(element) {
    const pane = scroller(element);
    const { bars } = this;
    if (pane === document.scrollingElement) return { top: bars, bottom: innerHeight };
    const { top, bottom } = pane.getBoundingClientRect();
    return { top: Math.max(top, bars), bottom: Math.min(bottom, innerHeight) };
  }

  /** The layout that is shown where one is wanted. @param {Kind | 'auto'} wanted @param {number} [size] of letters, times the usual @returns {Kind} */
  fitting(wanted, size = 1) {
    const width = this.desk.surface.frame.getBoundingClientRect().width / parseFloat(getComputedStyle(document.documentElement).fontSize);
    if (wanted === 'auto') return width < WIDE * size ? 'stacked' : 'columns';
    return wanted === 'columns' && width < NARROW ? 'stacked' : wanted;
  }

  /** @param {Kind} kind */
  put(kind) {
    this.kind = kind;
    const { dataset } = this.desk.surface.frame;
    dataset.layout = kind;
    dataset.hides = String(this.hides ?? '');
  }
}
