// A reader's corrections: decisions laid over whichever links were found, these or better ones. Knows no page and no browser.
//
// A decision says which sentences belong together and to no others; with one side empty, that the other side's have no
// counterpart. Parallel texts have decided beads, each sentence in one at most, in the order of both texts. A summary has a
// decided set of originals for a sentence, and originals that no sentence was made from.

/** @typedef {import('../../types.js').Alignment} Alignment */
/** @typedef {import('../../types.js').Link} Link */
/** @typedef {import('../../types.js').Side} Side */
/** @typedef {import('../../types.js').Decision} Decision */

/** What becomes of a link that a decision takes sentences from. @typedef {(link: Link) => Link[]} Rest */

/**
 * The links that were found as the decisions have them. Links that touch a decision lose those sentences; what is left of
 * them stays where it still has two sides and crosses no decided bead.
 *
 * @param {Alignment} found
 * @param {readonly Decision[]} decisions
 * @returns {Alignment} `found` itself when nothing is decided
 */
export function revise(found, decisions) {
  const decided = fit(decisions, found);
  if (!decided.length) return found;
  const rest = found.regime === 'parallel' ? besideBeads(decided) : besideSets(decided);
  const own = decided.filter(isLink);
  const bests = bestsOf(found.links, members(own)[0]);
  const links = [...found.links.flatMap(rest), ...own.map((decision) => decidedLink(decision, bests))].sort((a, b) => a.left[0] - b.left[0]);
  return { ...found, links, checks: standing(found.checks ?? [], links), corrections: decided };
}

/**
 * The decisions in the form of an alignment's regime, in the order of the text; without those that are about no sentence of
 * it. A better alignment may be of the other regime: then sets that share sentences become one bead, and of beads that
 * cross the first counts.
 *
 * @param {readonly Decision[]} decisions
 * @param {Pick<Alignment, 'regime' | 'sides'>} alignment
 * @returns {Decision[]}
 */
export function fit(decisions, { regime, sides }) {
  const [lefts, rights] = sides.map(({ sentences }) => sentences.length);
  const known = decisions
    .filter(({ left, right }) => left.every((index) => index < lefts) && right.every((index) => index < rights))
    .map(({ left, right }) => ({ left: inOrder(left), right: inOrder(right) }));
  return regime === 'parallel' ? asBeads(known) : asSets(known);
}

/** Whether a decision links anything. @param {Decision} decision */
export function isLink({ left, right }) {
  return left.length > 0 && right.length > 0;
}

/** Whether a bead lies before another in both texts. @param {Decision} one @param {Decision} other */
export function isBefore(one, other) {
  return last(one.left) < other.left[0] && last(one.right) < other.right[0];
}

/** @param {Iterable<number>} indices @returns {number[]} each once */
export function inOrder(indices) {
  return [...new Set(indices)].sort((a, b) => a - b);
}

/** @param {Decision[]} decisions @returns {Decision[]} one a left sentence, then one an original without any */
function asSets(decisions) {
  /** @type {Map<number, number[]>} */
  const sets = new Map();
  for (const { left, right } of decisions) for (const index of left) sets.set(index, right);
  const used = new Set([...sets.values()].flat());
  const unused = decisions.flatMap(({ left, right }) => (left.length ? [] : right)).filter((index) => !used.has(index));
  return [
    ...inOrder(sets.keys()).map((index) => ({ left: [index], right: sets.get(index) ?? [] })),
    ...inOrder(unused).map((index) => ({ left: [], right: [index] })),
  ];
}

/** @param {Decision[]} decisions @returns {Decision[]} beads in order, then one a sentence without counterpart */
function asBeads(decisions) {
  /** @type {Decision[]} */
  const beads = [];
  for (const bead of joined(decisions.filter(isLink)).sort((a, b) => a.left[0] - b.left[0])) {
    const before = beads.at(-1);
    if (!before || isBefore(before, bead)) beads.push(bead);
  }
  const taken = members(beads);
  const alone = decisions.filter((decision) => !isLink(decision));
  const free = (/** @type {Side} */ side) =>
    inOrder(alone.flatMap(({ left, right }) => (side === 0 ? left : right))).filter((index) => !taken[side].has(index));
  return [
    ...beads,
    ...free(0).map((index) => ({ left: [index], right: [] })),
    ...free(1).map((index) => ({ left: [], right: [index] })),
  ];
}

/** Beads that share a sentence as one. @param {Decision[]} beads @returns {Decision[]} */
function joined(beads) {
  /** @type {Set<Decision>} */
  const all = new Set();
  /** @type {[Map<number, Decision>, Map<number, Decision>]} */
  const owners = [new Map(), new Map()];
  for (const { left, right } of beads) {
    const sharing = new Set([...left.map((index) => owners[0].get(index)), ...right.map((index) => owners[1].get(index))]);
    const bead = { left, right };
    for (const other of sharing) {
      if (!other) continue;
      all.delete(other);
      bead.left = inOrder([...bead.left, ...other.left]);
      bead.right = inOrder([...bead.right, ...other.right]);
    }
    all.add(bead);
    for (const index of bead.left) owners[0].set(index, bead);
    for (const index of bead.right) owners[1].set(index, bead);
  }
  return [...all];
}

