// The reader's letters: how large they are and how long a line may be, in steps, for both texts alike.

import { remembered } from './memory.js';

/** Times what the page around asks for. */
export const STEPS = { size: [0.8, 0.9, 1, 1.15, 1.3, 1.5, 1.75, 2], width: [0.55, 0.7, 0.85, 1, 1.2, 1.4] };

/** @typedef {keyof typeof STEPS} Measure */

/** Which step is chosen. @param {Measure} measure */
export function step(measure) {
  const chosen = /** @type {Partial<Record<Measure, unknown>> | undefined} */ (remembered('letters'))?.[measure];
  const at = STEPS[measure].findIndex((factor) => factor === chosen);
  return at < 0 ? STEPS[measure].indexOf(1) : at;
}

/** Gives a frame its letters: before a text is rendered, so that nothing jumps, and after a choice. @param {HTMLElement} frame */
export function wear(frame) {
  for (const measure of /** @type {Measure[]} */ (Object.keys(STEPS))) {
    frame.style.setProperty(`--_${measure}-factor`, String(STEPS[measure][step(measure)]));
  }
}
