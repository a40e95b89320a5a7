// Takes the page along: as a file in one of several formats, on the clipboard, on paper.

import { make } from '../../dom.js';
import { copyPair } from '../copy.js';
import { chosen } from '../pair.js';
import { Popup } from '../popup.js';
import { toast } from '../toast.js';
import { coreTrouble } from '../trouble.js';
import { download, fileName } from './download.js';
import { FORMATS, written } from './written.js';

/** @typedef {{name: string, label: string, use: string, ending?: string, run?: () => void}} Choice without `run` it can't be had now */

/** @param {import('../tools.js').Bench} bench */
export function installTake(bench) {
  const { desk, bar, signal } = bench;
  const words = desk.words.take;
  const popup = new Popup(bench, { name: 'take', title: words.title });
  const button = bar.add({ name: 'take', label: words.open, icon: 'take', key: 'x', run: () => open() });
  button.setAttribute('aria-haspopup', 'dialog');
  // There is nothing to take before there are links.
  button.disabled = true;
  bench.on('linked', () => (button.disabled = false));
  bench.on('gone', () => ((button.disabled = true), popup.close()));
  bench.shortcuts.add({ key: 'x', label: words.open, run: () => (button.disabled ? false : open()) }, signal);

  function open() {
    if (popup.isOpen) return popup.close();
    const place = chosen(desk);
    const files = FORMATS.map(({ name, ending }) => choice({ name, ending, ...words.formats[name], run: () => void save(name) }));
    const rest = [
      choice({ name: 'copy', ...words.copy, run: place ? () => void copyPair(bench, place) : undefined }),
      choice({ name: 'print', ...words.print, run: () => window.print() }),
    ];
    // Better links may be on their way, or never come: what is saved has those that are shown.
    const note = desk.byMeaning ? [] : [make('p', 'take-note', {}, desk.words.why.plain)];
    popup.body.replaceChildren(group(words.files, files), ...note, group(words.rest, rest));
    popup.open(button);
  }

  /** @param {Choice} choice */
  function choice({ name, label, use, ending, run }) {
    const row = make('button', `choice ${name}`, { type: 'button' });
    row.append(make('span', 'choice-label', {}, label), make('span', 'choice-use', {}, use));
    if (ending) row.append(make('span', 'choice-ending', {}, `.${ending}`));
    row.disabled = !run;
    row.addEventListener('click', () => {
      // The panel is not to be in print, and what had the focus is to have it again.
      popup.close();
      run?.();
    });
    return row;
  }

  /** @param {import('./written.js').Name} format */
  async function save(format) {
    const { alignment } = desk;
    if (!alignment) return;
    try {
      const { text, type, ending } = await written(alignment, format);
      const name = fileName(alignment, ending);
      download(text, { name, type });
      toast(bench, words.saved(name));
    } catch (error) {
      const trouble = await coreTrouble(desk, error);
      toast(bench, trouble ?? words.failed);
      if (!trouble) reportError(error);
    }
  }
}

/** @param {string} name @param {HTMLElement[]} choices */
function group(name, choices) {
  const list = make('div', 'choices', { role: 'group', 'aria-label': name });
  list.append(...choices);
  return list;
}
