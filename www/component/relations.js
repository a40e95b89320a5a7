// Links to look-ups: for a sentence of either side, its counterparts on the other.

/** @typedef {import('./types.js').Alignment} Alignment */
/** @typedef {import('./types.js').Place} Place */
/** @typedef {import('./types.js').Side} Side */
/** @typedef {import('./types.js').Check} Check */
/** @typedef {import('./types.js').Link} Link */
/** @typedef {{others: number[], best: number, score: number}} Relation */

export class Relations {
  /** @type {[Map<number, Relation>, Map<number, Relation>]} */
  #bySide = [new Map(), new Map()];
  /** @type {[Map<number, Check[]>, Map<number, Check[]>]} */
  #checks = [new Map(), new Map()];

  /** @type {Map<number, Link[]>} by left sentence */
  #links = new Map();

  /** @param {Alignment} alignment */
  constructor(alignment) {
    this.regime = alignment.regime;
    for (const link of alignment.links) {
      const { left, right, best, score } = link;
      for (const index of left) {
        this.#add(0, index, right, best[1], score);
        this.#links.set(index, [...(this.#links.get(index) ?? []), link]);
      }
      for (const index of right) this.#add(1, index, left, best[0], score);
    }
    for (const check of alignment.checks ?? []) {
      for (const [side, index] of [check.left, check.right].entries()) {
        this.#checks[side].set(index, [...(this.#checks[side].get(index) ?? []), check]);
      }
    }
  }

  /**
   * In the summary regime a right sentence can have several links: the surest one gives its best.
   *
   * @param {Side} side @param {number} index @param {number[]} others @param {number} best @param {number} score
   */
  #add(side, index, others, best, score) {
    const known = this.#bySide[side].get(index);
    if (!known) {
      this.#bySide[side].set(index, { others: [...others], best, score });
      return;
    }
    known.others = [...new Set([...known.others, ...others])].sort((a, b) => a - b);
    if (score > known.score) Object.assign(known, { best, score });
  }

  /** @param {Place} place @returns {Relation | undefined} */
  of({ side, index }) {
    return this.#bySide[side].get(index);
  }

  /**
   * The probability that a sentence and another of the other side belong together; 0 where no link says so.
   *
   * @param {Place} place @param {number} other
   */
  score({ side, index }, other) {
    const [left, right] = side === 0 ? [index, other] : [other, index];
    const scores = (this.#links.get(left) ?? []).filter((link) => link.right.includes(right)).map(({ score }) => score);
    return Math.max(0, ...scores);
  }

  /** @param {Place} place @returns {Check[]} */
  checks({ side, index }) {
    return this.#checks[side].get(index) ?? [];
  }
}
