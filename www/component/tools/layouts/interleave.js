// The interleaved layout: after each sentence of the leading text a fold with its counterparts, closed until it is asked for.
// What stands in a fold are copies of the sentences, which are lit, pinned and gone to like the originals.

import { make } from '../../dom.js';
import { remember, remembered } from '../../memory.js';
import { inSlices, ON_PAGE } from '../../slices.js';
import { plan } from './plan.js';

/** @typedef {import('../../types.js').Place} Place */
/** @typedef {import('../../types.js').Side} Side */
/** @typedef {import('./plan.js').Step} Step */

/** So many folds are made at once; more of them in slices, so that the page stays quick. */
const AT_ONCE = 400;

export class Interleaving {
  #copied;
  #desk;
  /** @type {Map<number, HTMLElement>} folds by the leading sentence that they come after */
  #folds = new Map();
  /** @type {Map<HTMLElement, Step>} what each fold can show */
  #steps = new Map();
  /** The leading sentences whose folds the reader has opened, or closed while all are open. @type {Set<number>} */
  #exceptions = new Set();
  /** @type {HTMLElement[]} everything that was put between the sentences */
  #added = [];
  /** @type {Element | null} the fold's button that Tab leads to */
  #entrance = null;
  /** @type {Side | null} the side that leads in what is built; none while nothing is */
  #lead = null;
  #work = new AbortController();

