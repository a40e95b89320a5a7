// What the signs at sentences say, for who cannot see them and for who wonders: no source was found, a number is to be
// checked, how sure a link is.

import { make } from '../dom.js';

/** @typedef {import('../types.js').Side} Side */

/** @param {import('./tools.js').Bench} bench */
export function installSigns({ desk, signal }) {
  const { words, surface } = desk;
  const notes = make('div', 'notes', { hidden: '', lang: words.lang });
  surface.frame.append(notes);
  desk.on('linked', () => describe(), signal);
  desk.on('gone', () => notes.replaceChildren(), signal);
  signal.addEventListener('abort', () => notes.remove(), { once: true });

  function describe() {
    const { sentences, relations, alignment } = desk;
    if (!sentences || !relations || !alignment) return;
    const none = make('p', '', { id: 'note-none' }, words.none);
    /** @type {Map<Element, string[]>} */
    const noted = new Map();
    for (const element of surface.page.querySelectorAll('[part~="unsupported"]')) noted.set(element, [none.id]);
    const checks = (alignment.checks ?? []).map(({ left, right, found, expected }, number) => {
      const note = make('p', '', { id: `note-${number}` }, words.check(found, expected));
      for (const [side, index] of [left, right].entries()) {
        const element = sentences.element({ side: /** @type {Side} */ (side), index });
        if (element) noted.set(element, [...(noted.get(element) ?? []), note.id]);
      }
      return note;
    });
    notes.replaceChildren(none, ...checks);
    for (const [element, ids] of noted) {
      const counterparts = element.getAttribute('aria-describedby')?.split(' ').filter((id) => !id.startsWith('note-')) ?? [];
      element.setAttribute('aria-describedby', [...ids, ...counterparts].join(' '));
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