/** @param {Decision[]} sets @returns {Rest} */
function besideSets(sets) {
  const decided = new Set(sets.flatMap(({ left }) => left));
  const unused = new Set(sets.flatMap(({ left, right }) => (left.length ? [] : right)));
  const without = (/** @type {number[]} */ indices, /** @type {Set<number>} */ gone) =>
    indices.some((index) => gone.has(index)) ? indices.filter((index) => !gone.has(index)) : indices;
  return (link) => remainder(link, without(link.left, decided), without(link.right, unused));
}

/** @param {Decision[]} decided @returns {Rest} */
function besideBeads(decided) {
  const taken = members(decided);
  const beads = decided.filter(isLink);
  const gaps = [gapIn(beads.map(({ left }) => left)), gapIn(beads.map(({ right }) => right))];
  const gapOf = (/** @type {number} */ side, /** @type {number} */ index) => (taken[side].has(index) ? null : gaps[side](index));
  return (link) => {
    const gap = gapOf(0, link.left[0]);
    const whole = link.left.every((index) => gapOf(0, index) === gap) && link.right.every((index) => gapOf(1, index) === gap);
    if (whole) return gap === null ? [] : [link];
    /** @type {Map<number, [number[], number[]]>} what lies between the same two decided beads on both sides */
    const parts = new Map();
    for (const [side, indices] of [link.left, link.right].entries()) {
      for (const index of indices) {
        const between = gapOf(side, index);
        if (between === null) continue;
        const part = parts.get(between) ?? [[], []];
        part[side].push(index);
        parts.set(between, part);
      }
    }
    return [...parts.values()].flatMap(([left, right]) => remainder(link, left, right));
  };
}

/**
 * Tells between which of some runs a sentence lies: how many are before it; null for one that lies within a run's ends.
 *
 * @param {number[][]} runs in order
 * @returns {(index: number) => number | null}
 */
function gapIn(runs) {
  return (index) => {
    let [low, high] = [0, runs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (last(runs[middle]) < index) low = middle + 1;
      else high = middle;
    }
    return low < runs.length && runs[low][0] <= index ? null : low;
  };
}

/** @param {Link} link @param {number[]} left @param {number[]} right @returns {Link[]} none without two sides */
function remainder(link, left, right) {
  if (!left.length || !right.length) return [];
  if (left.length === link.left.length && right.length === link.right.length) return [link];
  return [{ ...link, left, right, best: [nearest(left, link.best[0]), nearest(right, link.best[1])] }];
}

/** The pairs that were found to support some left sentences most, the surest first. @param {Link[]} links @param {Set<number>} lefts */
function bestsOf(links, lefts) {
  /** @type {Map<number, [number, number][]>} */
  const bests = new Map();
  const about = links.filter(({ left }) => left.some((index) => lefts.has(index)));
  for (const { left, best } of about.sort((a, b) => b.score - a.score)) {
    for (const index of left) bests.set(index, [...(bests.get(index) ?? []), best]);
  }
  return bests;
}

/** @param {Decision} decision @param {Map<number, [number, number][]>} bests @returns {Link} */
function decidedLink({ left, right }, bests) {
  const known = left.flatMap((index) => bests.get(index) ?? []).find((best) => left.includes(best[0]) && right.includes(best[1]));
  return { left, right, best: known ?? [left[0], right[0]], score: 1, by: 'reader' };
}

/** The checks whose two sentences are still linked. @param {import('../../types.js').Check[]} checks @param {Link[]} links */
function standing(checks, links) {
  if (!checks.length) return checks;
  const checked = new Set(checks.map(({ left }) => left));
  const pairs = new Set(
    links.flatMap(({ left, right }) => left.filter((a) => checked.has(a)).flatMap((a) => right.map((b) => `${a} ${b}`))),
  );
  return checks.filter(({ left, right }) => pairs.has(`${left} ${right}`));
}

/** @param {Decision[]} decisions @returns {[Set<number>, Set<number>]} each side's sentences in them */
export function members(decisions) {
  return [new Set(decisions.flatMap(({ left }) => left)), new Set(decisions.flatMap(({ right }) => right))];
}

/** @param {number[]} indices @param {number} wanted */
function nearest(indices, wanted) {
  return indices.reduce((near, index) => (Math.abs(index - wanted) < Math.abs(near - wanted) ? index : near));
}

/** @param {number[]} indices of which there is at least one */
function last(indices) {
  return indices[indices.length - 1];
}
