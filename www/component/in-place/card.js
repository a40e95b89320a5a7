// The card at the window's edge: counterparts that can't be seen, in the direction in which they are, and what is to be checked.

import { confidence } from '../confidence.js';
import { make } from '../dom.js';
import { MOST, notesOf, overlap, REST, SLIVER } from '../peek.js';
import { same } from '../sentences.js';

/** @typedef {import('../types.js').Place} Place */
/** @typedef {import('../types.js').Side} Side */
/** @typedef {import('./passages.js').Passages} Passages */

export class Card {
  #beside;
  #docks;
  #timer = 0;
  /** What the card says now: an unchanged card is left alone, with the focus in it. */
  #said = '';
  /** @type {Place | null} what it waits for, or has waited for, while the pointer rests */
  #rested = null;
  /** Lays the card out again for what it was shown for last. @type {(() => void) | null} */
  #again = null;

  /** @param {import('./beside.js').Beside} beside @param {{above: HTMLElement, below: HTMLElement}} docks */
  constructor(beside, docks) {
    this.#beside = beside;
    this.#docks = docks;
  }

  get isShown() {
    return this.#said !== '';
  }

  /** @param {Place | null} place what is lit @param {boolean} resting whether to wait until the pointer rests */
  show(place, resting) {
    // The page may be read anew under a pointer that rests.
    if (place && resting && same(place, this.#rested)) {
      this.refresh();
      return;
    }
    this.#rested = resting ? place : null;
    clearTimeout(this.#timer);
    this.#again = null;
    const lay = () => {
      this.#again = () => this.#put(place);
      this.#put(place);
    };
    if (place && resting) this.#timer = setTimeout(lay, REST);
    else lay();
  }

  /** Looks again what can be seen. */
  refresh() {
    this.#again?.();
  }

  /** @param {Place | null} place */
  #put(place) {
    const { words, companion } = this.#beside;
    const { passages, relations } = companion;
    const { above, below } = this.#docks;
    const lit = place && passages?.element(place);
    if (!place || !lit || !passages || !relations) {
      this.#clear('');
      return;
    }
    const relation = relations.of(place);
    const side = /** @type {Side} */ (1 - place.side);
    const hidden = (relation?.others ?? []).flatMap((index) => {
      const other = { side, index };
      const where = this.#where(passages.element(other));
      return where ? { other, where } : [];
    });
    const notes = notesOf(place, relations, words);
    const { other, where } = hidden.find((one) => one.other.index === relation?.best) ?? hidden[0] ?? { where: 'below' };
    const shown = hidden.filter((one) => one.where === where).slice(0, MOST);
    const sure = confidence(Math.max(0, ...shown.map((one) => relations.score(place, one.other.index))));
    const said = shown.length || notes.length ? JSON.stringify([place, where, shown, notes, sure]) : '';
    if (said === this.#said) return;
    this.#clear(said);
    if (!said) return;
    this.#beside.fit(side);
    const card = make('div', 'peek', { part: 'peek' });
    const close = make('button', 'peek-close', { type: 'button', 'aria-label': words.close }, '×');
    close.onclick = () => companion.selection.letGo();
    card.append(close, ...notes.map((note) => make('p', 'peek-note', {}, note)));
    if (other) {
      const go = make('button', 'peek-go', { type: 'button' }, words.go);
      go.onclick = () => this.#beside.goTo(other);
      card.append(make('p', 'peek-head', {}, `${where === 'above' ? '↑' : '↓'} ${words[where]} · ${words.confidence[sure]}`));
      card.append(...shown.map((one) => make('p', 'peek-text', { dir: 'auto', lang: passages.lang(one.other) }, passages.words(one.other))), go);
    }
    const dock = where === 'above' ? above : below;
    dock.append(card);
    // What it is about must be seen beside it.
    if (overlap(card, lit)) (dock === above ? below : above).append(card);
  }

  /** Makes room for what is said next. A focus in the card goes back to the strip. @param {string} said */
  #clear(said) {
    this.#said = said;
    for (const dock of Object.values(this.#docks)) {
      if (dock.matches(':focus-within')) this.#beside.strip.focus();
      dock.replaceChildren();
    }
  }
  /** Where a sentence is that can't be seen. @param {import('./passages.js').Passage | null} passage @returns {'above' | 'below' | null} */
  #where(passage) {
    if (!passage) return null;
    const seen = this.#beside.sight.seen(passage);
    const { top, bottom } = passage.getBoundingClientRect();
    if (bottom < seen.top + SLIVER) return 'above';
    return top > seen.bottom - SLIVER ? 'below' : null;
  }
}
