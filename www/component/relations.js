// Links to look-ups: for a sentence of either side, its counterparts on the other.

/** @typedef {import('./types.js').Alignment} Alignment */
/** @typedef {import('./types.js').Place} Place */
/** @typedef {import('./types.js').Check} Check */
/** @typedef {{others: number[], best: number, score: number, links: {others: number[], score: number}[]}} Relation */

export class Relations {
  /** @type {Map<string, Relation>} */
  #all = new Map();
  /** @type {Map<string, Check[]>} */
  #checks = new Map();

  /** @param {Alignment} alignment */
  constructor({ regime, links, checks = [] }) {
    this.regime = regime;
    for (const { left, right, best, score } of links) {
      for (const index of left) this.#add(`0-${index}`, right, best[1], score);
      for (const index of right) this.#add(`1-${index}`, left, best[0], score);
    }
    for (const check of checks) {
      for (const key of [`0-${check.left}`, `1-${check.right}`]) this.#checks.set(key, [...(this.#checks.get(key) ?? []), check]);
    }
  }

  /**
   * In the summary regime a right sentence can have several links: the surest one gives its best.
   *
   * @param {string} key @param {number[]} others @param {number} best @param {number} score
   */
  #add(key, others, best, score) {
    const known = this.#all.get(key) ?? { others, best, score, links: [] };
    known.links.push({ others, score });
    if (known.others !== others) known.others = [...new Set([...known.others, ...others])].sort((a, b) => a - b);
    if (score > known.score) Object.assign(known, { best, score });
    this.#all.set(key, known);
  }

  /** @param {Place} place @returns {Relation | undefined} */
  of({ side, index }) {
    return this.#all.get(`${side}-${index}`);
  }

  /**
   * The probability that a sentence and another of the other side belong together; 0 where no link says so.
   *
   * @param {Place} place @param {number} other
   */
  score(place, other) {
    const links = this.of(place)?.links ?? [];
    return Math.max(0, ...links.map(({ others, score }) => (others.includes(other) ? score : 0)));
  }

  /** @param {Place} place @returns {Check[]} */
  checks({ side, index }) {
    return this.#checks.get(`${side}-${index}`) ?? [];
  }
}
