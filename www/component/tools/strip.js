// Strips under the row of tools, for what stays open while the text is read. They take room of their own, and keep in
// sight below the bar when the text is scrolled.

import { make } from '../dom.js';
import { newSheet } from '../style.js';
import { icon } from './icons.js';

/** @typedef {import('../desk.js').Desk} Desk */

export class Strip {
  /** What stands in it. */
  body;
  #desk;
  #stack;
  #closed;

  /**
   * @param {import('./tools.js').Bench} bench
   * @param {{name: string, label: string, role?: string, done?: string, closed: () => void}} options a class, a name for
   *   who cannot see it, what it is, a word for closing it instead of a cross, and what to do when it closes
   */
  constructor({ desk, signal }, { name, label, role = 'group', done, closed }) {
    this.#desk = desk;
    this.#closed = closed;
    this.body = make('div', `strip ${name}`, { role, 'aria-label': label, part: 'strip' });
    this.body.hidden = true;
    const close = done
      ? make('button', 'strip-done close', { type: 'button' }, done)
      : make('button', 'strip-button close', { type: 'button', 'aria-label': desk.words.close, title: desk.words.close });
    if (!done) close.append(icon('close'));
    close.addEventListener('click', () => this.close());
    this.body.append(close);
    this.body.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      event.preventDefault();
      this.close();
    });
    this.#stack = stackOf(desk, signal);
    this.#stack.element.append(this.body);
    // In the next frame: what stands below the strips changes its size by this.
    const observer = new ResizeObserver(() => requestAnimationFrame(() => this.#settle()));
    observer.observe(this.body);
    signal.addEventListener('abort', () => {
      observer.disconnect();
      this.body.remove();
      this.#stack.settle();
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

  #settle() {
    if (this.#stack.settle()) this.#desk.laid();
  }
}

/** What holds the strips of a component, one under the other, and keeps everything else that sticks below them. */
class Stack {
  element = make('div', 'strips');
  /** A property of the frame would be inherited by ten thousand sentences, and make the browser look at each again. */
  #below;
  #height = 0;

  /** @param {Desk} desk @param {AbortSignal} signal takes it away */
  constructor({ host, root, surface, words }, signal) {
    this.element.lang = words.lang;
    this.#below = newSheet(host.ownerDocument);
    surface.bar.after(this.element);
    root.adoptedStyleSheets.push(this.#below);
    signal.addEventListener('abort', () => {
      this.element.remove();
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== this.#below);
    });
  }

  /** @returns {boolean} whether the strips have another height than before, and the texts lie elsewhere */
  settle() {
    const height = this.element.offsetHeight;
    if (height === this.#height) return false;
    this.#height = height;
    this.#below.replaceSync(`
      .dock.above { inset-block-start: calc(var(--_top) + ${height}px); }
      .hairline { inset-block-start: calc(var(--_top) + ${height + 2}px); }
      [data-layout="columns"] .side { max-block-size: max(12rem, var(--_pane) - ${height}px); }`);
    return true;
  }
}

/** @type {WeakMap<Desk, Stack>} */
const stacks = new WeakMap();

/** @param {Desk} desk @param {AbortSignal} signal of the tools */
function stackOf(desk, signal) {
  const stack = stacks.get(desk) ?? new Stack(desk, signal);
  stacks.set(desk, stack);
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
