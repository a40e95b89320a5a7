// Room above the sheet: the sentence that it is about is never covered by it.

import { isStill, scroller } from '../../scrolling.js';

/** Pixels between the sentence and what is above or below it. */
const GAP = 8;
/** A sheet of this height still says something, in pixels; of this part of the window, enough. */
const LEAST = 96;
const MOST = 0.45;

export class Room {
  #desk;
  /** @type {HTMLElement | null} the sentence that room was made for */
  #element = null;
  /** @type {HTMLElement | null} what got room to scroll at its end */
  #holder = null;

  /** @param {import('../../desk.js').Desk} desk */
  constructor(desk) {
    this.#desk = desk;
  }

  /** How high a sheet may be that leaves the sentence free, in pixels. @param {HTMLElement} element */
  left(element) {
    const { top } = this.#desk.layout.seen(element);
    const free = innerHeight - top - element.getBoundingClientRect().height - 2 * GAP;
    return Math.max(LEAST, Math.min(innerHeight * MOST, free));
  }

  /**
   * Scrolls a sentence into what a sheet leaves free, and sees to it that others scroll it nowhere else.
   *
   * @param {HTMLElement} element
   * @param {number} edge where the sheet begins, in pixels of the window
   */
  make(element, edge) {
    if (element !== this.#element) this.#release();
    this.#element = element;
    const { frame } = this.#desk.surface;
    const { top } = this.#desk.layout.seen(element);
    const pane = scroller(element);
    const inside = pane instanceof HTMLElement && frame.contains(pane);
    const height = innerHeight - edge;
    // The page around may keep its own bars free already.
    const kept = parseFloat(getComputedStyle(pane).scrollPaddingBlockStart) || 0;
    const above = Math.max(0, inside ? 0 : top - kept) + GAP;
    const below = height - (inside ? Math.max(0, innerHeight - pane.getBoundingClientRect().bottom) : 0) + GAP;
    element.style.setProperty('scroll-margin-block', `${above}px ${below}px`);
    const holder = inside ? pane : frame;
    if (holder !== this.#holder) this.#holder?.style.removeProperty('padding-block-end');
    this.#holder = holder;
    holder.style.setProperty('padding-block-end', `${height}px`);
    const rect = element.getBoundingClientRect();
    if (rect.top >= top && rect.bottom <= edge) return;
    // What does not fit begins at the upper edge.
    const up = rect.top - top - GAP;
    const way = rect.bottom > edge ? Math.min(up, rect.bottom - edge + GAP) : up;
    pane.scrollBy({ top: way, behavior: isStill() ? 'auto' : 'smooth' });
  }

  /** Takes everything back. */
  drop() {
    this.#release();
    this.#holder?.style.removeProperty('padding-block-end');
    this.#holder = null;
  }

  #release() {
    this.#element?.style.removeProperty('scroll-margin-block');
    this.#element = null;
  }
}
