// What the signs at sentences say, for who cannot see them and for who wonders: no source was found, a number is to be
// checked, how sure a link is.

import { make } from '../dom.js';

/** @typedef {import('../types.js').Side} Side */

/** The id of what describes sentences without a source. */
const NO_SOURCE = 'note-none';

/** @param {import('./tools.js').Bench} bench */
export function installSigns(bench) {
  const { desk, signal } = bench;
  const { words, surface } = desk;
  const notes = make('div', 'notes', { hidden: '', lang: words.lang });
  surface.frame.append(notes);
  bench.on('linked', () => describe());
  bench.on('gone', () => notes.replaceChildren());
  signal.addEventListener('abort', () => notes.remove(), { once: true });

  function describe() {
    const { sentences, alignment, relations } = desk;
    if (!sentences || !alignment) return;
    const none = make('p', '', { id: NO_SOURCE }, words.none);
    const checks = (alignment.checks ?? []).map(({ found, expected }, number) => {
      return make('p', '', { id: `note-${number}` }, words.check(alignment.regime, found, expected));
    });
    notes.replaceChildren(none, ...checks);
    for (let index = 0; index < sentences.counts[0]; index += 1) {
      const isBare = !relations?.of({ side: 0, index });
      if (isBare) sentences.original({ side: 0, index })?.setAttribute('aria-describedby', NO_SOURCE);
    }
    for (const [number, { left, right }] of (alignment.checks ?? []).entries()) {
      for (const [side, index] of [left, right].entries()) {
        const element = sentences.original({ side: /** @type {Side} */ (side), index });
        const others = element?.getAttribute('aria-describedby') ?? '';
        element?.setAttribute('aria-describedby', `note-${number} ${others}`.trim());
      }
    }
  }
}

/** The signs with what they mean, for a list. @param {import('../words.js').Words} words @returns {HTMLElement[]} */
export function legend({ signs, confidence }) {
  const list = make('dl', 'key-table');
  const row = (/** @type {HTMLElement} */ sign, /** @type {string} */ meaning) => {
    const term = make('dt', 'key-names');
    term.append(sign);
    list.append(term, make('dd', 'key-label', {}, meaning));
  };
  row(make('span', 'sign bare', { 'aria-hidden': 'true' }, '†'), signs.bare);
  row(make('span', 'sign check', { 'aria-hidden': 'true' }, '≠'), signs.check);
  for (const step of /** @type {const} */ (['sure', 'likely', 'possible'])) {
    row(make('span', `sign line ${step}`, { 'aria-hidden': 'true' }, '\u2003\u2003'), signs.link(confidence[step]));
  }
  return [make('h3', 'key-heading', {}, signs.title), list];
}
