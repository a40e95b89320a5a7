// What a reader decides about the links that are shown: link, unlink, merge, split, no counterpart. Each gives the decisions
// that hold from then on, the old ones among them; knows no page and no browser.

import { fit, inOrder, isBefore, isLink, members } from './corrections.js';

/** @typedef {import('../../types.js').Alignment} Alignment */
/** @typedef {import('../../types.js').Decision} Decision */
/** @typedef {import('../../types.js').Place} Place */
/** @typedef {import('../../types.js').Side} Side */

/**
 * Decisions; or the reader's own bead that the new one would cross, which is for the reader to undo; or null where there is
 * nothing to do.
 *
 * @typedef {{decisions: Decision[]} | {crossed: Decision} | null} Outcome
 */

/**
 * What a sentence is linked with: its bead, or in a summary the sentence and its counterparts.
 *
 * @param {Alignment} shown
 * @param {Place} place
 * @returns {Decision}
 */
export function group({ regime, links }, { side, index }) {
  const mine = links.filter(({ left, right }) => (side === 0 ? left : right).includes(index));
  const all = (/** @type {'left' | 'right'} */ name) => inOrder(mine.flatMap((link) => link[name]));
  const whole = regime === 'parallel' && mine.length > 0;
  return {
    left: side === 0 && !whole ? [index] : all('left'),
    right: side === 1 && !whole ? [index] : all('right'),
  };
}

/**
 * Links a sentence of the other side to a sentence and its bead, or takes it away from them.
 *
 * @param {Alignment} shown
 * @param {Place} place
 * @param {Place} other
 * @returns {Outcome}
 */
export function toggle(shown, place, other) {
  if (shown.regime === 'summary') {
    const [left, right] = place.side === 0 ? [place.index, other.index] : [other.index, place.index];
    return decideSets(shown, [[left, toggled(group(shown, { side: 0, index: left }).right, right)]]);
  }
  const bead = group(shown, place);
  const next = other.side === 0 ? { ...bead, left: toggled(bead.left, other.index) } : { ...bead, right: toggled(bead.right, other.index) };
  return decideBeads(shown, isLink(next) ? [next] : [...alone(0, next.left), ...alone(1, next.right)]);
}

/**
 * Joins a sentence and its bead with what follows on its side; in a summary, both get the counterparts of both.
 *
 * @param {Alignment} shown
 * @param {Place} place
 * @returns {Outcome}
 */
export function merge(shown, place) {
  const own = group(shown, place);
  const index = 1 + (shown.regime === 'parallel' ? Math.max(...sideOf(own, place.side)) : place.index);
  if (index >= shown.sides[place.side].sentences.length) return null;
  const next = group(shown, { side: place.side, index });
  const both = { left: inOrder([...own.left, ...next.left]), right: inOrder([...own.right, ...next.right]) };
  if (!isLink(both)) return null;
  if (shown.regime === 'parallel') return decideBeads(shown, [both]);
  const sets = both.left.map((left) => {
    const { right } = group(shown, { side: 0, index: left });
    return { left, right, all: inOrder([...right, ...both.right]) };
  });
  if (sets.every(({ right, all }) => right.length === all.length)) return null;
  return decideSets(shown, sets.map(({ left, all }) => [left, all]));
}

/**
 * Divides a bead before a sentence, or after it where it is the first. In a summary, divides what a sentence shares with the
 * one after it, or before it. The other side is divided in the same proportion, as translations are.
 *
 * @param {Alignment} shown
 * @param {Place} place
 * @returns {Outcome}
 */
export function split(shown, place) {
  const other = /** @type {Side} */ (1 - place.side);
  if (shown.regime === 'parallel') {
    const bead = group(shown, place);
    const [own, others] = [sideOf(bead, place.side), sideOf(bead, other)];
    if (own.length < 2 || others.length < 2) return null;
    const at = own.indexOf(place.index) || 1;
    const cut = inProportion(shown, place.side, [own.slice(0, at), own.slice(at)], others);
    return decideBeads(shown, [oriented(place.side, own.slice(0, at), others.slice(0, cut)), oriented(place.side, own.slice(at), others.slice(cut))]);
  }
  for (const pair of [[place.index, place.index + 1], [place.index - 1, place.index]]) {
    const [first, second] = pair.map((index) => sideOf(group(shown, { side: place.side, index }), other));
    const shared = first.filter((index) => second.includes(index));
    if (shared.length < 2) continue;
    const cut = inProportion(shown, place.side, pair.map((index) => [index]), shared);
    return unlink(shown, [oriented(place.side, [pair[0]], shared.slice(cut)), oriented(place.side, [pair[1]], shared.slice(0, cut))]);
  }
  return null;
}

/**
 * Decides that a sentence has no counterpart.
 *
 * @param {Alignment} shown
 * @param {Place} place
 * @returns {Outcome}
 */
