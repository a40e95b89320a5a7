// The sheet: where a finger lights a sentence, its counterparts come up at the lower edge, in their context. The text
// behind stays in reach; swiping goes from link to link, or away.

import { make } from '../../dom.js';
import { same } from '../../sentences.js';
import { icon } from '../icons.js';
import { Room } from './room.js';
import { contentOf, viewOf } from './content.js';
import { listenToSwipes } from './swipes.js';

/** @typedef {import('../../types.js').Place} Place */

/** @param {import('../tools.js').Bench} bench */
export function installSheet(bench) {
  const { desk, signal } = bench;
  const sheet = new Sheet(bench);
  // What a finger lights the sheet shows, not the card.
  bench.on('lit', () => bench.touched && desk.card.show(null));
  for (const moment of /** @type {const} */ (['lit', 'linked'])) bench.on(moment, () => sheet.follow());
  bench.on('laid', () => sheet.settle());
  bench.on('gone', () => sheet.hide());
  signal.addEventListener('abort', () => sheet.remove(), { once: true });
}

class Sheet {
  #bench;
  #desk;
  #words;
  #room;
  #panel;
  #body = make('div', 'sheet-body');
  /** The way to the counterpart, where there is one passage; several have theirs each. */
  #middle = make('div', 'sheet-middle');
  #pin;
  /** @type {Record<'previous' | 'next', HTMLButtonElement>} */
  #steps;
  /** @type {Place | null} the sentence that it is about */
  #place = null;
  /** What it says; what has not changed is left alone, with the focus in it. */
  #said = '';
  /** Whether what it says has not been scrolled yet. */
  #anew = false;
  #closing = false;
  /** Whether the reader has put it away, and lit nothing since. */
  #away = false;

