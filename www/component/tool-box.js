// Brings the reader's tools once there is something to read: they are a script and a style sheet of their own.

import { sheet } from './style.js';

/**
 * @param {import('./desk.js').Desk} desk
 * @param {AbortSignal} signal takes the tools away again
 */
export function bringTools(desk, signal) {
  let asked = false;
  // Their style has every sentence looked at again: better while there are few.
  desk.on(
    'begun',
    () => {
      if (asked) return;
      asked = true;
      bring(desk, signal).catch(() => {
        // A page can be read without them; the next one asks again.
        asked = false;
      });
    },
    signal,
  );
}

/** @param {import('./desk.js').Desk} desk @param {AbortSignal} signal */
async function bring(desk, signal) {
  const [{ install }, style] = await Promise.all([import('./tools/tools.js'), sheet(new URL('./tools/tools.css', import.meta.url), desk.host.ownerDocument)]);
  if (signal.aborted) return;
  if (!desk.root.adoptedStyleSheets.includes(style)) desk.root.adoptedStyleSheets.push(style);
  install(desk, signal);
}
