// The two texts of a page, their links, and what is lit in them: what the pointer and the strip work on.

import { litBy } from '../lit.js';
import { Relations } from '../relations.js';
import { Selection } from '../selection.js';
import { same } from '../sentences.js';
import { Announcer } from './announcer.js';
import { Card } from './card.js';
import { isOnDark } from './looks.js';
import { Sight } from './sight.js';

/** @typedef {import('../types.js').Alignment} Alignment */
/** @typedef {import('../types.js').Place} Place */
/** @typedef {import('../types.js').Side} Side */
/** @typedef {import('./looks.js').Name} Name */
/** @typedef {import('./passages.js').Passages} Passages */
/** @typedef {import('./registry.js').Painter} Painter */

export class Companion {
  /** @type {Passages | null} the sentences in the page; none before it has been read */
  passages = null;
  /** @type {Relations | null} */
  relations = null;
  /** @type {Alignment | null} */
  alignment = null;
  selection = new Selection(() => this.light());
  /** Whether the reader moves by other means than the pointer, until that moves again. */
  pointerRests = false;
  /** Shows where the reader is, beside the text. */
  strip = { show() {}, focus() {} };
  /** @type {import('../texts.js').Texts | null} */
  #texts = null;
  /** @type {Place | null} what the last `enface-activate` told */
  #told = null;
  #painter;
  #card;
  #announcer;

  /** @param {import('../modes/mode.js').Stage} stage @param {Painter} painter */
  constructor({ host, surface, words, tell }, painter) {
    this.host = host;
    this.words = words;
    this.tell = tell;
    this.layer = surface.frame;
    this.sight = new Sight(host, surface.bar);
    this.#painter = painter;
    this.#card = new Card(this, surface.docks);
    this.#announcer = new Announcer(surface.live, words);
  }

  get hasCard() {
    return this.#card.isShown;
  }

  /** Other elements hold the texts. @param {import('../texts.js').Texts} texts */
  enter(texts) {
    this.#texts = texts;
    this.#painter.enter(texts.flat());
  }

  /**
   * The texts have been read, or read anew. What is pinned and in focus stays where its sentence still stands.
   *
   * @param {Passages} passages
   */
  lay(passages) {
    const { selection, passages: old } = this;
    const kept = (/** @type {Place | null} */ place) => place && old && carried(place, old, passages);
    const [focused, pinned] = [kept(selection.focused), kept(selection.pinned)];
    this.passages = passages;
    selection.set({ hovered: null, focused, pinned });
    this.light();
  }

  /** Links have been found. @param {Alignment} alignment */
  link(alignment) {
    this.alignment = alignment;
    this.relations = new Relations(alignment);
    this.#told = null;
    this.light();
    this.tell('enface-aligned', alignment);
  }

  /** The links are those of another text. */
  unlink() {
    this.alignment = null;
    this.relations = null;
  }

