// The plan of the interleaved layout: which sentences of the other text stand after which of the leading one.

/** @typedef {import('../../types.js').Side} Side */
/** @typedef {import('../tools.js').Desk} Desk */

/**
 * What comes after a sentence: its counterparts, then what is in the other text only.
 *
 * @typedef {{after: number, counterparts: number[], between: number[]}} Step `after` is -1 before the first sentence
 */

/**
 * In a summary a sentence is followed by those that it draws on. In a parallel text what follows comes after the last
 * sentence of a bead, and what is linked to nothing stands where it stands in its own text.
 *
 * @param {Desk} desk
 * @returns {Step[]} in reading order, without those that have nothing to show
 */
export function plan(desk) {
  const { alignment, relations, sentences, layout } = desk;
  const parallel = alignment?.regime === 'parallel';
  const of = (/** @type {number} */ index) => relations?.of({ side: layout.lead, index })?.others ?? [];
  const alone = parallel ? unlinked(desk) : new Map();
  /** @type {Step[]} */
  const steps = [];
  for (let after = -1; after < (sentences?.counts[layout.lead] ?? 0); after += 1) {
    const goesOn = parallel && of(after).join() === of(after + 1).join();
    const step = { after, counterparts: goesOn ? [] : of(after), between: alone.get(after) ?? [] };
    if (step.counterparts.length || step.between.length) steps.push(step);
  }
  return steps;
}

/** The other text's unlinked sentences, by the leading sentence that they come after. @param {Desk} desk */
function unlinked({ relations, sentences, layout }) {
  const side = /** @type {Side} */ (1 - layout.lead);
  /** @type {Map<number, number[]>} */
  const found = new Map();
  let after = -1;
  for (let index = 0; index < (sentences?.counts[side] ?? 0); index += 1) {
    const others = relations?.of({ side, index })?.others ?? [];
    if (others.length) after = Math.max(after, ...others);
    else found.set(after, [...(found.get(after) ?? []), index]);
  }
  return found;
}
