// The panel in which the reader chooses how the two texts stand to each other.

import { make } from '../../dom.js';
import { remember } from '../../memory.js';
import { KNOWN } from '../../properties.js';
import { icon } from '../icons.js';
import { Popup } from '../popup.js';
import { toast } from '../toast.js';
import { Bookmark } from './bookmark.js';
import { Interleaving } from './interleave.js';
import { Sync } from './sync.js';

/** @typedef {import('../../layout.js').Kind} Kind */

/** By itself first, then the five. */
const KINDS = /** @type {(Kind | 'auto')[]} */ ([...KNOWN.layout]).sort((a, b) => Number(b === 'auto') - Number(a === 'auto'));

/** @param {import('../tools.js').Bench} bench */
export function installLayouts(bench) {
  const { desk, bar, signal } = bench;
  const { layout } = desk;
  const words = desk.words.layout;
  new Bookmark(bench);
  const popup = new Popup(bench, { name: 'layouts', title: words.title });
  const choices = make('div', 'layout-choices', { role: 'radiogroup', 'aria-label': words.title });
  const note = make('p', 'layout-note', { role: 'status' });
  popup.body.append(choices, note);

  /** @param {Kind | 'auto'} kind */
  const choose = (kind) => {
    // What the page around has settled is not for this reader's other pages.
    if (!desk.host.hasAttribute('layout')) remember('layout', kind);
    layout.choose(kind);
    show();
  };
  const fill = () => choices.replaceChildren(...KINDS.map((kind) => choice(kind, label(kind), choose)));
  const show = () => {
    for (const input of choices.querySelectorAll('input')) input.checked = input.value === layout.wanted;
    note.textContent = layout.wanted === 'columns' && layout.kind !== 'columns' ? words.narrow : '';
    unfold.hidden = layout.kind !== 'interleaved';
    setToggle(swap, layout.swapped);
    together.hidden = layout.kind !== 'columns';
    setToggle(unfold, interleaving.allOpen);
    setToggle(together, sync.on);
  };
  /** @param {Kind | 'auto'} kind */
  const label = (kind) => (kind === 'first' || kind === 'second' ? words.only(language(desk, kind === 'first' ? 0 : 1)) : words[kind]);
  const swap = toggle(words.swap, (on) => {
    remember('swapped', on);
    layout.settle();
  });
  const interleaving = new Interleaving(bench);
  const unfold = toggle(words.unfold, (on) => (interleaving.allOpen = on));
  const sync = new Sync(bench);
  const together = toggle(words.sync, (on) => (sync.on = on));
  popup.body.append(swap, unfold, together);

  const run = (/** @type {HTMLElement} */ anchor) => {
    fill();
    show();
    popup.open(anchor, { focus: choices.querySelector('input:checked') });
  };
  const button = bar.add({ name: 'layout', label: words.title, icon: 'layout', key: 'l', run: () => (popup.isOpen ? popup.close() : run(button)) });
  button.setAttribute('aria-haspopup', 'dialog');
  bench.shortcuts.add({ key: 'l', label: words.title, run: () => run(button) }, signal);
  bench.on('laid', () => popup.isOpen && (show(), popup.place()));

  const fold = () => layout.kind === 'interleaved' && ((interleaving.allOpen = !interleaving.allOpen), true);
  bench.shortcuts.add({ key: 'o', label: words.unfold, run: fold }, signal);

  const link = () => {
    if (layout.kind !== 'columns') return false;
    sync.on = !sync.on;
    toast(bench, sync.on ? words.synced : words.apart);
    return true;
  };
  bench.shortcuts.add({ key: 's', label: words.sync, run: link }, signal);

  bench.uncover = (place) => {
    if (layout.hides !== place.side) return;
    if (layout.kind === 'interleaved') interleaving.uncover(place);
    // To the facing page and back: that is no choice to be remembered.
    else layout.choose(place.side === 0 ? 'first' : 'second');
  };
}

/** @param {Kind | 'auto'} kind @param {string} label @param {(kind: Kind | 'auto') => void} choose */
function choice(kind, label, choose) {
  const row = make('label', 'layout-choice');
  const input = make('input', 'layout-radio', { type: 'radio', name: 'layout', value: kind });
  input.addEventListener('change', () => choose(kind));
  row.append(input, icon(kind), make('span', 'layout-name', {}, label));
  return row;
}

/** A language's name in the reader's own. @param {import('../tools.js').Desk} desk @param {0 | 1} side */
function language(desk, side) {
  const tag = desk.layout.section(side)?.lang || 'und';
  try {
    return new Intl.DisplayNames(desk.words.lang, { type: 'language' }).of(tag) ?? tag;
  } catch {
    // A finished alignment may call it anything.
    return tag;
  }
}

/** A line that is switched on and off. @param {string} label @param {(on: boolean) => void} change */
function toggle(label, change) {
  const row = make('label', 'toggle');
  const input = make('input', 'toggle-box', { type: 'checkbox' });
  input.addEventListener('change', () => change(input.checked));
  row.append(input, make('span', 'toggle-name', {}, label));
  return row;
}

/** @param {HTMLElement} row @param {boolean} on */
function setToggle(row, on) {
  const input = row.querySelector('input');
  if (input) input.checked = on;
}