  /** @param {import('../tools.js').Bench} bench */
  constructor(bench) {
    const { desk, signal } = bench;
    this.#copied = bench.copies;
    this.#desk = desk;
    const { page } = desk.surface;
    page.addEventListener('click', (event) => this.#clicked(event), { signal });
    page.addEventListener('keydown', (event) => this.#key(event), { signal });
    page.addEventListener('focusin', (event) => this.#enter(event.target), { signal });
    bench.on('linked', () => this.#build());
    bench.on('laid', () => this.#wanted !== this.#lead && this.#build());
    bench.on('gone', () => (this.#exceptions.clear(), this.#clear()));
    signal.addEventListener('abort', () => this.#clear(), { once: true });
  }

  /** Whether the folds are open unless the reader closes one. */
  get allOpen() {
    return remembered('unfolded') === true;
  }

  set allOpen(on) {
    remember('unfolded', on);
    this.#exceptions.clear();
    this.#build();
  }

  /** Opens the fold in which a sentence of the other text stands. @param {Place} place */
  uncover(place) {
    const { relations, selection } = this.#desk;
    const leads = relations?.of(place)?.others ?? [];
    const best = relations?.of(place)?.best;
    // Where several folds have it, the one of what is lit.
    const lit = [selection.focused, selection.pinned].find((one) => one?.side === this.#lead && leads.includes(one.index));
    const [fold] = [lit?.index, best, ...leads].flatMap((index) => this.#foldOf(index) ?? []);
    if (!fold) return;
    this.#open(fold, true);
    const copy = fold.querySelector(`[part~="sentence"][data-index="${place.index}"]`);
    if (copy instanceof HTMLElement) this.#copied.prefer(copy);
  }

  get #wanted() {
    const { layout, alignment } = this.#desk;
    return layout.kind === 'interleaved' && alignment ? layout.lead : null;
  }

  /** The fold of a leading sentence: a bead's comes after its last. @param {number | undefined} index */
  #foldOf(index) {
    const { relations, sentences } = this.#desk;
    if (index === undefined || this.#lead === null || !sentences) return null;
    const others = relations?.of({ side: this.#lead, index })?.others.join();
    for (let at = index; others && at < sentences.counts[this.#lead]; at += 1) {
      const fold = this.#folds.get(at);
      if (fold) return this.#steps.get(fold)?.counterparts.join() === others ? fold : null;
    }
    return null;
  }

  #build() {
    if (this.#wanted === null && this.#lead === null) return;
    const { layout, root, sentences } = this.#desk;
    const lost = root.activeElement?.closest('.fold, .between') ? sentences?.at(root.activeElement) : null;
    layout.keep(() => {
      this.#clear();
      this.#lead = this.#wanted;
      if (this.#lead === null) return;
      const steps = plan(this.#desk);
      const first = steps.splice(0, AT_ONCE);
      for (const step of first) this.#put(step);
      this.#enter(this.#folds.values().next().value?.firstElementChild ?? null);
      if (!steps.length) return;
      const { signal } = (this.#work = new AbortController());
      const rest = (/** @type {number} */ count) => {
        for (const step of steps.splice(0, count)) this.#put(step);
        return steps.length;
      };
      inSlices(ON_PAGE, signal, rest).catch(() => {});
    });
    if (lost) this.#desk.reach(lost)?.focus({ preventScroll: true });
    this.#desk.light();
    this.#desk.laid();
  }

  #clear() {
    this.#work.abort();
    this.#copied.drop(this.#added);
    for (const added of this.#added) added.remove();
    this.#added = [];
    this.#folds.clear();
    this.#steps.clear();
    this.#entrance = null;
    this.#lead = null;
  }

  /** @param {Step} step */
  #put({ after, counterparts, between }) {
    const { sentences, words } = this.#desk;
    const lead = /** @type {Side} */ (this.#lead);
    const at = sentences?.original({ side: lead, index: Math.max(0, after) });
    if (!at) return;
    /** @type {HTMLElement[]} */
    const added = [];
    if (counterparts.length) {
      const fold = make('span', 'fold', { lang: words.lang });
      const label = words.layout.count(counterparts.length);
      const button = make('button', 'fold-button', { type: 'button', tabindex: '-1', 'aria-expanded': 'false', 'aria-controls': `fold-${after}` }, label);
      fold.append(button);
      this.#folds.set(after, fold);
      this.#steps.set(fold, { after, counterparts, between });
      if (this.allOpen !== this.#exceptions.has(after)) this.#show(fold, true);
      added.push(fold);
    }
    if (between.length) {
      const box = make('span', 'between', {});
      box.append(make('span', 'between-note', { lang: words.lang }, words.layout.alone), this.#copies(between));
      added.push(box);
    }
    if (after < 0) at.before(...added);
    else at.after(...added);
    this.#added.push(...added);
  }

  /** @param {number[]} indexes sentences of the other side @returns {HTMLElement} copies of them, with a sign where some are left out */
  #copies(indexes) {
    const { layout, sentences } = this.#desk;
    const side = /** @type {Side} */ (1 - /** @type {Side} */ (this.#lead));
    const lang = layout.section(side)?.lang ?? '';
    const run = make('span', 'fold-body', { lang, dir: 'auto' });
    const space = /^(zh|ja)/.test(lang) ? '' : ' ';
    for (const [number, index] of indexes.entries()) {
      const original = sentences?.original({ side, index });
      if (!original) continue;
      if (number) run.append(index === indexes[number - 1] + 1 ? space : ' … ');
      run.append(this.#copied.add({ side, index }, original));
    }
    return run;
  }

  /** The reader opens a fold, or closes it. @param {HTMLElement} fold @param {boolean} on */
  #open(fold, on) {
    const step = this.#steps.get(fold);
    if (!step || on === isOpen(fold)) return;
    if (on === this.allOpen) this.#exceptions.delete(step.after);
    else this.#exceptions.add(step.after);
    this.#show(fold, on);
    this.#desk.light();
    this.#desk.laid();
  }

  /** @param {HTMLElement} fold @param {boolean} on */
  #show(fold, on) {
    const { words } = this.#desk;
    const button = fold.querySelector('.fold-button');
    button?.setAttribute('aria-expanded', String(on));
    if (on) {
      const body = this.#copies(this.#steps.get(fold)?.counterparts ?? []);
      body.id = button?.getAttribute('aria-controls') ?? '';
      body.setAttribute('role', 'group');
      body.setAttribute('aria-label', words.hidden);
      fold.append(body);
    } else {
      this.#copied.drop([fold]);
      fold.querySelector('.fold-body')?.remove();
    }
  }

  /** @param {Event} event */
  #clicked({ target }) {
    const button = target instanceof Element ? target.closest('.fold-button') : null;
    if (button?.parentElement) this.#open(button.parentElement, !isOpen(button.parentElement));
  }

  /** Up and down go through everything in the order in which it is seen. @param {KeyboardEvent} event */
  #key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || this.#lead === null || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const { target } = event;
    const stop = target instanceof Element ? target.closest('[part~="sentence"], .fold-button') : null;
    const section = this.#desk.layout.section(this.#lead);
    if (!stop || !section?.contains(stop) || (target instanceof Element && target.closest('a'))) return;
    const isSentence = (/** @type {Node} */ node) => node instanceof Element && node.matches('[part~="sentence"]');
    const walk = document.createTreeWalker(section, NodeFilter.SHOW_ELEMENT, (node) => (isSentence(node) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP));
    walk.currentNode = stop;
    const next = step > 0 ? walk.nextNode() : walk.previousNode();
    event.preventDefault();
    if (!(next instanceof HTMLElement)) return;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: 'nearest' });
  }

  /** Of all folds' buttons Tab leads to that of the sentence that has the focus. @param {EventTarget | null} target */
  #enter(target) {
    if (this.#lead === null || !(target instanceof Element)) return;
    const place = this.#desk.sentences?.at(target);
    const fold = place?.side === this.#lead ? this.#foldOf(place.index) : target.closest('.fold');
    const button = fold?.querySelector('.fold-button');
    if (!button) return;
    this.#entrance?.setAttribute('tabindex', '-1');
    this.#entrance = button;
    button.setAttribute('tabindex', '0');
  }
}

/** @param {Element} fold */
function isOpen(fold) {
  return fold.querySelector('.fold-button')?.getAttribute('aria-expanded') === 'true';
}
