// Shows in the texts what was found: as highlights of the browser's own, which change nothing in the page; where it has
// none, as a part of the sentence.

import { inSlices, ON_PAGE } from '../../slices.js';
import { unfolded } from '../folding.js';

/** @typedef {import('./search.js').Match} Match */

/** The names that the style sheet knows: everything found, and the match that the reader is at. */
const NAMES = ['enface-found', 'enface-found-here'];

export class Marks {
  #bench;
  /** @type {[Set<AbstractRange>, Set<AbstractRange>]} what was added to each highlight */
  #ranges = [new Set(), new Set()];
  /** @type {Set<Element>} what has the part instead */
  #parts = new Set();

  /** @param {import('../tools.js').Bench} bench */
  constructor(bench) {
    this.#bench = bench;
  }

  /** Shows all matches, in slices. @param {Match[]} matches @param {AbortSignal} signal */
  async show(matches, signal) {
    this.#clearFound();
    let next = 0;
    await inSlices(ON_PAGE, signal, (count) => {
      for (const end = Math.min(matches.length, next + count); next < end; next += 1) this.#add(0, matches[next]);
      return matches.length - next;
    });
  }

  /** Shows which match the reader is at. @param {Match | null} match */
  here(match) {
    this.#drop(1);
    if (match && shared(0)) this.#add(1, match);
  }

  clear() {
    this.#clearFound();
    this.#drop(1);
  }

  #clearFound() {
    this.#drop(0);
    for (const element of this.#parts) element.part.remove('found');
    this.#parts.clear();
  }

  /** @param {0 | 1} which @param {Match} match */
  #add(which, match) {
    const highlight = shared(which);
    for (const element of this.#bench.elements(match.place)) {
      const range = highlight && rangeOf(element, match);
      if (range) {
        highlight.add(range);
        this.#ranges[which].add(range);
      } else {
        element.part.add('found');
        this.#parts.add(element);
      }
    }
  }

  /** @param {0 | 1} which */
  #drop(which) {
    const highlight = shared(which);
    for (const range of this.#ranges[which]) highlight?.delete(range);
    this.#ranges[which].clear();
  }
}

/** The highlight of that name, which all components of a page share. @param {0 | 1} which @returns {Highlight | null} */
function shared(which) {
  if (!globalThis.Highlight || !CSS.highlights) return null;
  const known = CSS.highlights.get(NAMES[which]);
  if (known) return known;
  const made = new Highlight();
  made.priority = which;
  CSS.highlights.set(NAMES[which], made);
  return made;
}

/**
 * A match may begin in one piece of inline markup and end in another.
 *
 * @param {Element} element
 * @param {Match} match
 * @returns {AbstractRange | null}
 */
function rangeOf(element, { at, length }) {
  const [start, end] = unfolded(element.textContent ?? '', at, length);
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  /** @type {{startContainer?: Node, startOffset: number}} */
  const from = { startOffset: 0 };
  let before = 0;
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const after = before + (node.nodeValue?.length ?? 0);
    if (!from.startContainer && start < after) Object.assign(from, { startContainer: node, startOffset: start - before });
    if (from.startContainer && end <= after) {
      const { startContainer, startOffset } = from;
      return new StaticRange({ startContainer, startOffset, endContainer: node, endOffset: end - before });
    }
    before = after;
  }
  return null;
}
