// The one button that brings the reader's tools, for a text that is shown without them; and what brings them without it.

import { make } from './dom.js';
import { EnFaceError } from './errors.js';
import { said } from './properties.js';
import { explain } from './status.js';
import { supplies } from './supplies.js';
import { bring } from './tool-box.js';
import { bringWords } from './words.js';

/** @typedef {import('./modes/mode.js').Stage} Stage */

/** Where `tools/correct/corrected-pages.js` keeps what a reader has corrected. */
const CORRECTED = 'en-face corrections';
/** An address that names a sentence, roughly: `tools/deep-link/fragment.js`. */
const NAMED = /[.#][01]-\d+\./;

export class ToolButton {
  #stage;
  #desk;
  #button = make('button', 'more', { type: 'button', part: 'tool' });
  /** Whether the tools are there or on their way. */
  #isAsked = false;

  /** @param {Stage} stage @param {import('./desk.js').Desk} desk */
  constructor(stage, desk) {
    this.#stage = stage;
    this.#desk = desk;
    this.#button.addEventListener('click', () => this.press());
    desk.addEventListener('begun', () => this.offer(), { signal: stage.signal });
    stage.signal.addEventListener('abort', () => this.#button.remove(), { once: true });
  }

  /** Shows the button, or brings the tools at once where something on the page asks for what only they do. */
  offer() {
    if (this.#isAsked || !supplies.tools || !this.#desk.sentences) return;
    const { host, surface, words } = this.#stage;
    const controls = said(host, 'controls');
    const isNamed = said(host, 'deep-links') === 'on' && NAMED.test(location.hash);
    if (controls === 'full' || isNamed || said(host, 'layout') === 'interleaved' || this.#desk.corrections || hasCorrected()) this.press();
    else if (controls !== 'none') {
      this.#button.textContent = words.tools;
      surface.bar.replaceChildren(this.#button);
    }
  }

  /** Brings the tools. */
  async press() {
    if (this.#isAsked) return;
    this.#isAsked = true;
    const { root, signal, surface, tell, words } = this.#stage;
    const hadFocus = root.activeElement === this.#button;
    this.#button.ariaBusy = 'true';
    surface.notice.replaceChildren();
    try {
      await bring(this.#desk, signal);
      this.#button.remove();
      const [first] = surface.bar.children;
      if (hadFocus && first instanceof HTMLElement) first.focus({ preventScroll: true });
    } catch (cause) {
      const error = EnFaceError.from(cause);
      await bringWords(words, 'errors').catch(() => {});
      if (signal.aborted) return;
      tell('enface-error', explain(surface.notice, error, words, () => this.press()));
      this.#isAsked = false;
    }
    this.#button.ariaBusy = null;
  }
}

/** Whether the reader has corrected a page of this site: it may be this one. */
function hasCorrected() {
  try {
    return localStorage.getItem(CORRECTED) !== null;
  } catch {
    return false;
  }
}
