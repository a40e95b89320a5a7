// What of the page can be seen: between bars that stand at the window's edges, and in what scrolls; and how a sentence comes to be.

import { scroller } from '../scrolling.js';

/** @typedef {import('./passages.js').Passage} Passage */

/** How far from the edges a sentence stops that was scrolled to, in pixels. */
const MARGIN = 24;

export class Sight {
  #host;
  #strip;
  #window;

  /** @param {Element} host @param {HTMLElement} strip stands at the window's lower edge */
  constructor(host, strip) {
    this.#host = host;
    this.#strip = strip;
    this.#window = host.ownerDocument.defaultView ?? window;
  }

  /** Where the upper edge is: below what the page keeps there. */
  get top() {
    const told = parseFloat(getComputedStyle(this.#host).getPropertyValue('--enface-sticky-top'));
    if (told >= 0) return told;
    const document = this.#host.ownerDocument;
    const { innerWidth, innerHeight } = this.#window;
    for (let at = document.elementFromPoint(innerWidth / 2, 1); at; at = at.parentElement) {
      if (/fixed|sticky/.test(getComputedStyle(at).position)) return Math.min(Math.max(at.getBoundingClientRect().bottom, 0), innerHeight / 3);
    }
    return 0;
  }

  /** @param {Element | Passage} what @param {number} [edge] the upper edge, for who asks many times */
  seen(what, edge = this.top) {
    const element = 'parent' in what ? (what.parent ?? this.#host) : what;
    const [top, bottom] = [edge, this.#window.innerHeight];
    const pane = scroller(element);
    if (pane === element.ownerDocument.scrollingElement) return { top, bottom };
    const rect = pane.getBoundingClientRect();
    return { top: Math.max(top, rect.top), bottom: Math.min(bottom, rect.bottom) };
  }

  /**
   * Scrolls whatever scrolls a sentence: first its paragraph into view, then what is still missing of it.
   *
   * @param {Passage} passage
   * @param {'nearest' | 'center'} block nearest: only where it can't be seen whole
   */
  reveal(passage, block) {
    const { parent } = passage;
    if (!parent) return;
    const missing = () => {
      const { top, bottom } = passage.getBoundingClientRect();
      const seen = this.seen(passage);
      const lower = Math.min(seen.bottom, this.#strip.getBoundingClientRect().top || seen.bottom) - MARGIN;
      const upper = seen.top + MARGIN;
      if (block === 'center') return (top + bottom - upper - lower) / 2;
      return top < upper ? top - upper : Math.max(0, Math.min(bottom - lower, top - upper));
    };
    if (missing()) parent.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    scroller(parent).scrollBy({ top: missing(), behavior: 'instant' });
  }
}
