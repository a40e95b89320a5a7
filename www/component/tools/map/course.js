// How far into a text its sentences lie, as shares of its letters: the same in every layout, and known without measuring.

export class Course {
  /** @type {Float64Array} where each sentence begins, and where the last one ends */
  #starts;

  /** @param {{text: string}[]} sentences */
  constructor(sentences) {
    this.#starts = new Float64Array(sentences.length + 1);
    // Short ones are worth a mark too.
    for (const [index, { text }] of sentences.entries()) this.#starts[index + 1] = this.#starts[index] + Math.max(1, text.length);
    const whole = this.#starts[sentences.length] || 1;
    for (let index = 0; index <= sentences.length; index += 1) this.#starts[index] /= whole;
  }

  get length() {
    return this.#starts.length - 1;
  }

  /** Where a sentence begins and ends, from 0 to 1. @param {number} index @returns {[number, number]} */
  span(index) {
    return [this.#starts[index], this.#starts[index + 1]];
  }

  /** The sentence at a share of the text. @param {number} share */
  at(share) {
    return Math.max(0, first(this.length, (index) => this.#starts[index + 1] > share, this.length - 1));
  }

  /**
   * How much of each of some equal parts is covered by sentences.
   *
   * @param {number} parts
   * @param {Iterable<number>} indices
   * @returns {Float64Array} from 0 to 1
   */
  cover(parts, indices) {
    const covered = new Float64Array(parts);
    for (const index of indices) {
      const [from, to] = this.span(index).map((share) => share * parts);
      for (let part = Math.floor(from); part < Math.min(parts, to); part += 1) {
        covered[part] += Math.min(to, part + 1) - Math.max(from, part);
      }
    }
    return covered;
  }
}

/**
 * The first number below `count` from which on something holds, found in few steps.
 *
 * @param {number} count
 * @param {(index: number) => boolean} holds
 * @param {number} otherwise where it never holds
 */
export function first(count, holds, otherwise) {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low < count ? low : otherwise;
}
