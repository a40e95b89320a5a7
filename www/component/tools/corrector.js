// The corrections of the page on the desk: lays them over every alignment that is found, keeps them, and tells of them.

import { revise } from './corrections.js';
import { areDecisions, fingerprint, keep, keptFor } from './corrected-pages.js';
import { History } from './history.js';

/** @typedef {import('../types.js').Alignment} Alignment */
/** @typedef {import('../types.js').Decision} Decision */
/** @typedef {import('../types.js').Saved} Saved */

export class Corrector {
  #desk;
  /** @type {{texts: string, history: History<Decision[]>} | null} */
  #page = null;
  /** @type {Alignment | null} what the page was last known by */
  #found = null;
  /** Whether the browser keeps what is corrected. */
  kept = true;

  /** @param {import('../desk.js').Desk} desk */
  constructor(desk) {
    this.#desk = desk;
    // Both stay when the tool is taken away: an element that has left its document keeps its links.
    desk.corrector = this;
    desk.revise = (found) => revise(found, this.#open(found).history.present);
  }

  get canUndo() {
    return this.#page?.history.canUndo ?? false;
  }

  get canRedo() {
    return this.#page?.history.canRedo ?? false;
  }

  /** Whether there is anything to reset. */
  get isCorrected() {
    return (this.#page?.history.present.length ?? 0) > 0;
  }

  /** @returns {Saved | null} null where there is no page */
  get saved() {
    if (!this.#page || !this.#desk.alignment) return null;
    return { version: 1, texts: this.#page.texts, decisions: this.#page.history.present };
  }

  /** Corrections from elsewhere; those of another text are kept for it. @param {Saved | null} saved */
  set saved(saved) {
    const texts = saved ? saved.texts : this.#page?.texts;
    const decisions = saved ? saved.decisions : [];
    if (saved && (saved.version !== 1 || typeof texts !== 'string' || !areDecisions(decisions))) {
      throw new TypeError('corrections: what this property or `enface-corrected` gave, or null');
    }
    if (texts === undefined) return;
    this.kept = keep(texts, decisions);
    if (this.#page?.texts !== texts) return;
    this.#page.history = new History(decisions);
    this.#desk.relink();
  }

  /** Decides something: all decisions that hold from now on. @param {Decision[]} decisions */
  decide(decisions) {
    if (!this.#page) return;
    this.#page.history.add(decisions);
    this.#changed();
  }

  undo() {
    if (this.#page?.history.undo()) this.#changed();
  }

  redo() {
    if (this.#page?.history.redo()) this.#changed();
  }

  /** Takes everything back; that can be undone too. */
  reset() {
    if (this.isCorrected) this.decide([]);
  }

  #changed() {
    if (!this.#page) return;
    this.kept = keep(this.#page.texts, this.#page.history.present);
    this.#desk.relink();
    this.#desk.tell('enface-corrected', { corrections: this.saved, alignment: this.#desk.alignment });
  }

  /** The page that links were found for: the one that is open, unless the texts are others. @param {Alignment} found */
  #open(found) {
    if (this.#page && this.#found === found) return this.#page;
    const texts = fingerprint(found);
    this.#found = found;
    if (this.#page?.texts !== texts) this.#page = { texts, history: new History(keptFor(texts)) };
    return this.#page;
  }
}
