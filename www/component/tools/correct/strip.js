// The strip of correcting: what is chosen, what it is linked with, what can be done, and a button for each.

import { make } from '../../dom.js';
import { icon } from '../icons.js';
import { Strip } from '../strip.js';

/** @typedef {import('../shortcuts.js').Shortcut} Shortcut */

/**
 * @typedef {object} Action
 * @property {string} name
 * @property {string} label
 * @property {string} [how] what it does, at more length
 * @property {import('../icons.js').Icon} [icon] instead of the label, for the eye
 * @property {(Pick<Shortcut, 'key' | 'command' | 'shift'> & Partial<Shortcut>)[]} keys the first is told on the button
 * @property {() => void} run
 */

/**
 * @typedef {object} State
 * @property {string} about what is chosen, and what it is linked with
 * @property {string} how what to do next, or what has happened
 * @property {boolean} alarm whether that is a refusal or a warning
 * @property {Record<string, boolean>} able which buttons can be pressed
 * @property {Record<string, string>} labels of buttons that do one of two things
 */

export class CorrectStrip {
  #strip;
  #root;
  #said = make('p', 'correct-said');
  #about = make('strong', 'correct-about');
  #how = make('span', 'correct-how');
  /** @type {Map<string, HTMLButtonElement>} */
  #buttons = new Map();

  /**
   * @param {import('../tools.js').Bench} bench
   * @param {Action[][]} groups
   * @param {() => void} closed
   */
  constructor(bench, groups, closed) {
    const words = bench.desk.words.correct;
    this.#root = bench.desk.root;
    this.#strip = new Strip(bench, { name: 'correct', label: words.title, done: words.done, closed });
    this.#said.append(this.#about, ' ', this.#how);
    const row = make('div', 'correct-row');
    for (const actions of groups) {
      const group = make('div', 'correct-group');
      group.append(...actions.map((action) => this.#button(action)));
      row.append(group);
    }
    this.#strip.body.prepend(this.#said, row);
  }

  open() {
    this.#strip.open();
  }

  close() {
    this.#strip.close();
  }

  /** Whether the focus is in it. */
  get hasFocus() {
    return this.#strip.body.contains(this.#root.activeElement);
  }

  /** @param {State} state */
  show({ about, how, alarm, able, labels }) {
    this.#about.textContent = about;
    this.#how.textContent = how;
    this.#said.classList.toggle('alarm', alarm);
    for (const [name, button] of this.#buttons) {
      // One that can't be pressed any more keeps the focus, which `disabled` would drop.
      button.setAttribute('aria-disabled', String(!able[name]));
      if (labels[name]) button.textContent = labels[name];
    }
  }

  /** @param {Action} action */
  #button({ name, label, how = label, icon: picture, keys: [key], run }) {
    const button = make('button', `correct-button ${name}`, { type: 'button' }, picture ? '' : label);
    const keyName = [key.command && 'Control', key.shift && 'Shift', key.key].filter(Boolean).join('+');
    button.setAttribute('aria-keyshortcuts', keyName);
    button.title = `${how} (${keyName.replace('Control', 'Ctrl')})`;
    if (picture) {
      button.setAttribute('aria-label', label);
      button.append(icon(picture));
    }
    button.addEventListener('click', () => {
      if (button.getAttribute('aria-disabled') !== 'true') run();
    });
    this.#buttons.set(name, button);
    return button;
  }
}
