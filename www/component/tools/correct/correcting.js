// The mode in which links are corrected: the pinned sentence is the one that is corrected, and a click, a tap or Enter on a
// sentence of the other side links it or takes it away.

import { same } from '../../sentences.js';
import { Signs } from './signs.js';
import { CorrectStrip } from './strip.js';
import { displaced, group, isDecided, merge, release, split, toggle } from './decide.js';
import { takePresses } from './presses.js';

/** @typedef {import('../../types.js').Place} Place */
/** @typedef {import('./strip.js').Action} Action */
/** @typedef {import('./decide.js').Outcome} Outcome */

export class Correcting {
  #bench;
  #desk;
  #words;
  #corrector;
  #changed;
  #actions;
  #strip;
  #signs;
  /** @type {AbortController | null} ends it, while it goes on */
  #over = null;
  /** @type {Place | null} the sentence of the other side that the button would link or unlink */
  #target = null;
  /** @type {{text: string, alarm: boolean} | null} what the last decision has led to, until the next */
  #news = null;
  /** Whether the reader has been told that the browser keeps nothing. */
  #warned = false;

  /**
   * @param {import('../tools.js').Bench} bench
   * @param {import('./corrector.js').Corrector} corrector
   * @param {(on: boolean) => void} changed
   */
  constructor(bench, corrector, changed) {
    this.#bench = bench;
    this.#desk = bench.desk;
    this.#words = bench.desk.words.correct;
    this.#corrector = corrector;
    this.#changed = changed;
    this.#actions = this.#allActions();
    this.#strip = new CorrectStrip(bench, this.#actions, () => this.#ended());
    this.#signs = new Signs(bench);
    bench.signal.addEventListener('abort', () => {
      this.#ended();
      this.#signs.remove();
    });
  }

  /** Begins or ends. */
  toggle() {
    if (this.#over) this.end();
    else this.begin();
  }

  /** @param {Place | null} [place] the sentence to correct; unless told, the one that is lit */
  begin(place = this.#desk.selection.pinned ?? this.#desk.selection.active) {
    const { shortcuts } = this.#bench;
    const { alignment, layout, selection } = this.#desk;
    if (!alignment) return;
    this.#bench.touched = false;
    selection.set({ hovered: null, pinned: place });
    if (this.#over) return;
    const { signal } = (this.#over = new AbortController());
    for (const { label, how = label, keys, run } of this.#actions.flat()) {
      for (const key of keys) shortcuts.add({ label: how, run, ...key }, signal);
    }
    shortcuts.add({ key: 'Escape', label: this.#words.done, run: () => this.end() }, signal);
    takePresses(this.#desk, (pressed) => this.#press(pressed), signal);
    this.#strip.open();
    layout.needsBoth = true;
    this.#bench.on('lit', () => this.#aim(), signal);
    this.#bench.on('linked', () => this.#show(), signal);
    // A layout may show sentences anew, or once more.
    this.#bench.on('laid', () => this.#show(), signal);
    this.#changed(true);
    this.#desk.light();
    this.#tell();
  }

  end() {
    this.#strip.close();
  }

  /** Whether the focus is in its strip. */
  get hasFocus() {
    return this.#strip.hasFocus;
  }

  #ended() {
    if (!this.#over) return;
    this.#over.abort();
    this.#over = this.#target = this.#news = null;
    this.#signs.clear();
    this.#desk.layout.needsBoth = false;
    this.#changed(false);
  }

  /** @returns {Action[][]} what is done to links, and to what was done */
  #allActions() {
    const words = this.#words;
    const decide = (/** @type {typeof merge} */ how) => () => {
      const { alignment, selection } = this.#desk;
      if (alignment && selection.pinned) this.#apply(how(alignment, selection.pinned));
    };
    const step = (/** @type {'undo' | 'redo' | 'reset'} */ way) => () => this.#change(() => this.#corrector[way]());
    const enter = (/** @type {KeyboardEvent} */ { target }) => {
      const place = target instanceof Element && !target.closest('a') ? this.#desk.sentences?.at(target) : null;
      if (!place) return false;
      this.#press(place);
    };
    const z = { key: 'z', command: true };
    return [
      [
        { name: 'link', label: words.link, how: words.linkHow, keys: [{ key: 'Enter', run: enter }], run: () => this.#target && this.#link(this.#target) },
        { name: 'merge', label: words.merge, how: words.mergeHow, keys: [{ key: 'm' }], run: decide(merge) },
        { name: 'split', label: words.split, how: words.splitHow, keys: [{ key: 'p' }], run: decide(split) },
        { name: 'none', label: words.none, keys: [{ key: 'u' }], run: decide(release) },
      ],
      [
        { name: 'undo', label: words.undo, icon: 'back', keys: [z], run: step('undo') },
        { name: 'redo', label: words.redo, icon: 'again', keys: [{ ...z, shift: true }, { key: 'y', command: true }], run: step('redo') },
        { name: 'reset', label: words.reset, how: words.resetHow, keys: [{ key: '0' }], run: step('reset') },
      ],
    ];
  }

  /** A sentence is clicked, tapped or chosen by a key. @param {Place} place */
  #press(place) {
    const { selection } = this.#desk;
    // The sheet would lie over what a finger is to tap next; the card leads to counterparts.
    this.#bench.touched = false;
    if (selection.pinned && selection.pinned.side !== place.side) return this.#link(place);
    this.#target = this.#news = null;
    selection.togglePin(place);
    this.#lead(place);
    this.#tell();
  }

  /** Lets Tab lead to where a sentence's counterpart is, or should be by those before it. @param {Place} place */
  #lead({ side, index }) {
    const { relations, sentences } = this.#desk;
    let best;
    for (let before = index; before >= 0 && best === undefined; before -= 1) best = relations?.of({ side, index: before })?.best;
    sentences?.enter({ side: side === 0 ? 1 : 0, index: best ?? 0 });
  }

  /** Links a sentence with the chosen one, or takes it away. @param {Place} other */
  #link(other) {
    const { alignment, selection } = this.#desk;
    this.#target = other;
    if (alignment && selection.pinned) this.#apply(toggle(alignment, selection.pinned, other));
  }

  /** @param {Outcome} outcome */
  #apply(outcome) {
    if (outcome && 'decisions' in outcome) return this.#change(() => this.#corrector.decide(outcome.decisions));
    const { crossed, nothing } = this.#words;
    const text = outcome ? crossed(outcome.crossed.left.map(counted), outcome.crossed.right.map(counted)) : nothing;
    this.#news = { text, alarm: outcome !== null };
    this.#tell();
  }

  /** Changes something and says what has come of it. @param {() => void} change */
  #change(change) {
    const before = this.#desk.alignment;
    this.#news = null;
    change();
    const after = this.#desk.alignment;
    const gone = before && after ? displaced(before, after) : 0;
    if (gone) this.#news = { text: this.#words.displaced(gone), alarm: false };
    if (!this.#corrector.kept && !this.#warned) {
      this.#warned = true;
      this.#news = { text: this.#words.unkept, alarm: true };
    }
    this.#tell();
  }

  /** Who goes to a sentence of the other side by keyboard hears whether it is linked. */
  #aim() {
    const { pinned, focused } = this.#desk.selection;
    const aimed = pinned && focused && focused.side !== pinned.side && !same(focused, this.#target);
    if (aimed) this.#target = focused;
    this.#show();
    if (aimed) this.#bench.say(this.#words.focused(this.#others(pinned).includes(focused.index)));
  }

  /** Shows everything, and says it to who listens. */
  #tell() {
    const { about, how } = this.#show();
    this.#bench.say(`${about} ${how}`);
  }

