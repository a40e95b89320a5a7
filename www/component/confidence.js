// How sure a link is, in three steps: its score is the probability that it is right.

/** @typedef {'sure' | 'likely' | 'possible'} Confidence a solid line, a dashed one, a dotted one */

/** @param {number} score @returns {Confidence} */
export function confidence(score) {
  if (score >= 0.8) return 'sure';
  return score >= 0.5 ? 'likely' : 'possible';
}