  /** Shows what is pointed at, in focus and pinned. */
  light() {
    const { passages, relations, selection } = this;
    const texts = this.#texts;
    if (!passages || !texts) return;
    const { active, pinned, focused } = selection;
    this.#painter.show(this.#lit(active, pinned, passages), texts[0][0], this.sight);
    const lit = active ?? pinned;
    if (lit) this.#dock(texts[1 - lit.side][0]);
    this.#suit(texts[0][0]);
    this.#card.show(lit, active !== null && !same(active, focused));
    this.strip.show();
    this.#announcer.speak(focused, pinned, passages, relations);
    if (active && !same(active, this.#told)) {
      this.tell('enface-activate', { side: active.side, index: active.index, counterparts: relations?.of(active)?.others ?? [] });
    }
    this.#told = active;
  }

  /** Something has scrolled, or is laid out in another way. */
  refresh() {
    this.#painter.refresh?.(this.sight);
    this.#card.refresh();
  }

  /** Makes a sentence the one that the reader is at. @param {Place} place */
  turnTo(place) {
    this.pointerRests = true;
    this.selection.set({ hovered: null, focused: place });
    const passage = this.passages?.element(place);
    if (passage) this.sight.reveal(passage, 'nearest');
  }

  /** Takes the reader to a sentence, what is lit now stays pinned. @param {Place} place */
  goTo(place) {
    const { active, pinned } = this.selection;
    this.pointerRests = true;
    this.selection.set({ hovered: null, focused: place, pinned: pinned ?? active });
    const passage = this.passages?.element(place);
    if (passage) this.sight.reveal(passage, 'center');
  }

  letGo() {
    this.selection.letGo();
  }

  /** The next sentence that is there, in a direction. @param {Place} place @param {1 | -1} step @returns {Place | null} */
  next({ side, index }, step) {
    const count = this.passages?.counts[side] ?? 0;
    for (let at = index + step; at >= 0 && at < count; at += step) {
      if (this.passages?.has({ side, index: at })) return { side, index: at };
    }
    return null;
  }

  /** A sentence that can be seen: this one, else the first one; nothing seen, the first of all. @param {Place | null} last */
  inSight(last) {
    const isSeen = (/** @type {Place | null} */ place) => {
      const passage = place && this.passages?.element(place);
      if (!passage) return false;
      const { top, bottom } = this.sight.seen(passage);
      const rect = passage.getBoundingClientRect();
      return rect.bottom > top && rect.top < bottom;
    };
    const first = this.next({ side: 0, index: -1 }, 1);
    return [last, ...(this.passages?.places ?? [])].find(isSeen) ?? first;
  }

  leave() {
    this.#painter.leave();
    this.#card.show(null, false);
    this.#announcer.reset();
    this.selection.letGo();
    this.passages = null;
    this.unlink();
    this.#texts = null;
  }

  /** What is lit in which way. @param {Place | null} active @param {Place | null} pinned @param {Passages} passages */
  #lit(active, pinned, passages) {
    /** @type {Map<Name, Range[]>} */
    const lit = new Map();
    const { relations } = this;
    for (const { place, parts } of litBy(active, pinned, relations)) {
      const ranges = passages.element(place)?.ranges ?? [];
      const bare = relations !== null && place.side === 0 && !relations.of(place);
      const fills = /** @type {const} */ (['active', 'pinned', 'counterpart']).filter((part) => parts.has(part));
      const own = /** @type {const} */ (['likely', 'possible', 'best']).find((part) => parts.has(part)) ?? 'sure';
      const line = relations?.checks(place).length ? 'check' : parts.has('pinned') ? 'pinned-line' : bare ? 'unsupported' : parts.has('active') ? 'active-line' : own;
      /** @type {Name[]} */
      const names = line === 'unsupported' ? [line] : [...fills, line];
      for (const name of names) lit.set(name, [...(lit.get(name) ?? []), ...ranges]);
    }
    return lit;
  }

  /** What stands above the page is dark where its text is light, whatever the page has said of schemes. @param {Element} text */
  #suit(text) {
    const isDark = isOnDark(text);
    this.layer.style.colorScheme = isDark === null ? '' : isDark ? 'dark' : 'light';
  }

  /** The card comes where the counterparts are, in their letters. @param {Element} text */
  #dock(text) {
    const { left, right } = text.getBoundingClientRect();
    const measures = {
      left: `${Math.max(0, left)}px`,
      width: `${Math.min(innerWidth, right) - Math.max(0, left)}px`,
      top: `${this.sight.top}px`,
      font: getComputedStyle(text).fontFamily,
    };
    for (const [name, value] of Object.entries(measures)) this.layer.style.setProperty(`--_${name}`, value);
  }
}

/** Where a sentence is in another reading of the texts: with the same words, as near as can be. @param {Place} place @param {Passages} from @param {Passages} to */
function carried({ side, index }, from, to) {
  const words = from.words({ side, index });
  for (let far = 0; far < Math.max(from.counts[side], to.counts[side]); far += 1) {
    for (const at of [index - far, index + far]) {
      if (words && to.words({ side, index: at }) === words) return /** @type {Place} */ ({ side, index: at });
    }
  }
  return null;
}