  /** @param {import('../tools.js').Bench} bench */
  constructor(bench) {
    const { desk, signal } = bench;
    this.#bench = bench;
    this.#desk = desk;
    this.#room = new Room(desk);
    const words = (this.#words = desk.words.sheet);
    const attributes = { popover: 'manual', role: 'region', 'aria-label': words.title, part: 'sheet', tabindex: '-1' };
    this.#panel = make('div', 'sheet', attributes);
    this.#panel.lang = desk.words.lang;
    this.#steps = {
      previous: button('previous', words.previous, () => this.#step(-1)),
      next: button('next', words.next, () => this.#step(1)),
    };
    this.#pin = button('pin', words.pin, () => this.#place && desk.selection.togglePin(this.#place));
    const close = button('close', desk.words.close, () => this.#close());
    const head = make('div', 'sheet-head');
    head.append(this.#steps.previous, this.#steps.next, this.#middle, this.#pin, close);
    this.#panel.append(head, this.#body);
    desk.surface.frame.append(this.#panel);
    listenToSwipes(this.#panel, {
      follow: (x, y) => this.#panel.style.setProperty('translate', x || y ? `${x}px ${y}px` : ''),
      swiped: (way) => (way === 'down' ? this.#close() : this.#step(way === 'left' ? 1 : -1)),
      // Inside a long text a finger that goes down scrolls.
      may: ({ target }) => !(this.#scrolls && target instanceof Node && this.#body.contains(target)),
    }, signal);
    window.addEventListener('resize', () => this.settle(), { signal, passive: true });
  }

  get #scrolls() {
    return this.#body.scrollHeight > this.#body.clientHeight + 1;
  }

  /** Shows what is lit by a finger; lets the card do it for others. */
  follow() {
    const { touched } = this.#bench;
    const { selection, relations } = this.#desk;
    const place = selection.active ?? selection.pinned;
    if (this.#closing) return;
    if (selection.active) this.#away = false;
    if (!touched || !place || !relations || this.#away) return this.hide();
    const anew = !same(place, this.#place);
    this.#place = place;
    if (!this.#fill(place)) return this.hide();
    this.#pin.setAttribute('aria-pressed', String(same(place, selection.pinned)));
    if (!this.#panel.matches(':popover-open')) this.#panel.showPopover();
    this.settle();
    if (anew) this.#tell(place);
  }

  /** Fits the sheet to the window, and the sentence into what is left of that. */
  settle() {
    const element = this.#place && this.#desk.sentences?.element(this.#place);
    if (!element || !this.#panel.matches(':popover-open')) return;
    this.#panel.style.setProperty('max-block-size', `${this.#room.left(element)}px`);
    this.#panel.classList.toggle('scrolls', this.#scrolls);
    if (this.#anew) this.#scrollToLit();
    this.#room.make(element, innerHeight - this.#panel.offsetHeight);
  }

  /** A line of what comes before is enough at first. */
  #scrollToLit() {
    this.#anew = false;
    const lit = this.#body.querySelector('.sheet-lit');
    const row = this.#body.querySelector('.sheet-row');
    const line = parseFloat(getComputedStyle(this.#body).lineHeight) || 0;
    this.#body.scrollTop = 0;
    if (!lit) return;
    const covered = this.#body.getBoundingClientRect().top + (row?.getBoundingClientRect().height ?? 0) + line;
    this.#body.scrollTop = lit.getBoundingClientRect().top - covered;
  }

  hide() {
    if (this.#panel.matches(':popover-open')) {
      const inside = this.#panel.contains(this.#desk.root.activeElement);
      const sentence = this.#place && this.#desk.sentences?.element(this.#place);
      this.#panel.hidePopover();
      if (inside) sentence?.focus({ preventScroll: true });
    }
    this.#place = null;
    this.#said = '';
    this.#room.drop();
  }

  remove() {
    this.#room.drop();
    this.#panel.remove();
  }

  /** Puts it away; what is pinned stays pinned. */
  #close() {
    const { selection } = this.#desk;
    // The focus that goes back to the sentence is no reason to come again.
    this.#closing = true;
    this.hide();
    selection.set({ hovered: null, focused: null });
    this.#closing = false;
    this.#away = true;
  }

  /** To the next sentence on this side that has a counterpart. @param {1 | -1} by */
  #step(by) {
    const next = this.#place && this.#beyond(this.#place, by);
    if (next) this.#bench.turnTo(next);
  }

  /** @param {Place} place @param {1 | -1} by @returns {Place | null} */
  #beyond({ side, index }, by) {
    const { relations, sentences } = this.#desk;
    const count = sentences?.counts[side] ?? 0;
    for (let at = index + by; at >= 0 && at < count; at += by) if (relations?.of({ side, index: at })) return { side, index: at };
    return null;
  }

  /** Says that it has come, or what it is about now. @param {Place} place */
  #tell(place) {
    const { relations, root, sentences, selection } = this.#desk;
    // What is pinned is told of already.
    if (same(place, selection.pinned)) return;
    const opened = this.#words.opened(relations?.of(place)?.others.length ?? 0);
    const inside = this.#panel.contains(root.activeElement);
    this.#bench.say(inside ? `${sentences?.element(place)?.textContent} ${opened}` : opened);
  }

  /** @param {Place} place @returns {boolean} whether there is anything to show */
  #fill(place) {
    const content = contentOf(this.#bench, place);
    if (!content) return false;
    this.#steps.previous.disabled = !this.#beyond(place, -1);
    this.#steps.next.disabled = !this.#beyond(place, 1);
    if (content.key === this.#said) return true;
    this.#said = content.key;
    const { head, body } = viewOf(this.#bench, content);
    this.#middle.replaceChildren(...head);
    this.#body.replaceChildren(...body);
    this.#anew = true;
    return true;
  }
}

/** @param {import('../icons.js').Icon} picture @param {string} label @param {() => void} run */
function button(picture, label, run) {
  const made = make('button', `sheet-button ${picture}`, { type: 'button', 'aria-label': label });
  made.append(icon(picture));
  made.addEventListener('click', run);
  return made;
}
