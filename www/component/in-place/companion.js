// The two texts of a page, their links, and what is lit in them: what the pointer and the strip work on.

import { litBy } from '../lit.js';
import { Relations } from '../relations.js';
import { Selection } from '../selection.js';
import { same } from '../sentences.js';

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
  /** What stands above the page: comes when there is something to light up. @type {import('./beside.js').Beside | null} */
  beside = null;
  /** @type {import('../texts.js').Texts | null} */
  #texts = null;
  /** @type {Place | null} what the last `enface-activate` told */
  #told = null;
  #painter;

  /** @param {import('../modes/mode.js').Stage} stage @param {Painter} painter */
  constructor({ host, tell }, painter) {
    this.host = host;
    this.tell = tell;
    this.#painter = painter;
  }

  get hasCard() {
    return this.beside?.card.isShown ?? false;
  }

  /** Other elements hold the texts. @param {import('../texts.js').Texts} texts */
  enter(texts) {
    this.#texts = texts;
    this.#painter.enter(texts.flat());
  }

  /**
   * The texts have been read, or read anew. What is lit stays lit where its sentence still stands.
   *
   * @param {Passages} passages
   */
  lay(passages) {
    const { selection, passages: old } = this;
    const kept = (/** @type {Place | null} */ place) => place && old && carried(place, old, passages);
    const { hovered, focused, pinned } = selection;
    const places = { hovered: kept(hovered), focused: kept(focused), pinned: kept(pinned) };
    this.passages = passages;
    selection.set(places);
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
    const { active, pinned } = selection;
    this.#painter.show(this.#lit(active, pinned, passages));
    this.beside?.show(texts);
    if (active && !same(active, this.#told)) {
      this.tell('enface-activate', { side: active.side, index: active.index, counterparts: relations?.of(active)?.others ?? [] });
    }
    this.#told = active;
  }

  /** Something has scrolled, or is laid out in another way. */
  refresh() {
    this.#painter.refresh?.();
    this.beside?.card.refresh();
  }

  leave() {
    this.#painter.leave();
    this.beside?.leave();
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