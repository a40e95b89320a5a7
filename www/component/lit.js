// What is lit when a sentence is pointed at or pinned: it, its counterparts, and how sure it is that they belong together.

import { confidence } from './confidence.js';

/** @typedef {import('./types.js').Place} Place */
/** @typedef {import('./types.js').Side} Side */
/** @typedef {'active' | 'pinned' | 'counterpart' | 'best' | 'likely' | 'possible'} Part */

/**
 * @param {Place | null} active
 * @param {Place | null} pinned
 * @param {import('./relations.js').Relations | null} relations
 * @returns {{place: Place, parts: Set<Part>}[]} each sentence once
 */
export function litBy(active, pinned, relations) {
  /** @type {Map<string, {place: Place, parts: Set<Part>, score: number}>} */
  const lit = new Map();
  const want = (/** @type {Place} */ place, /** @type {Part} */ part, score = 0) => {
    const key = `${place.side}-${place.index}`;
    const known = lit.get(key) ?? { place, parts: new Set(), score: 0 };
    known.parts.add(part);
    known.score = Math.max(score, known.score);
    lit.set(key, known);
  };
  for (const [place, part] of /** @type {[Place | null, Part][]} */ ([[pinned, 'pinned'], [active, 'active']])) {
    const relation = place && relations?.of(place);
    if (place) want(place, part, relation?.score ?? 1);
    if (!place || !relation) continue;
    const side = /** @type {Side} */ (1 - place.side);
    for (const index of relation.others) want({ side, index }, 'counterpart', relations?.score(place, index));
    want({ side, index: relation.best }, 'best');
  }
  for (const { parts, score } of lit.values()) {
    const step = confidence(score);
    if (step !== 'sure') parts.add(step);
  }
  return [...lit.values()];
}