export function release(shown, { side, index }) {
  if (isDecided(shown, { side, index }) && !isLink(group(shown, { side, index }))) return null;
  if (shown.regime === 'parallel') return decideBeads(shown, alone(side, [index]));
  if (side === 0) return decideSets(shown, [[index, []]]);
  // Only what the reader had decided is decided otherwise: better links may come for the rest.
  const kept = decisionsOf(shown).map(({ left, right }) => ({ left, right: right.filter((other) => other !== index) }));
  return { decisions: fit([...kept, { left: [], right: [index] }], shown) };
}

/** Whether the reader has decided about a sentence. @param {Alignment} shown @param {Place} place */
export function isDecided(shown, { side, index }) {
  return decisionsOf(shown).some((decision) => {
    // The originals of a summary are decided about with the sentences that were made from them.
    if (shown.regime === 'summary' && side === 1 && decision.left.length) return false;
    return sideOf(decision, side).includes(index);
  });
}

/**
 * How many links are gone that had nothing to do with what was decided but for crossing it.
 *
 * @param {Alignment} before
 * @param {Alignment} after
 */
export function displaced(before, after) {
  const [lefts, rights] = members(decisionsOf(after));
  // Links that nothing was taken from are the same objects; of the others new ones are made.
  const [old, now] = [new Set(before.links), new Set(after.links)];
  const made = new Set(after.links.filter((link) => !old.has(link)).map(({ left, right }) => `${left} ${right}`));
  const isGone = (/** @type {Decision} */ { left, right }) =>
    !made.has(`${left} ${right}`) && !left.some((index) => lefts.has(index)) && !right.some((index) => rights.has(index));
  return before.links.filter((link) => !now.has(link) && isGone(link)).length;
}

/** @param {Alignment} shown @returns {Decision[]} */
function decisionsOf(shown) {
  return shown.corrections ?? [];
}

/** @param {Alignment} shown @param {[left: number, right: number[]][]} sets @returns {Outcome} */
function decideSets(shown, sets) {
  const now = sets.map(([left, right]) => ({ left: [left], right }));
  const [lefts, rights] = members(now);
  const kept = decisionsOf(shown).filter(({ left, right }) => (left.length ? !lefts.has(left[0]) : !rights.has(right[0])));
  return { decisions: fit([...kept, ...now], shown) };
}

/** Takes links between sentences of a summary away. @param {Alignment} shown @param {Decision[]} crosswise @returns {Outcome} */
function unlink(shown, crosswise) {
  const lefts = inOrder(crosswise.flatMap(({ left }) => left));
  return decideSets(
    shown,
    lefts.map((index) => {
      const gone = new Set(crosswise.flatMap(({ left, right }) => (left.includes(index) ? right : [])));
      return [index, group(shown, { side: 0, index }).right.filter((other) => !gone.has(other))];
    }),
  );
}

/**
 * Beads that were decided before lose the sentences of new ones; what is left of them stays where it has two sides.
 *
 * @param {Alignment} shown
 * @param {Decision[]} beads
 * @returns {Outcome}
 */
function decideBeads(shown, beads) {
  const [lefts, rights] = members(beads);
  const kept = decisionsOf(shown).flatMap((decision) => {
    const rest = { left: decision.left.filter((index) => !lefts.has(index)), right: decision.right.filter((index) => !rights.has(index)) };
    const whole = rest.left.length === decision.left.length && rest.right.length === decision.right.length;
    return whole || isLink(rest) ? [rest] : [];
  });
  const links = beads.filter(isLink);
  const crossed = kept.filter(isLink).find((old) => links.some((bead) => !isBefore(old, bead) && !isBefore(bead, old)));
  return crossed ? { crossed } : { decisions: fit([...kept, ...beads], shown) };
}

/**
 * Where to divide a run of sentences so that its first part is to the whole as the first of two parts on the other side is.
 *
 * @param {Alignment} shown
 * @param {Side} side of the two parts
 * @param {number[][]} parts
 * @param {number[]} others at least two
 * @returns {number} how many go into the first part: at least one, and not all
 */
function inProportion({ sides }, side, [first, second], others) {
  const length = (/** @type {number} */ on, /** @type {number[]} */ indices) =>
    indices.reduce((sum, index) => sum + sides[on].sentences[index].text.length, 0);
  const wanted = (length(side, first) / Math.max(1, length(side, [...first, ...second]))) * length(1 - side, others);
  const off = (/** @type {number} */ cut) => Math.abs(length(1 - side, others.slice(0, cut)) - wanted);
  const cuts = others.slice(1).map((_, index) => index + 1);
  return cuts.reduce((best, cut) => (off(cut) < off(best) ? cut : best));
}

/** @param {Side} side @param {number[]} own @param {number[]} others @returns {Decision} */
function oriented(side, own, others) {
  return side === 0 ? { left: own, right: others } : { left: others, right: own };
}

/** @param {Side} side @param {number[]} indices @returns {Decision[]} */
function alone(side, indices) {
  return indices.map((index) => oriented(side, [index], []));
}

/** @param {Decision} decision @param {Side} side */
function sideOf({ left, right }, side) {
  return side === 0 ? left : right;
}

/** @param {number[]} indices @param {number} index @returns {number[]} with it, or without */
function toggled(indices, index) {
  return indices.includes(index) ? indices.filter((one) => one !== index) : inOrder([...indices, index]);
}
