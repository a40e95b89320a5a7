// The panel for the size of letters and the length of lines.

import { make } from '../dom.js';
import { step, STEPS, wear } from '../letters.js';
import { remember } from '../memory.js';
import { Popup } from './popup.js';

/** @typedef {import('../letters.js').Measure} Measure */

/** @param {import('./tools.js').Bench} bench */
export function installLetters(bench) {
  const { desk, bar, signal } = bench;
  const words = desk.words.letters;
  const popup = new Popup(bench, { name: 'letters-panel', title: words.title });
  const change = (/** @type {() => void} */ how) => {
    how();
    // The sentence that is read stays where it is.
    desk.layout.keep(() => wear(desk.surface.frame));
    // Large letters want one column.
    desk.layout.settle();
    desk.laid();
    for (const row of rows) row.show();
  };
  const rows = /** @type {Measure[]} */ (['size', 'width']).map((measure) => stepper(measure, words, (at) => change(() => choose(measure, at))));
  const reset = make('button', 'letters-reset', { type: 'button' }, words.reset);
  reset.addEventListener('click', () => change(() => remember('letters', undefined)));
  popup.body.append(...rows.map(({ element }) => element), reset);
  const run = (/** @type {HTMLElement} */ anchor) => {
    for (const row of rows) row.show();
    popup.open(anchor);
  };
  const button = bar.add({ name: 'letters', label: words.title, icon: 'letters', key: 't', run: () => (popup.isOpen ? popup.close() : run(button)) });
  button.setAttribute('aria-haspopup', 'dialog');
  bench.shortcuts.add({ key: 't', label: words.title, run: () => run(button) }, signal);
}

/** @param {Measure} measure @param {number} at */
function choose(measure, at) {
  const other = measure === 'size' ? 'width' : 'size';
  remember('letters', { [other]: STEPS[other][step(other)], [measure]: STEPS[measure][at] });
}

/**
 * A value between two buttons.
 *
 * @param {Measure} measure
 * @param {import('../words.js').Words['letters']} words
 * @param {(at: number) => void} change
 */
function stepper(measure, words, change) {
  const element = make('div', 'stepper', { role: 'group', 'aria-labelledby': `stepper-${measure}` });
  const value = make('output', 'stepper-value');
  const [less, more] = /** @type {const} */ ([-1, 1]).map((by) => {
    const button = make('button', 'stepper-button', { type: 'button', 'aria-label': words[measure][by < 0 ? 'less' : 'more'] }, by < 0 ? '−' : '+');
    button.addEventListener('click', () => {
      const at = step(measure) + by;
      if (STEPS[measure][at]) change(at);
    });
    return button;
  });
  element.append(make('span', 'stepper-name', { id: `stepper-${measure}` }, words[measure].name), less, value, more);
  const show = () => {
    const at = step(measure);
    value.textContent = `${Math.round(STEPS[measure][at] * 100)} %`;
    // A button that is at its end keeps the focus.
    less.setAttribute('aria-disabled', String(at === 0));
    more.setAttribute('aria-disabled', String(at === STEPS[measure].length - 1));
  };
  return { element, show };
}
