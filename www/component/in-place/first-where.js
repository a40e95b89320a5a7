// Looking something up where it stands in order.

/** The first of so many numbers for which something holds, as it does for all that follow. @param {number} count @param {(at: number) => boolean} holds */
export function firstWhere(count, holds) {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
