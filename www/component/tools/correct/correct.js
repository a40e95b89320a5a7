// Correcting the links: the button and the key that begin it, and the marks on what has been corrected.

import { Corrector } from './corrector.js';
import { CorrectedMarks } from './marks.js';
import { Correcting } from './correcting.js';

/** @param {import('../tools.js').Bench} bench */
export function installCorrect(bench) {
  const { desk, bar, signal } = bench;
  const words = desk.words.correct;
  const corrector = new Corrector(bench);
  const marks = new CorrectedMarks(bench);
  const correcting = new Correcting(bench, corrector, (on) => {
    if (!on && correcting.hasFocus) button.focus({ preventScroll: true });
    button.setAttribute('aria-pressed', String(on));
  });
  const button = bar.add({ name: 'correct', label: words.open, icon: 'correct', key: 'e', run: () => correcting.toggle() });
  button.setAttribute('aria-pressed', 'false');
  bench.shortcuts.add({ key: 'e', label: words.open, run: () => correcting.toggle() }, signal);
  const act = (/** @type {import('../../types.js').Place} */ place) => {
    // The card may go, with the focus in it.
    desk.sentences?.element(place)?.focus({ preventScroll: true });
    correcting.begin(place);
  };
  bench.offer({ name: 'correct', label: words.act, run: act });
  bench.on('linked', () => marks.refresh());
  bench.on('laid', () => marks.refresh());
  bench.on('gone', () => correcting.end());
}
