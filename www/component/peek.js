// The peek: a small card at the edge that shows a counterpart which is off the screen, and goes
// there when asked; also where a sentence without counterpart, or with a doubtful number, is told of.

import { confidence } from './confidence.js';
import { make } from './dom.js';
import { listenToScrolls } from './scrolling.js';
import { same } from './sentences.js';

/** @typedef {import('./types.js').Place} Place */
/** @typedef {import('./types.js').Side} Side */
/** @typedef {import('./relations.js').Relations} Relations */

/** How long a pointer rests on a sentence before the card comes, in milliseconds. */
export const REST = 220;
/** How high a card is at least, and how far from the edge and from the sentence, in pixels. */
const LEAST = 64;
const MARGIN = 12;
/** How many counterparts the card shows. */
export const MOST = 3;
/** How much of a sentence doesn't count as seen, in pixels. */
export const SLIVER = 8;

/** @typedef {'above' | 'below' | 'hidden'} Where a counterpart that the reader does not see is */
/** @type {Record<Where, string>} */
const ARROWS = { above: '↑ ', below: '↓ ', hidden: '' };

export class Peek {
  #desk;
  #timer = 0;
  /** @type {HTMLElement | null} */
  #card = null;
  /** @type {Place | null} the sentence that the card is about, or was */
  #about = null;
  /** Lays the card out again for what it was shown for last. @type {() => void} */
  #again = () => {};
  /** Ends that. */
  #over = new AbortController();

  /** @param {import('./desk.js').Desk} desk */
  constructor(desk) {
    this.#desk = desk;
  }

