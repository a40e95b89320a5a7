// The peek: a small card at the edge that shows a counterpart which is off the screen, and goes
// there when asked; also where a sentence without counterpart, or with a doubtful number, is told of.

import { confidence } from './confidence.js';
import { make } from './dom.js';
import { same } from './sentences.js';

/** @typedef {import('./types.js').Place} Place */
/** @typedef {import('./types.js').Side} Side */
/** @typedef {import('./relations.js').Relations} Relations */
/** @typedef {Pick<HTMLElement, 'getClientRects' | 'getBoundingClientRect' | 'focus'> & {textContent: string | null}} Standing a sentence on the screen */
/** @typedef {{element: (place: Place) => Standing | null, lang: (place: Place) => string}} Sentences */
/** @typedef {{seen: (sentence: any) => {top: number, bottom: number}}} Sight where a sentence can be seen */
/** @typedef {import('./words.js').Words} Words */

/** @typedef {{name: string, label: string, run: (place: Place, button: HTMLButtonElement) => void}} Act something that can be done about a sentence */

/** How long a pointer rests on a sentence before the card comes, in milliseconds. */
const REST = 220;
/** How high a card is at least, and how far from the edge and from the sentence, in pixels. */
const LEAST = 64;
const MARGIN = 12;
/** How many counterparts the card shows. */
const MOST = 3;
/** How much of a sentence doesn't count as seen, in pixels. */
const SLIVER = 8;

/** @typedef {'above' | 'below' | 'hidden'} Where a counterpart that the reader does not see is */
/** @type {Record<Where, string>} */
const ARROWS = { above: '↑ ', below: '↓ ', hidden: '' };

export class Peek {
  /** What tools can do about a sentence: buttons in the card. @type {Set<Act>} */
  acts = new Set();
  #timer = 0;
  #docks;
  #words;
  #layout;
  #go;
  #close;
  /** What the card says now; an unchanged card is left alone, with the focus in it. */
  #said = '';
  /** @type {Place | null} the sentence that the card is about */
  #about = null;
  /** @type {(() => void) | null} lays the card out again for what it was shown for last */
  #again = null;

  /**
   * @param {{above: HTMLElement, below: HTMLElement}} docks
   * @param {Words} words
   * @param {Sight} layout
   * @param {(place: Place) => void} go takes the reader to a counterpart
   * @param {() => void} close
   */
  constructor(docks, words, layout, go, close) {
    this.#docks = docks;
    this.#words = words;
    this.#layout = layout;
    this.#go = go;
    this.#close = close;
  }

