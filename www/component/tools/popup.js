// A panel over the texts: beside what opened it, or at the lower edge of a narrow window. Esc or a press beside it closes
// it, and the focus goes back to where it was.

import { make } from '../dom.js';
import { icon } from './icons.js';

/** Pixels between a panel and what it belongs to, and the window's edges. */
const GAP = 8;

export class Popup {
  /** What stands in it: fill it before or after it is opened. */
  body = make('div', 'popup-body');
  #desk;
  #panel;
  #title;
  /** @type {Element | null} what the panel stands beside */
  #anchor = null;
  /** @type {HTMLElement | null} what had the focus */
  #before = null;

  /**
   * @param {import('./tools.js').Bench} bench
   * @param {{name: string, title: string, closed?: () => void}} options a class, a heading, and what to do when it closes
   */
  constructor({ desk, signal }, { name, title, closed = () => {} }) {
    this.#desk = desk;
    this.#panel = make('div', `popup ${name}`, { popover: 'auto', role: 'dialog', 'aria-labelledby': `popup-${name}`, part: 'popup' });
    this.#panel.lang = desk.words.lang;
    this.#title = make('h2', 'popup-title', { id: `popup-${name}`, tabindex: '-1' }, title);
    const close = make('button', 'popup-close', { type: 'button', 'aria-label': desk.words.close });
    close.append(icon('close'));
    close.addEventListener('click', () => this.close());
    this.#panel.append(this.#title, close, this.body);
    this.#panel.addEventListener('toggle', (event) => {
      if (/** @type {ToggleEvent} */ (event).newState === 'open') return;
      if (this.#anchor instanceof HTMLButtonElement) this.#anchor.setAttribute('aria-expanded', 'false');
      // A press beside the panel may have given the focus to something else; WebKit gives it back to what is hidden by now.
      const { activeElement } = desk.root;
      const kept = activeElement && !this.#panel.contains(activeElement) && activeElement.getClientRects().length;
      if (!kept) this.#back?.focus({ preventScroll: true });
      closed();
    });
    window.addEventListener('resize', () => this.place(), { signal, passive: true });
    desk.surface.frame.append(this.#panel);
    signal.addEventListener('abort', () => this.#panel.remove(), { once: true });
  }

  /** Where the focus goes: what had it may be hidden now, as by another layout. */
  get #back() {
    if (!this.#before || this.#before.getClientRects().length) return this.#before;
    return this.#anchor instanceof HTMLElement ? this.#anchor : null;
  }

  get isOpen() {
    return this.#panel.matches(':popover-open');
  }

  /** What has the focus when a panel is opened. */
  get heading() {
    return this.#title;
  }

  /** Heads the panel otherwise. @param {string} text */
  set title(text) {
    this.#title.textContent = text;
  }

  /**
   * Opens it, or moves it where it is open already.
   *
   * @param {Element} anchor what it belongs to: a button that opens it, or a sentence
   * @param {{focus?: HTMLElement | null}} [options] what gets the focus: the heading unless told
   */
  open(anchor, { focus = this.#title } = {}) {
    const { activeElement } = this.#desk.root;
    if (!this.isOpen) this.#before = activeElement instanceof HTMLElement ? activeElement : null;
    this.#anchor = anchor;
    if (anchor instanceof HTMLButtonElement) {
      anchor.setAttribute('aria-expanded', 'true');
      // A press on it is then none beside the panel, which would close before the button is asked to close it.
      anchor.popoverTargetElement = this.#panel;
    }
    if (!this.isOpen) this.#panel.showPopover();
    this.place();
    focus?.focus({ preventScroll: true });
  }

  close() {
    if (this.isOpen) this.#panel.hidePopover();
  }

  /** Opens it or closes it: what a button does. @param {HTMLButtonElement} button */
  toggle(button) {
    if (this.isOpen) this.close();
    else this.open(button);
  }

  /** Puts it beside its anchor again, as after its content has changed. A narrow window's style sheet puts it elsewhere. */
  place() {
    if (!this.isOpen || !this.#anchor) return;
    const { style } = this.#panel;
    style.left = style.top = '0';
    const anchor = this.#anchor.getBoundingClientRect();
    const { width, height } = this.#panel.getBoundingClientRect();
    const below = anchor.bottom + GAP;
    const above = anchor.top - GAP - height;
    const fits = below + height <= window.innerHeight - GAP || above < GAP;
    const top = fits ? Math.min(below, window.innerHeight - GAP - height) : above;
    style.top = `${Math.max(GAP, top)}px`;
    style.left = `${Math.max(GAP, Math.min(anchor.left, document.documentElement.clientWidth - GAP - width))}px`;
  }
}
