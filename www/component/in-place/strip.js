// The strip at the window's edge: one tab stop from which the keyboard goes through the page's sentences, and buttons that do the same.

import { Crossing } from '../crossing.js';
import { make } from '../dom.js';
import { same } from '../sentences.js';
import { takeTurns } from './turns.js';

/** @typedef {import('../types.js').Place} Place */
/** @typedef {import('./beside.js').Beside} Beside */

/** The buttons: what each shows, and the key that does the same. @type {['previous' | 'next' | 'across' | 'pin' | 'close', string, string][]} */
const BUTTONS = [
  ['previous', '↑', 'ArrowUp'],
  ['next', '↓', 'ArrowDown'],
  ['across', '⇄', 'ArrowRight'],
  ['pin', '', 'Enter'],
  ['close', '×', 'Escape'],
];

export class Strip {
  #beside;
  #bar;
  #crossing = new Crossing();
  /** @type {Place | null} where the reader was last */
  #last = null;
  #at = make('span', 'at');
  #pin = make('button', '');

  /** @param {Beside} beside @param {HTMLElement} bar @param {AbortSignal} signal takes it away */
  constructor(beside, bar, signal) {
    this.#beside = beside;
    this.#bar = bar;
    const { words, layer } = beside;
    const own = words.inPlace;
    const start = make('button', 'start', { type: 'button', tabindex: '-1' });
    start.append(make('span', 'sign', { 'aria-hidden': 'true' }, '⇄'), make('span', 'name', {}, own.name));
    const acts = make('div', 'acts');
    for (const [name, sign, key] of BUTTONS) {
      const label = name === 'close' ? words.close : own[name];
      const button = make('button', name, { type: 'button', tabindex: '-1', title: label, ...(sign && { 'aria-label': label }) }, sign || label);
      button.onclick = () => this.#take(key);
      if (name === 'pin') this.#pin = button;
      acts.append(button);
    }
    this.#pin.before(this.#at);
    bar.replaceChildren(start, acts, make('span', 'visually-hidden', { id: 'how' }, own.keys));
    const attributes = { role: 'application', tabindex: '0', 'aria-label': own.name, 'aria-describedby': 'how' };
    for (const [name, value] of Object.entries(attributes)) bar.setAttribute(name, value);
    start.onclick = () => {
      this.focus();
      this.#enter();
    };
    // Tab leads here; a click does what its button does.
    bar.addEventListener('focus', () => (bar.matches(':focus-visible') ? this.#enter() : this.show()), { signal });
    layer.addEventListener('focusout', ({ relatedTarget }) => this.#left(relatedTarget), { signal });
    layer.addEventListener('keydown', (event) => this.#key(event), { signal });
    signal.addEventListener('abort', () => {
      bar.replaceChildren();
      for (const name of ['data-open', ...Object.keys(attributes)]) bar.removeAttribute(name);
    });
  }

  /** Shows where the reader is. */
  show() {
    const { selection, passages } = this.#beside.companion;
    const place = selection.focused ?? selection.pinned;
    const { activeElement } = /** @type {ShadowRoot} */ (this.#bar.getRootNode());
    const hasFocus = this.#bar.contains(activeElement);
    this.#bar.toggleAttribute('data-open', place !== null || hasFocus);
    takeTurns(this.#bar, hasFocus || selection.active !== null);
    if (place) this.#last = place;
    this.#at.textContent = place && passages ? `${place.index + 1} / ${passages.counts[place.side]}` : '';
    this.#pin.setAttribute('aria-pressed', String(place !== null && same(place, selection.pinned)));
  }

  /** Takes the focus back. */
  focus() {
    this.#bar.focus({ preventScroll: true });
  }

  /** Where the reader is, or looks. */
  get #place() {
    const { focused, pinned } = this.#beside.companion.selection;
    return focused ?? pinned ?? this.#beside.inSight(this.#last);
  }

  #enter() {
    const place = this.#place;
    if (place) this.#beside.turnTo(place);
    else this.show();
  }

  /** @param {EventTarget | null} to what has the focus now */
  #left(to) {
    if (to instanceof Node && this.#beside.layer.contains(to)) return;
    this.#beside.companion.selection.set({ focused: null });
    this.show();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
    const { target, key } = event;
    const presses = key === 'Enter' || key === ' ';
    // A button is pressed by itself.
    if (presses && target !== this.#bar) return;
    if (!this.#take(presses ? 'Enter' : key)) return;
    event.preventDefault();
    // The page has keys of its own.
    event.stopPropagation();
  }

  /** Does what a key stands for; whether it stands for anything. @param {string} key */
  #take(key) {
    const beside = this.#beside;
    const { companion } = beside;
    const { selection, passages, relations } = companion;
    companion.pointerRests = true;
    if (key === 'Escape') {
      this.focus();
      selection.letGo();
      this.show();
      return true;
    }
    const place = this.#place;
    if (!place || !passages) return false;
    const { side, index } = place;
    if (key === 'Enter') {
      selection.set({ hovered: null, focused: place });
      selection.togglePin(place);
      return true;
    }
    /** From which sentence on, and in which direction. @type {Record<string, [number, 1 | -1]>} */
    const ways = { ArrowUp: [index, -1], ArrowDown: [index, 1], Home: [-1, 1], End: [passages.counts[side], -1] };
    const way = ways[key];
    if (!way && !/^Arrow/.test(key)) return false;
    const next = way ? beside.next({ side, index: way[0] }, way[1]) : this.#crossing.from(place, relations);
    beside.turnTo(next ?? place);
    return true;
  }
}
