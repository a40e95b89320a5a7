// Copies a sentence with its counterparts.

import { copy } from './clipboard.js';
import { chosen, counterparts, shown } from './pair.js';
import { toast } from './toast.js';

/** @typedef {import('../types.js').Place} Place */

/** @param {import('./tools.js').Bench} bench */
export function installCopy(bench) {
  const { desk, signal } = bench;
  const words = desk.words.copy;
  bench.offer({ name: 'copy', label: words.act, run: (place) => void copyPair(bench, place) });
  bench.shortcuts.add({ key: 'c', label: words.pair, run: () => void copyPair(bench) }, signal);
}

/**
 * The sentence, then its counterparts, one a line.
 *
 * @param {import('./tools.js').Bench} bench
 * @param {Place | null} [place] the one that is lit, unless told
 */
export async function copyPair(bench, place = chosen(bench.desk)) {
  const { desk } = bench;
  const words = desk.words.copy;
  const { alignment } = desk;
  if (!place || !alignment) return toast(bench, words.choose);
  const lines = [place, ...counterparts(desk, place)].map((one) => shown(alignment, one).replace(/\s+/g, ' ').trim());
  toast(bench, (await copy(lines.join('\n'), desk)) ? words.done(lines.length - 1) : words.refused);
}
