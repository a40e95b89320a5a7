// The list of keys, and of the signs in the text, behind `?` and a button.

import { make } from '../dom.js';
import { Popup } from './popup.js';
import { legend } from './signs.js';

/** @typedef {[keys: string[], label: string]} Row */

/** @param {import('./tools.js').Bench} bench */
export function installKeyList(bench) {
  const { desk, bar, signal } = bench;
  const words = desk.words.keys;
  const popup = new Popup(bench, { name: 'key-list', title: words.title });
  const run = (/** @type {Element} */ anchor) => {
    /** @type {Row[]} */
    const own = [
      [['Tab'], words.regions],
      [['↑', '↓'], words.up],
      [['←', '→'], words.across],
      [['Home', 'End'], words.ends],
      [['Enter'], words.pin],
      [['Esc'], words.escape],
    ];
    const tools = bench.shortcuts.all.map(({ key, command, shift, label }) => /** @type {Row} */ ([[named(key, command, shift)], label]));
    popup.body.replaceChildren(table([...own, ...tools]), ...legend(desk.words));
    popup.open(anchor);
  };
  const button = bar.add({
    name: 'keys',
    label: words.open,
    icon: 'keys',
    key: '?',
    run: () => (popup.isOpen ? popup.close() : run(button)),
  });
  button.setAttribute('aria-haspopup', 'dialog');
  bench.shortcuts.add({ key: '?', label: words.open, run: () => run(button) }, signal);
}

/** @param {string} key @param {boolean} [command] @param {boolean} [shift] */
function named(key, command, shift) {
  const mac = /mac|iphone|ipad/i.test(navigator.platform);
  const before = [command && (mac ? '⌘' : 'Ctrl'), shift && 'Shift'].filter(Boolean);
  return [...before, key.length === 1 ? key.toUpperCase() : key].join(' ');
}

/** @param {Row[]} rows */
function table(rows) {
  const list = make('dl', 'key-table');
  for (const [keys, label] of rows) {
    const term = make('dt', 'key-names');
    term.append(...keys.flatMap((key) => [make('kbd', 'key', {}, key), ' ']));
    list.append(term, make('dd', 'key-label', {}, label));
  }
  return list;
}
