// What the component shows above the page while sentences are lit: the strip, the card, and what is said to who listens. None of it is
// needed for a sentence to light up, so it comes after the links.

import { listenToScrolls } from '../scrolling.js';
import { same } from '../sentences.js';
import { Announcer } from './announcer.js';
import { Card } from './card.js';
import { firstWhere } from './first-where.js';
import { isOnDark, palettes } from './looks.js';
import { Sight } from './sight.js';
import { Strip } from './strip.js';

/** @typedef {import('../types.js').Place} Place */
/** @typedef {import('../texts.js').Texts} Texts */
/** @typedef {import('./companion.js').Companion} Companion */

export class Beside {
  #stage;
  #announcer;
  /** @type {Texts | null} */
  #texts = null;
  #window;

  /** @param {import('../modes/mode.js').Stage} stage @param {Companion} companion */
  constructor(stage, companion) {
    const { host, surface, words, signal } = stage;
    this.#stage = stage;
    this.#window = host.ownerDocument.defaultView ?? window;
    this.companion = companion;
    this.layer = surface.frame;
    this.words = words;
    this.sight = new Sight(host, surface.bar);
    this.card = new Card(this, surface.docks);
    this.strip = new Strip(this, surface.bar, signal);
    this.#announcer = new Announcer(surface.live, words);
  }

  /** Opens above the page, in whatever tree and box the element stands. @param {AbortSignal} signal closes */
  open(signal) {
    const { layer, companion } = this;
    // Old browsers keep it where it is, above the page all the same.
    layer.showPopover?.();
    const refresh = () => requestAnimationFrame(() => companion.refresh());
    listenToScrolls(this.#stage, refresh, signal);
    this.#window.addEventListener('resize', refresh, { signal, passive: true });
    signal.addEventListener('abort', () => layer.popover && layer.isConnected && layer.hidePopover?.());
    companion.light();
  }

  /** Shows what is lit. @param {Texts} texts */
  show(texts) {
    const { passages, relations, selection } = this.companion;
    const { active, pinned, focused } = selection;
    const lit = active ?? pinned;
    if (!passages) return;
    this.#texts = texts;
    // Dark where the page's text is light, whatever that has said of schemes.
    const isDark = isOnDark(texts[0][0], texts[0]);
    this.layer.style.colorScheme = isDark ? 'dark' : 'light';
    this.#set(palettes(this.companion.host)[Number(isDark)]);
    this.card.show(lit, active !== null && !same(active, focused));
    this.strip.show();
    this.#announcer.speak(focused, pinned, passages, relations);
  }

  leave() {
    this.card.show(null, false);
    this.#announcer.reset();
  }

  /** Makes a sentence the one that the reader is at. @param {Place} place */
  turnTo(place) {
    this.#go(place, {}, 'nearest');
  }

  /** Takes the reader to a sentence, what is lit now stays pinned. @param {Place} place */
  goTo(place) {
    const { active, pinned } = this.companion.selection;
    this.#go(place, { pinned: pinned ?? active }, 'center');
  }

  /** The next sentence that is there, in a direction. @param {Place} place @param {1 | -1} step @returns {Place | null} */
  next({ side, index }, step) {
    const count = this.companion.passages?.counts[side] ?? 0;
    for (let at = index + step; at >= 0 && at < count; at += step) {
      if (this.companion.passages?.has({ side, index: at })) return { side, index: at };
    }
    return null;
  }

  /** A sentence that can be seen: this one, else the first one; nothing seen, the first of all. @param {Place | null} last */
  inSight(last) {
    const { passages } = this.companion;
    const { top } = this.sight;
    /** Above what is seen (-1), in it (0), or below. @param {Place} place */
    const where = (place) => {
      const passage = passages?.element(place);
      if (!passage) return 1;
      const seen = this.sight.seen(passage, top);
      const rect = passage.getBoundingClientRect();
      return rect.bottom <= seen.top ? -1 : Number(rect.top >= seen.bottom);
    };
    if (last && where(last) === 0) return last;
    // Each text runs down the page.
    for (const side of [0, 1]) {
      const places = passages?.places.filter((place) => place.side === side) ?? [];
      const place = places[firstWhere(places.length, (at) => where(places[at]) >= 0)];
      if (place && where(place) === 0) return place;
    }
    // But columns begin at the top again.
    return passages?.places.find((place) => where(place) === 0) ?? this.next({ side: 0, index: -1 }, 1);
  }

  /** @param {Place} place @param {{pinned?: Place | null}} and @param {'nearest' | 'center'} where */
  #go(place, and, where) {
    const { companion } = this;
    companion.pointerRests = true;
    companion.selection.set({ hovered: null, focused: place, ...and });
    const passage = companion.passages?.element(place);
    if (passage) this.sight.reveal(passage, where);
  }

  /** Has the next card stand over the text that the counterparts are in, in its letters. @param {import('../types.js').Side} side */
  fit(side) {
    const [text] = /** @type {Texts} */ (this.#texts)[side];
    const { left, right } = text.getBoundingClientRect();
    this.#set({
      left: `${Math.max(0, left)}px`,
      width: `${Math.min(this.#window.innerWidth, right) - Math.max(0, left)}px`,
      top: `${this.sight.top}px`,
      font: getComputedStyle(text).fontFamily,
    });
  }

  /** Sets properties that the style sheet knows by their short names. @param {Record<string, string>} values */
  #set(values) {
    for (const [name, value] of Object.entries(values)) this.layer.style.setProperty(`--_${name}`, value);
  }
}
