// Lights rendered sentences up: the parts that say what each is, and the classes and descriptions that go with them.

import { litBy } from './lit.js';
import { inSlices, ON_SCREEN } from './slices.js';

/** @typedef {import('./types.js').Place} Place */
/** @typedef {import('./types.js').Side} Side */
/** @typedef {import('./relations.js').Relations} Relations */
/** @typedef {import('./sentences.js').Sentences} Sentences */

/** How many sentences of each side are marked without giving the thread back. */
const AT_ONCE = 200;

export class Highlight {
  #shown;
  /** @type {Map<Element, Set<string>>} the parts that each lit element has now */
  #lit = new Map();

  /** @param {(place: Place) => Element | Element[] | null} shown what shows a sentence */
  constructor(shown) {
    this.#shown = shown;
  }

  /**
   * @param {Place | null} active
   * @param {Place | null} pinned
   * @param {Relations | null} relations
   */
  show(active, pinned, relations) {
    /** @type {Map<Element, Set<string>>} */
    const wanted = new Map();
    for (const { place, parts } of litBy(active, pinned, relations)) {
      for (const element of [this.#shown(place) ?? []].flat()) wanted.set(element, parts);
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
  const longer = Math.max(...sentences.counts);
  let index = 0;
  const some = (/** @type {number} */ count) => {
    for (const end = Math.min(longer, index + count); index < end; index += 1) {
      markOne({ side: 0, index }, sentences, relations);
      markOne({ side: 1, index }, sentences, relations);
    }
    return longer - index;
  };
  const more = (/** @type {number} */ count) => {
    const rest = some(count);
    // Styling them is half of the work.
    sentences.original({ side: 0, index: 0 })?.getBoundingClientRect();
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
  const described = relation?.others.map((other) => `s${1 - place.side}-${other}`).join(' ');
  if (described) element.setAttribute('aria-describedby', described);
  else element.removeAttribute('aria-describedby');
}
