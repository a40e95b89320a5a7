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
  /** @type {{element: Element, parts: Set<string>}[]} what is lit now, and how */
  #lit = [];

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
    for (const { element, parts } of this.#lit) element.part.remove(...parts);
    this.#lit = litBy(active, pinned, relations).flatMap(({ place, parts }) => [this.#shown(place) ?? []].flat().map((element) => ({ element, parts })));
    for (const { element, parts } of this.#lit) element.part.add(...parts);
  }
}

/**
 * Marks what the links tell of each sentence: linked, without support, to be checked. From the top of both texts down, and
 * of most pages all at once.
 *
 * @param {Sentences} sentences
 * @param {Relations} relations
 * @param {Element} page they stand in
 * @param {AbortSignal} signal
 * @returns {Promise<void> | null} what is still to be marked; nothing where all is
 */
export function mark(sentences, relations, page, signal) {
  const longer = Math.max(...sentences.counts);
  let index = 0;
  const some = (/** @type {number} */ count) => {
    for (; count && index < longer; count -= 1, index += 1) {
      for (const side of /** @type {Side[]} */ ([0, 1])) markOne({ side, index }, sentences, relations);
    }
    // Styling them is half of the work.
    page.getBoundingClientRect();
    return longer - index;
  };
  return some(AT_ONCE) ? inSlices(ON_SCREEN, signal, some) : null;
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
