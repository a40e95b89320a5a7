// A short message at the lower edge: seen for a moment, spoken politely.

import { make } from '../dom.js';

/** How long a message stays, in milliseconds: at least, and for each character. */
const STAY = 3000;
const READ = 80;

/** @type {WeakMap<AbortSignal, Toast>} one for the tools of a component */
const toasts = new WeakMap();

/** Says that something has been done. @param {import('./tools.js').Bench} bench @param {string} text */
export function toast(bench, text) {
  const { signal } = bench;
  if (signal.aborted) return;
  const shown = toasts.get(signal) ?? new Toast(bench);
  toasts.set(signal, shown);
  shown.show(text);
}

class Toast {
  #bench;
  /** A popover, so that it stands above an open panel; `manual`, so that it closes none. */
  #element = make('div', 'toast', { popover: 'manual', part: 'toast' });
  #timer = 0;

  /** @param {import('./tools.js').Bench} bench */
  constructor(bench) {
    const { desk, signal } = bench;
    this.#bench = bench;
    this.#element.lang = desk.words.lang;
    desk.surface.frame.append(this.#element);
    signal.addEventListener('abort', () => {
      clearTimeout(this.#timer);
      this.#element.remove();
    });
  }

  /** @param {string} text */
  show(text) {
    this.#hide();
    this.#element.textContent = text;
    this.#element.showPopover();
    this.#bench.say(text);
    this.#timer = setTimeout(() => this.#hide(), STAY + READ * text.length);
  }

  #hide() {
    clearTimeout(this.#timer);
    if (this.#element.matches(':popover-open')) this.#element.hidePopover();
  }
}
