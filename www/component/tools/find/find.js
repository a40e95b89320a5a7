// Finding in both texts: a strip with a field; what is found is marked, and lights up with its counterparts.

import { make } from '../../dom.js';
import { unfolded } from '../folding.js';
import { placeInView } from '../lines.js';
import { Strip, stripButton } from '../strip.js';
import { Marks } from './marks.js';
import { Search } from './search.js';

/** @typedef {import('./search.js').Match} Match */
/** @typedef {import('../../types.js').Place} Place */
/** @typedef {import('../../types.js').Side} Side */

/** How long nobody types before the search begins, in milliseconds. */
const REST = 120;
/** How many characters around a match tell of it where its sentence is not shown. */
const AROUND = 24;

/** @param {import('../tools.js').Bench} bench */
export function installFind(bench) {
  const { desk, bar, signal } = bench;
  const words = desk.words.find;
  const find = new Find(bench);
  const open = () => find.open();
  const button = bar.add({ name: 'find', label: words.open, icon: 'find', key: '/', run: () => find.toggle() });
  button.setAttribute('aria-expanded', 'false');
  find.opened = (isOpen) => button.setAttribute('aria-expanded', String(isOpen));
  bench.shortcuts.add({ key: '/', label: words.open, run: open }, signal);
  bench.on('ready', () => find.renew());
  bench.on('gone', () => find.renew());
  bench.on('laid', () => find.mark());
  signal.addEventListener('abort', () => find.stop());
}

class Find {
  /** Hears whether the strip is open. @type {(isOpen: boolean) => void} */
  opened = () => {};
  #bench;
  #desk;
  #words;
  #strip;
  #field;
  #count = make('span', 'find-count', { 'aria-hidden': 'true' });
  #excerpt = make('p', 'find-excerpt');
  #steps;
  #marks;
  /** @type {Search | null} */
  #search = null;
  /** @type {Match[]} */
  #matches = [];
  /** Whether there are no more than these. */
  #all = true;
  /** The match that the reader is at. */
  #here = -1;
  /** Whether all of them are marked in the text. */
  #marked = false;
  #timer = 0;
  /** @type {AbortController | null} ends the search that is under way */
  #over = null;