  /** @returns {{about: string, how: string}} */
  #show() {
    const { alignment, selection: { pinned } } = this.#desk;
    if (!this.#over || !alignment) return { about: '', how: '' };
    const { canUndo, canRedo, isCorrected } = this.#corrector;
    const able = { undo: canUndo, redo: canRedo, reset: isCorrected };
    const words = this.#words;
    if (!pinned) {
      this.#signs.show(null, [], []);
      const state = { about: words.choose, how: this.#news?.text ?? words.chooseHow };
      this.#strip.show({ ...state, alarm: this.#news?.alarm ?? false, able, labels: { link: words.link } });
      return state;
    }
    const { left, right } = group(alignment, pinned);
    const [own, others] = pinned.side === 0 ? [left, right] : [right, left];
    const { regime } = alignment;
    this.#signs.show(pinned, own, others);
    const linked = others.length ? words.linked(regime, pinned.side, own.map(counted), others.map(counted)) : words.alone(regime, pinned.side, counted(pinned.index));
    const state = {
      about: isDecided(alignment, pinned) ? words.corrected(linked) : linked,
      how: this.#news?.text ?? words.how(regime, pinned.side),
    };
    this.#strip.show({
      ...state,
      alarm: this.#news?.alarm ?? false,
      able: {
        ...able,
        link: this.#target !== null,
        merge: merge(alignment, pinned) !== null,
        split: split(alignment, pinned) !== null,
        none: release(alignment, pinned) !== null,
      },
      labels: { link: this.#target && others.includes(this.#target.index) ? words.unlink : words.link },
    });
    return state;
  }

  /** @param {Place} pinned @returns {number[]} */
  #others(pinned) {
    return this.#desk.relations?.of(pinned)?.others ?? [];
  }
}

/** As people count. @param {number} index */
function counted(index) {
  return index + 1;
}
