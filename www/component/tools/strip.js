// Strips under the row of tools, for what stays open while the text is read. They take room of their own, and keep in
// sight below the bar when the text is scrolled.

import { make } from '../dom.js';
import { icon } from './icons.js';

/** @typedef {import('../desk.js').Desk} Desk */

export class Strip {
  /** What stands in it. */
  body;
  #desk;
  #closed;

  /**
   * @param {import('./tools.js').Bench} bench
   * @param {{name: string, label: string, role?: string, closed: () => void}} options a class, a name for who cannot see
   *   it, what it is, and what to do when it closes
   */
  constructor({ desk, signal }, { name, label, role = 'group', closed }) {
    this.#desk = desk;
    this.#closed = closed;
    this.body = make('div', `strip ${name}`, { role, 'aria-label': label, part: 'strip' });
    this.body.hidden = true;
    const close = make('button', 'strip-button close', { type: 'button', 'aria-label': desk.words.close, title: desk.words.close });
    close.append(icon('close'));
    close.addEventListener('click', () => this.close());
    this.body.append(close);
    this.body.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      event.preventDefault();
      this.close();
    });
    const stack = stackOf(desk);
    stack.append(this.body);
    signal.addEventListener('abort', () => {
      this.body.remove();
      this.#settle();
      if (!stack.childElementCount) stack.remove();
    });
  }

  get isOpen() {
    return !this.body.hidden;
  }

  open() {
    if (this.isOpen) return;
    this.body.hidden = false;
    this.#settle();
  }

  close() {
    if (!this.isOpen) return;
    // While it can still be told where the focus is.
    this.#closed();
    this.body.hidden = true;
    this.#settle();
  }

  /** The strip, or the window, has another height: what sticks to the top stands below it. */
  #settle() {
    const { frame } = this.#desk.surface;
    const height = stackOf(this.#desk).offsetHeight;
    frame.style.setProperty('--_strips', `${height}px`);
    this.#desk.laid();
  }
}

/**
 * What holds the strips of a component, one under the other.
 *
 * @param {Desk} desk
 * @returns {HTMLElement}
 */
function stackOf({ surface, words }) {
  const next = surface.bar.nextElementSibling;
  if (next instanceof HTMLElement && next.className === 'strips') return next;
  const stack = make('div', 'strips');
  stack.lang = words.lang;
  surface.bar.after(stack);
  return stack;
}

/**
 * A button in a strip.
 *
 * @param {import('./icons.js').Icon} picture
 * @param {string} label
 * @param {() => void} run
 */
export function stripButton(picture, label, run) {
  const button = make('button', `strip-button ${picture}`, { type: 'button', 'aria-label': label, title: label });
  button.append(icon(picture));
  button.addEventListener('click', run);
  return button;
}
