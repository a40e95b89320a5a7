// Brings the reader's tools: they are a script, a style sheet and words of their own.

import { styleSheet } from './style.js';
import { supplies } from './supplies.js';
import { bringWords } from './words.js';

/** @typedef {import('./desk.js').Desk} Desk */

/**
 * Brings them as soon as there is something to read.
 *
 * @param {Desk} desk
 * @param {AbortSignal} signal takes the tools away again
 */
export function bringTools(desk, signal) {
  let asked = false;
  // Their style has every sentence looked at again: better while there are few.
  desk.addEventListener(
    'begun',
    () => {
      if (asked) return;
      asked = true;
      bring(desk, signal).catch(() => {
        // A page can be read without them; the next one asks again.
        asked = false;
      });
    },
    { signal },
  );
}

/**
 * @param {Desk} desk
 * @param {AbortSignal} signal takes the tools away again
 * @throws what the browser says of a file that did not load
 */
export async function bring(desk, signal) {
  const { tools } = supplies;
  if (!tools) return;
  const [{ install }, style] = await Promise.all([tools(), styleSheet('tools', desk.host.ownerDocument), bringWords(desk.words, 'tools')]);
  if (signal.aborted) return;
  if (!desk.root.adoptedStyleSheets.includes(style)) desk.root.adoptedStyleSheets.push(style);
  install(/** @type {import('./tools/tools.js').Desk} */ (desk), signal);
}