  /**
   * @param {Place | null} place null takes it away, with everything that it was about
   * @param {boolean} [resting] whether to wait until the pointer rests
   * @param {boolean} [held] whether the card comes even if it has nothing to show: for what can be done
   */
  show(place, resting, held) {
    clearTimeout(this.#timer);
    this.#over.abort();
    if (!place || !this.#desk.relations) return this.#clear();
    const { signal } = (this.#over = new AbortController());
    this.#timer = setTimeout(() => {
      this.#again = () => signal.aborted || this.#lay(place, held);
      this.#again();
      listenToScrolls(this.#desk, this.#again, signal);
    }, resting ? REST : 0);
  }

  get isShown() {
    return this.#card !== null;
  }

  /** Looks again which counterparts are on the screen. */
  refresh() {
    this.#again();
  }

  /** @param {Place} place @param {boolean} [held] @param {boolean} [grown] whether what the card covers has been seen to */
  #lay(place, held, grown) {
    const { bench, relations, root, sentences, surface, words } = this.#desk;
    const { above, below } = surface.docks;
    const own = sentences?.element(place);
    if (!relations || !sentences || !own) return;
    const side = /** @type {Side} */ (1 - place.side);
    const relation = relations.of(place);
    const old = this.#card;
    const others = (relation?.others ?? []).flatMap((index) => {
      const element = sentences.element({ side, index });
      return element ? { index, element, where: this.#where(element, same(place, this.#about) ? old : null) } : [];
    });
    const hidden = others.filter(({ where }) => where);
    const notes = notesOf(place, relations, words);
    // A card that changes while it is open, as by better links, must not drop the focus.
    const focus = old?.contains(root.activeElement) ? root.activeElement : null;
    if (!hidden.length && !notes.length && !(held && bench?.acts.size)) {
      this.#clear();
      if (focus) own.focus({ preventScroll: true });
      return;
    }
    const where = (hidden.find(({ index }) => index === relation?.best) ?? hidden[0])?.where ?? 'below';
    const shown = hidden.filter((other) => other.where === where).slice(0, MOST);
    const sure = confidence(Math.max(0, ...shown.map(({ index }) => relations.score(place, index))));
    const head = `${ARROWS[where]}${words[where]} · ${words.confidence[sure]}`;
    const card = make('div', `peek${where === 'hidden' ? ' whole' : ''}${old ? ' changed' : ''}`, { part: 'peek', 'data-side': String(shown.length ? side : place.side) });
    const close = make('button', 'peek-close', { type: 'button', 'aria-label': words.close }, '×');
    close.onclick = () => this.#desk.letGo();
    card.append(close, ...notes.map((note) => make('p', 'peek-note', {}, note)));
    const row = make('div', 'peek-acts');
    if (shown.length) {
      card.append(make('p', 'peek-head', {}, head));
      card.append(...shown.map(({ element }) => make('p', 'peek-text', { dir: 'auto', lang: /** @type {HTMLElement} */ (element.closest('[lang]')).lang }, element.textContent ?? '')));
      // Tools bring to light what the layout hides; without them there is nowhere to go.
      if (bench || where !== 'hidden') {
        const go = make('button', 'peek-go', { type: 'button' }, words.go);
        go.onclick = () => this.#desk.goTo({ side, index: shown[0].index });
        row.append(go);
      }
    }
    row.append(...(bench?.buttons(place) ?? []));
    card.append(row);
    // A card that says the same is left alone, with the focus in it.
    if (old && same(place, this.#about) && card.textContent === old.textContent) return;
    this.#clear();
    this.#card = card;
    this.#about = place;
    (where === 'above' ? above : below).append(card);
    if (overlap(card, own)) {
      // At the edge with more room, no higher than that: the rest of it can be scrolled to.
      const { top, bottom } = own.getBoundingClientRect();
      const [over, under] = [top - above.getBoundingClientRect().top, below.getBoundingClientRect().bottom - bottom];
      (over > under ? above : below).append(card);
      card.style.maxBlockSize = `${Math.max(LEAST, Math.max(over, under) - 2 * MARGIN)}px`;
    }
    if (focus) /** @type {HTMLElement} */ (card.querySelector(`[class="${focus.className}"]`) ?? close).focus({ preventScroll: true });
    // What the card itself has covered belongs into it, too; once, as the other edge may have other sentences.
    if (!grown && others.some((seen) => !seen.where && this.#where(seen.element, card))) this.#lay(place, held, true);
  }

  /**
   * Whether a sentence lies outside what the reader sees of its column, or under a card, and on which side; or is hidden by the
   * layout.
   *
   * @param {HTMLElement} element
   * @param {Element | null} card
   * @returns {Where | null}
   */
  #where(element, card) {
    if (!element.getClientRects().length) return 'hidden';
    let { top, bottom } = this.#desk.layout.seen(element);
    if (card && overlap(card, element)) {
      const lid = card.getBoundingClientRect();
      if (card.closest('.above')) top = Math.max(top, lid.bottom);
      else bottom = Math.min(bottom, lid.top);
    }
    const own = element.getBoundingClientRect();
    if (own.bottom < top + SLIVER) return 'above';
    return own.top > bottom - SLIVER ? 'below' : null;
  }

  #clear() {
    const card = this.#card;
    // A focus in it that is lost leads here again.
    this.#card = null;
    card?.remove();
  }
}

/** @param {Pick<Element, 'getBoundingClientRect'>} a @param {Pick<Element, 'getBoundingClientRect'>} b */
export function overlap(a, b) {
  const [one, other] = [a.getBoundingClientRect(), b.getBoundingClientRect()];
  return one.top < other.bottom && other.top < one.bottom && one.left < other.right && other.left < one.right;
}

/**
 * What the signs at a sentence mean: a number to check, no source.
 *
 * @param {Place} place
 * @param {Relations} relations
 * @param {import('./words.js').Words} words
 */
export function notesOf(place, relations, words) {
  const notes = relations.checks(place).map(({ found, expected }) => `≠ ${words.check(relations.regime, found, expected)}`);
  if (!relations.of(place) && place.side === 0) notes.push(`† ${words.none}`);
  return notes;
}
