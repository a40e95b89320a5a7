// The corrections of the page on the desk: lays them over every alignment that is found, keeps them, and tells of them.

import { revise } from './corrections.js';
import { areDecisions, fingerprint, keep, keepsAny, keptFor, listenToOthers } from './corrected-pages.js';
import { History } from './history.js';

/** @typedef {import('../../types.js').Alignment} Alignment */
/** @typedef {import('../../types.js').Decision} Decision */
/** @typedef {import('../../types.js').Saved} Saved */

export class Corrector {
  #bench;
  #desk;
  /** @type {Alignment | null} the links that were found last */
  #found = null;
  /** @type {{found: Alignment, texts: string, history: History<Decision[]>} | null} the page that they are of, once that matters */
  #page = null;
  /** Whether the browser keeps what is corrected. */
  kept = true;

  /** @param {import('../tools.js').Bench} bench */
  constructor(bench) {
    this.#bench = bench;
    this.#desk = bench.desk;
    bench.corrector = this;
    listenToOthers(() => this.#catchUp(), bench.signal);
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
    const page = this.#desk.alignment && this.#open();
    return page && { version: 1, texts: page.texts, decisions: page.history.present };
  }

  /** Corrections from elsewhere; those of another text are kept for it. @param {Saved | null} saved */
  set saved(saved) {
    const page = this.#desk.alignment && this.#open();
    const texts = saved ? saved.texts : page?.texts;
    const decisions = saved ? saved.decisions : [];
    if (saved && (saved.version !== 1 || typeof texts !== 'string' || !areDecisions(decisions))) {
      throw new TypeError('corrections: what this property or `enface-corrected` gave, or null');
    }
    if (texts === undefined) return;
    // A page that hands back what it was told, as frameworks do, changes nothing: what can be undone stays.
    if (page?.texts === texts && JSON.stringify(page.history.present) === JSON.stringify(decisions)) return;
    if (page?.texts === texts) page.history = new History(decisions);
    this.kept = keep(texts, decisions);
    if (page?.texts === texts) this.#bench.relink();
  }

  /** Decides something: all decisions that hold from now on. @param {Decision[]} decisions */
  decide(decisions) {
    this.#open()?.history.add(decisions);
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
    this.#bench.relink();
    this.#desk.tell('enface-corrected', { corrections: this.saved, alignment: this.#desk.alignment });
  }

  /** What was corrected elsewhere, here or in another window, holds here too, as the last step; else the next one here would undo it. */
  #catchUp() {
    const before = this.#page?.history.present ?? [];
    const page = this.#desk.alignment && this.#open();
    const kept = page ? keptFor(page.texts) : before;
    if (!page || JSON.stringify(kept) === JSON.stringify(before)) return;
    if (page.history.present === before) page.history.add(kept);
    this.#bench.relink();
  }

  /** The links with what is corrected. @param {Alignment} given */
  over(given) {
    const found = sound(given);
    this.#found = found;
    // Long texts take a while to be told apart: not for readers who have never corrected anything.
    const page = this.#page || keepsAny() ? this.#open() : null;
    return page ? revise(found, page.history.present) : found;
  }

  /** The page that is read: the one that was open before, unless its texts are others. */
  #open() {
    const found = this.#found;
    if (!found || this.#page?.found === found) return this.#page;
    const texts = fingerprint(found);
    if (this.#page?.texts === texts) this.#page.found = found;
    else this.#page = { found, texts, history: new History(keptFor(texts)) };
    return this.#page;
  }
}

/** An alignment without corrections that are none: a finished one comes from elsewhere. @param {Alignment} found */
function sound(found) {
  const { corrections, ...rest } = found;
  return corrections === undefined || areDecisions(corrections) ? found : rest;
}
