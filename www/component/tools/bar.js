// The row of buttons above the texts: one tab stop, arrows inside, in an order that does not depend on who came first.

import { make } from '../dom.js';
import { icon } from './icons.js';

/**
 * @typedef {object} Button
 * @property {string} name its class, and its place in the row
 * @property {string} label what it does
 * @property {import('./icons.js').Icon} icon
 * @property {string} [key] the shortcut, as the list of keys shows it
 * @property {(button: HTMLButtonElement) => void} run
 */

/** From the reading to the leaving. Tools name themselves here. */
const ORDER = ['layout', 'letters', 'find', 'aloud', 'correct', 'take', 'keys'];

export class Bar {
  #row;
  #signal;

  /** @param {import('../desk.js').Desk} desk @param {AbortSignal} signal takes it away */
  constructor({ surface, words }, signal) {
    this.#signal = signal;
    this.#row = surface.bar;
    this.#row.setAttribute('role', 'toolbar');
    this.#row.setAttribute('aria-label', words.tools);
    this.#row.addEventListener('keydown', (event) => this.#move(event), { signal });
    this.#row.addEventListener('focusin', ({ target }) => this.#enter(target), { signal });
    signal.addEventListener('abort', () => {
      this.#row.replaceChildren();
      this.#row.removeAttribute('role');
      this.#row.removeAttribute('aria-label');
    });
  }

  /** @param {Button} what @returns {HTMLButtonElement} */
  add({ name, label, icon: picture, key, run }) {
    const button = make('button', `tool ${name}`, { type: 'button', part: 'tool', 'aria-label': label });
    button.title = key ? `${label} (${key})` : label;
    if (key) button.setAttribute('aria-keyshortcuts', key.replaceAll(' ', ''));
    button.dataset.name = name;
    button.append(icon(picture));
    button.addEventListener(
      'click',
      (event) => {
        // What a button does is told here, not by the panel that it is tied to.
        event.preventDefault();
        run(button);
      },
      { signal: this.#signal },
    );
    const place = ORDER.indexOf(name);
    const next = this.#buttons.find((other) => ORDER.indexOf(other.dataset.name ?? '') > place);
    this.#row.insertBefore(button, next ?? null);
    this.#enter(this.#buttons[0]);
    return button;
  }

  get #buttons() {
    return /** @type {HTMLButtonElement[]} */ ([...this.#row.querySelectorAll('.tool')]);
  }

  /** Makes a button the one that Tab leads to. @param {EventTarget | null} target */
  #enter(target) {
    const button = target instanceof Element ? target.closest('.tool') : null;
    if (button) for (const one of this.#buttons) one.tabIndex = one === button ? 0 : -1;
  }

  /** @param {KeyboardEvent} event */
  #move(event) {
    const buttons = this.#buttons.filter((button) => !button.disabled && button.offsetParent);
    const here = buttons.findIndex((button) => button === event.target);
    if (here < 0) return;
    const to = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined) return;
    buttons[(to + buttons.length) % buttons.length].focus();
    event.preventDefault();
    event.stopPropagation();
  }
}
