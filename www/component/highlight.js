// Lights rendered sentences up: the parts that say what each is, and the classes and descriptions that go with them.

import { litBy } from './lit.js';
import { inSlices, ON_SCREEN } from './slices.js';

/** @typedef {import('./types.js').Place} Place */
/** @typedef {import('./types.js').Side} Side */
/** @typedef {import('./relations.js').Relations} Relations */
/** @typedef {import('./sentences.js').Sentences} Sentences */

/** How many sentences are marked without giving the thread back. */
const AT_ONCE = 400;

/** The id of what describes sentences without a source; the tools bring its words. */
export const NO_SOURCE = 'note-none';

export class Highlight {
  #sentences;
  /** @type {Map<HTMLElement, Set<string>>} the parts that each lit element has now */
  #lit = new Map();

  /** @param {Sentences} sentences */
  constructor(sentences) {
    this.#sentences = sentences;
  }

  /**
   * @param {Place | null} active
   * @param {Place | null} pinned
   * @param {Relations | null} relations
   */
  show(active, pinned, relations) {
    /** @type {Map<HTMLElement, Set<string>>} */
    const wanted = new Map();
    for (const { place, parts } of litBy(active, pinned, relations)) {
      for (const element of this.#sentences.elements(place)) wanted.set(element, parts);
    }
    for (const [element, parts] of this.#lit) {
      for (const part of parts) if (!wanted.get(element)?.has(part)) element.part.remove(part);
    }
    for (const [element, parts] of wanted) element.part.add(...parts);
    this.#lit = wanted;
  }
}

/**
 * Marks what the links tell of each sentence: linked, without support, to be checked. From the top of both texts down, and
 * of most pages all at once.
 *
 * @param {Sentences} sentences
 * @param {Relations} relations
 * @param {AbortSignal} signal
 * @returns {Promise<void> | null} what is still to be marked; nothing where all is
 */
export function mark(sentences, relations, signal) {
  const [left, right] = sentences.counts;
  const paired = 2 * Math.min(left, right);
  const longer = left > right ? 0 : 1;
  let done = 0;
  const first = sentences.original({ side: 0, index: 0 });
  const some = (/** @type {number} */ count) => {
    for (const end = Math.min(left + right, done + count); done < end; done += 1) {
      const [side, index] = done < paired ? [done % 2, done >> 1] : [longer, done - paired / 2];
      markOne({ side: /** @type {Side} */ (side), index }, sentences, relations);
    }
    return left + right - done;
  };
  const more = (/** @type {number} */ count) => {
    const rest = some(count);
    // Styling them is half of the work.
    first?.getBoundingClientRect();
    return rest;
  };
  return some(AT_ONCE) > 0 ? inSlices(ON_SCREEN, signal, more) : null;
}

/** @param {Place} place @param {Sentences} sentences @param {Relations} relations */
function markOne(place, sentences, relations) {
  const element = sentences.original(place);
  if (!element) return;
  const relation = relations.of(place);
  element.classList.toggle('linked', relation !== undefined);
  const isBare = place.side === 0 && !relation;
  element.part.toggle('unsupported', isBare);
  element.classList.toggle('bare', isBare);
  element.part.toggle('check', relations.checks(place).length > 0);
  const bare = place.side === 0 ? [NO_SOURCE] : [];
  const described = relation?.others.map((other) => `s${1 - place.side}-${other}`) ?? bare;
  if (described.length) element.setAttribute('aria-describedby', described.join(' '));
  else element.removeAttribute('aria-describedby');
}