  /** @param {import('../tools.js').Bench} bench */
  constructor(bench) {
    this.#bench = bench;
    this.#desk = bench.desk;
    this.#marks = new Marks(bench);
    const words = (this.#words = bench.desk.words.find);
    this.#strip = new Strip(bench, { name: 'find', label: words.open, role: 'search', closed: () => this.#closed() });
    const attributes = { type: 'search', 'aria-label': words.field, placeholder: words.field, enterkeyhint: 'search' };
    this.#field = make('input', 'find-field', { ...attributes, autocomplete: 'off', spellcheck: 'false' });
    this.#field.addEventListener('input', (event) => this.#typed(/** @type {InputEvent} */ (event).isComposing));
    this.#field.addEventListener('compositionend', () => this.#typed(false));
    this.#field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.isComposing) return;
      event.preventDefault();
      this.#step(event.shiftKey ? -1 : 1);
    });
    this.#steps = [stripButton('up', words.previous, () => this.#step(-1)), stripButton('down', words.next, () => this.#step(1))];
    this.#strip.body.prepend(this.#field, this.#count, ...this.#steps);
    this.#tell('');
  }

  open() {
    this.#strip.open();
    this.opened(true);
    this.#field.focus({ preventScroll: true });
    this.#field.select();
    if (!this.#matches.length) this.#look();
  }

  toggle() {
    if (this.#strip.isOpen) this.#strip.close();
    else this.open();
  }

  /** Another page, or none. */
  renew() {
    this.stop();
    this.#search = this.#desk.sentences && new Search(this.#desk.sentences);
    if (this.#strip.isOpen) this.#look();
  }

  /** Marks also what a layout has just shown a copy of. */
  mark() {
    const { layout, sentences } = this.#desk;
    if (!this.#marked || !sentences || layout.hides === null || !this.#over) return;
    const { signal } = this.#over;
    this.#marks.show(this.#matches, signal).catch((error) => signal.aborted || reportError(error));
  }

  /** Drops what was found. */
  stop() {
    clearTimeout(this.#timer);
    this.#over?.abort();
    this.#marks.clear();
    this.#marked = false;
    this.#matches = [];
    this.#here = -1;
    this.#tell('');
  }

  #closed() {
    const { root, selection, sentences } = this.#desk;
    const place = this.#matches[this.#here]?.place ?? selection.active ?? selection.pinned;
    this.stop();
    this.opened(false);
    if (!this.#strip.body.contains(root.activeElement)) return;
    const sentence = place && sentences?.element(place);
    const next = sentence && isShown(sentence) ? sentence : root.querySelector('.tool.find');
    if (next instanceof HTMLElement) next.focus({ preventScroll: true });
  }

  /** @param {boolean} composing whether an input method is not done yet */
  #typed(composing) {
    clearTimeout(this.#timer);
    if (!composing) this.#timer = setTimeout(() => this.#look(), REST);
  }

  async #look() {
    const { sentences } = this.#desk;
    this.stop();
    const query = this.#field.value.trim();
    if (!this.#search || !sentences || !query) return;
    const { signal } = (this.#over = new AbortController());
    try {
      const { matches, all } = await this.#search.find(query, signal);
      signal.throwIfAborted();
      this.#matches = matches;
      this.#all = all;
      if (matches.length) this.#go(this.#first());
      else this.#tell(this.#words.none, this.#words.none);
      await this.#marks.show(matches, signal);
      this.#marked = true;
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  /** The first match from the sentence on that the reader is at, or sees first. */
  #first() {
    const { active, pinned } = this.#desk.selection;
    const from = active ?? pinned ?? placeInView(this.#desk);
    if (!from) return 0;
    const after = (/** @type {Place} */ { side, index }) => (side === from.side ? index >= from.index : side > from.side);
    return Math.max(0, this.#matches.findIndex(({ place }) => after(place)));
  }

  /** @param {1 | -1} by */
  #step(by) {
    const { length } = this.#matches;
    if (length) this.#go((this.#here + by + length) % length);
  }

  /** @param {number} number */
  #go(number) {
    const { sentences } = this.#desk;
    const match = this.#matches[number];
    if (!sentences || !match) return;
    this.#here = number;
    // Between the lines a counterpart can be unfolded; a reader of one language alone isn't taken to the other.
    if (this.#desk.layout.kind === 'interleaved') this.#desk.reach(match.place);
    this.#bench.turnTo(match.place);
    this.#marks.here(match);
    const element = sentences.element(match.place);
    if (!element) return;
    const count = this.#matches.length;
    const all = this.#all ? String(count) : `${count}+`;
    this.#tell(`${number + 1} / ${all}`, `${this.#words.count(number + 1, all)} ${element.textContent}`);
    if (isShown(element)) return;
    this.#showExcerpt(element, match);
    this.#revealCounterpart(match.place, sentences);
  }

  /** @param {string} seen @param {string} [spoken] */
  #tell(seen, spoken = '') {
    this.#excerpt.remove();
    this.#count.textContent = seen;
    for (const button of this.#steps) button.disabled = this.#matches.length < 2;
    if (spoken) this.#bench.say(spoken);
  }

  /** Words from a text that the layout leaves out. @param {HTMLElement} element @param {Match} match */
  #showExcerpt(element, { at, length }) {
    const text = element.textContent ?? '';
    const [start, end] = unfolded(text, at, length);
    const before = text.slice(Math.max(0, start - AROUND), start);
    const after = text.slice(end, end + AROUND);
    const quote = make('q', 'find-quote', { dir: 'auto', lang: element.closest('[lang]')?.getAttribute('lang') ?? '' });
    quote.append(start > AROUND ? '…' : '', before, make('mark', 'find-mark', {}, text.slice(start, end)), after);
    if (end + AROUND < text.length) quote.append('…');
    this.#excerpt.replaceChildren(make('span', 'find-where', {}, this.#words.hidden), ' ', quote);
    this.#strip.body.append(this.#excerpt);
  }

  /** What is shown of such a match: its counterpart. @param {Place} place @param {import('../../sentences.js').Sentences} sentences */
  #revealCounterpart(place, sentences) {
    const relation = this.#desk.relations?.of(place);
    if (!relation) return;
    const side = /** @type {Side} */ (1 - place.side);
    sentences.element({ side, index: relation.best })?.scrollIntoView({ block: 'nearest' });
  }
}

/** Whether the layout shows an element. @param {Element} element */
function isShown(element) {
  return element.getClientRects().length > 0;
}
