// Correcting the links: the button and the key that begin it, and the marks on what has been corrected.

import { Corrector } from './corrector.js';
import { CorrectedMarks } from './marks.js';
import { Correcting } from './correcting.js';

/** @param {import('../tools.js').Bench} bench */
export function installCorrect(bench) {
  const { desk, bar, signal } = bench;
  const words = desk.words.correct;
  const corrector = new Corrector(desk, signal);
  const marks = new CorrectedMarks(desk, signal);
  const correcting = new Correcting(bench, corrector, (on) => {
    if (!on && correcting.hasFocus) button.focus({ preventScroll: true });
    button.setAttribute('aria-pressed', String(on));
  });
  const button = bar.add({ name: 'correct', label: words.open, icon: 'correct', key: 'e', run: () => correcting.toggle() });
  button.setAttribute('aria-pressed', 'false');
  desk.shortcuts.add({ key: 'e', label: words.open, run: () => correcting.toggle() }, signal);
  const act = (/** @type {import('../../types.js').Place} */ place) => {
    // The card may go, with the focus in it.
    desk.sentences?.element(place)?.focus({ preventScroll: true });
    correcting.begin(place);
  };
  desk.offer({ name: 'correct', label: words.act, run: act }, signal);
  desk.on('linked', () => marks.refresh(), signal);
  desk.on('laid', () => marks.refresh(), signal);
  desk.on('gone', () => correcting.end(), signal);
}