  /**
   * @param {Place | null} place
   * @param {Sentences} sentences
   * @param {Relations | null} relations
   * @param {boolean} resting whether to wait until the pointer rests
   * @param {boolean} held whether the card comes even if it has nothing to show: for what can be done
   */
  show(place, sentences, relations, resting, held) {
    if (!place || !relations) {
      this.reset();
      return;
    }
    clearTimeout(this.#timer);
    this.#again = null;
    const again = () => this.#lay(place, sentences, relations, held);
    this.#timer = setTimeout(() => {
      this.#again = again;
      again();
    }, resting ? REST : 0);
  }

  get isShown() {
    return this.#said !== '';
  }

  /** Takes the card away, with everything that it was about. */
  reset() {
    clearTimeout(this.#timer);
    this.#again = null;
    this.#clear();
  }

  /** Looks again which counterparts are on the screen. */
  refresh() {
    this.#again?.();
  }

  /** @param {Place} place @param {Sentences} sentences @param {Relations} relations @param {boolean} held */
  #lay(place, sentences, relations, held, grown = false) {
    const side = /** @type {Side} */ (1 - place.side);
    const relation = relations.of(place);
    /** @type {{place: Place, element: Standing, where: Where}[]} */
    const hidden = [];
    /** @type {Standing[]} */
    const seen = [];
    const old = this.#card;
    for (const index of relation?.others ?? []) {
      const element = sentences.element({ side, index });
      if (!element) continue;
      const where = offScreen(element, this.#layout) ?? (old && same(place, this.#about) ? this.#beneath(old, element) : null);
      if (where) hidden.push({ place: { side, index }, element, where });
      else seen.push(element);
    }
    const notes = notesOf(place, relations, this.#words);
    // A card that changes while it is open, as by better links, must not drop the focus.
    const root = old?.getRootNode();
    const focus = root instanceof ShadowRoot && old?.contains(root.activeElement) ? root.activeElement : null;
    if (!hidden.length && !notes.length && !(held && this.acts.size)) {
      this.#clear();
      if (focus) sentences.element(place)?.focus({ preventScroll: true });
      return;
    }
    const best = hidden.find((entry) => entry.place.index === relation?.best) ?? hidden[0];
    const where = best?.where ?? 'below';
    const edge = where === 'above' ? 'above' : 'below';
    const shown = hidden.filter((entry) => entry.where === where).slice(0, MOST);
    const sure = confidence(Math.max(0, ...shown.map((entry) => relations.score(place, entry.place.index))));
    const head = `${ARROWS[where]}${this.#words[where]} · ${this.#words.confidence[sure]}`;
    const said = JSON.stringify([where, place, shown.map((entry) => entry.place.index), head, notes]);
    if (said === this.#said) return;
    const card = this.#make(shown, notes, head, sentences);
    card.classList.toggle('whole', where === 'hidden');
    card.dataset.side = String(hidden.length ? side : place.side);
    card.classList.toggle('changed', old !== null);
    card.append(this.#row(place, shown[0]?.place));
    this.#clear();
    this.#said = said;
    this.#about = place;
    this.#docks[edge].append(card);
    const lit = sentences.element(place);
    if (lit && overlap(card, lit)) {
      const other = edge === 'above' ? 'below' : 'above';
      this.#docks[other].append(card);
      if (overlap(card, lit)) this.#squeeze(card, lit);
    }
    if (focus) {
      const next = card.querySelector(`.${[...focus.classList].join('.')}`) ?? card.firstElementChild;
      if (next instanceof HTMLElement) next.focus({ preventScroll: true });
    }
    // What the card itself has covered belongs into it, too; once, as the other edge may have other sentences.
    if (!grown && seen.some((element) => this.#beneath(card, element))) this.#lay(place, sentences, relations, held, true);
  }

  get #card() {
    return this.#docks.above.firstElementChild ?? this.#docks.below.firstElementChild;
  }

  /** Whether a card hides a sentence, and at which edge. @param {Element} card @param {Standing} element @returns {Where | null} */
  #beneath(card, element) {
    if (!overlap(card, element)) return null;
    const [lid, { top, bottom }] = [card.getBoundingClientRect(), element.getBoundingClientRect()];
    if (this.#docks.above.contains(card)) return bottom < lid.bottom + SLIVER ? 'above' : null;
    return top > lid.top - SLIVER ? 'below' : null;
  }

  /** At the edge with more room, no higher than that: the rest of it can be scrolled to. @param {HTMLElement} card @param {Standing} lit */
  #squeeze(card, lit) {
    const { top, bottom } = lit.getBoundingClientRect();
    const above = top - this.#docks.above.getBoundingClientRect().top;
    const below = this.#docks.below.getBoundingClientRect().bottom - bottom;
    this.#docks[above > below ? 'above' : 'below'].append(card);
    card.style.setProperty('max-block-size', `${Math.max(LEAST, Math.max(above, below) - 2 * MARGIN)}px`);
  }

  /**
   * @param {{place: Place, element: Standing}[]} entries
   * @param {string[]} notes
   * @param {string} head above the entries
   * @param {Sentences} sentences
   */
  #make(entries, notes, head, sentences) {
    const card = make('div', 'peek', { part: 'peek' });
    const close = make('button', 'peek-close', { type: 'button', 'aria-label': this.#words.close }, '×');
    close.addEventListener('click', () => this.#close());
    card.append(close);
    for (const note of notes) card.append(make('p', 'peek-note', {}, note));
    if (entries.length) {
      card.append(make('p', 'peek-head', {}, head));
      for (const { place, element } of entries) {
        card.append(make('p', 'peek-text', { dir: 'auto', lang: sentences.lang(place) }, element.textContent ?? ''));
      }
    }
    return card;
  }

  /** @param {Place} place @param {Place} [counterpart] */
  #row(place, counterpart) {
    const row = make('div', 'peek-acts');
    if (counterpart) {
      const go = make('button', 'peek-go', { type: 'button' }, this.#words.go);
      go.addEventListener('click', () => this.#go(counterpart));
      row.append(go);
    }
    for (const { name, label, run } of this.acts) {
      const button = make('button', `act ${name}`, { type: 'button' }, label);
      button.addEventListener('click', () => run(place, button));
      row.append(button);
    }
    return row;
  }

  #clear() {
    this.#said = '';
    this.#about = null;
    this.#docks.above.replaceChildren();
    this.#docks.below.replaceChildren();
  }
}

/**
 * Whether a sentence lies outside what the reader sees of its column, and on which side; or is hidden by the layout.
 *
 * @param {Standing} element
 * @param {Sight} layout
 * @returns {Where | null}
 */
function offScreen(element, layout) {
  if (!element.getClientRects().length) return 'hidden';
  const { top, bottom } = layout.seen(element);
  const rect = element.getBoundingClientRect();
  if (rect.bottom < top + SLIVER) return 'above';
  if (rect.top > bottom - SLIVER) return 'below';
  return null;
}

/** @param {Pick<Element, 'getBoundingClientRect'>} a @param {Pick<Element, 'getBoundingClientRect'>} b */
function overlap(a, b) {
  const [one, other] = [a.getBoundingClientRect(), b.getBoundingClientRect()];
  return one.top < other.bottom && other.top < one.bottom && one.left < other.right && other.left < one.right;
}

/**
 * What the signs at a sentence mean: a number to check, no source.
 *
 * @param {Place} place
 * @param {Relations} relations
 * @param {Words} words
 */
export function notesOf(place, relations, words) {
  const notes = relations.checks(place).map(({ found, expected }) => `≠ ${words.check(relations.regime, found, expected)}`);
  if (!relations.of(place) && place.side === 0) notes.push(`† ${words.none}`);
  return notes;
}
