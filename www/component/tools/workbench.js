// The workbench: what the reader's tools work with. It has the desk with the page on it, and what the tools share and the desk can do
// without: the row of buttons, the keys, what can be done about a sentence, copies of sentences, corrections.

import { make } from '../dom.js';
import { Highlight } from '../highlight.js';
import { Bar } from './bar.js';
import { Copies } from './copies.js';
import { Shortcuts } from './shortcuts.js';

/** @typedef {import('../types.js').Alignment} Alignment */
/** @typedef {import('../types.js').Place} Place */
/** @typedef {import('../types.js').Saved} Saved */
/** @typedef {import('../desk.js').Bench} Bench */
/** @typedef {import('../desk.js').Moment} Moment */
/** @typedef {import('../desk.js').Desk & {layout: import('../preferred-layout.js').PreferredLayout}} Desk with a layout that the reader chooses */
/** @typedef {{name: string, label: string, run: (place: Place, button: HTMLButtonElement) => void}} Act something that can be done about a sentence */
/** @typedef {{saved: Saved | null, over: (found: Alignment) => Alignment}} Corrector keeps a reader's corrections, and lays them over links */

/** @implements {Bench} */
export class Workbench {
  shortcuts = new Shortcuts();
  /** @type {Set<Act>} */
  acts = new Set();
  /** Copies of sentences that a layout shows beside the originals, or in their place. */
  copies = new Copies();
  /** Whether a finger was the last thing to light a sentence. */
  touched = false;
  /** Brings a sentence to light where the layout hides it. @type {(place: Place) => void} */
  uncover = () => {};
  /** @type {Corrector | null} */
  #corrector = null;
  /** @type {Alignment | null} the links as they were found, before anybody revised them */
  #found;

  /** @param {Desk} desk @param {AbortSignal} signal takes the tools away */
  constructor(desk, signal) {
    this.desk = desk;
    this.signal = signal;
    this.bar = new Bar(desk, signal);
    desk.bench = this;
    this.#found = desk.alignment;
    this.on('gone', () => (this.#found = null));
    const copied = new Highlight((place) => this.copies.of(place));
    const { selection } = desk;
    this.on('lit', () => copied.show(selection.active, selection.pinned, desk.relations));
    this.#watchFingers();
  }

  /**
   * Listens; called at once too where the page is past the moment, or on its way there: what the listener does with a part of a page
   * it does again when it is whole.
   *
   * @param {Moment} moment
   * @param {() => void} listener
   * @param {AbortSignal} [signal] ends the listening
   */
  on(moment, listener, signal = this.signal) {
    if (signal.aborted) return;
    this.desk.addEventListener(moment, listener, { signal });
    const { relations, selection, sentences } = this.desk;
    const there = { begun: sentences, ready: sentences, linked: relations, lit: selection.active ?? selection.pinned, laid: null, gone: null };
    if (there[moment]) guarded(listener);
  }

  /** Offers something that can be done about a sentence. @param {Act} act @param {AbortSignal} [signal] takes it back */
  offer(act, signal = this.signal) {
    if (signal.aborted) return;
    this.acts.add(act);
    signal.addEventListener('abort', () => this.acts.delete(act), { once: true });
  }

  /** What can be done about a sentence, to be pressed. @param {Place} place */
  buttons(place) {
    return [...this.acts].map(({ name, label, run }) => {
      const button = make('button', `act ${name}`, { type: 'button' }, label);
      button.addEventListener('click', () => run(place, button));
      return button;
    });
  }

  /** Whether a key was for a tool: a panel closes by itself; a message or a sheet is none. @param {KeyboardEvent} event */
  takes(event) {
    return this.desk.surface.frame.querySelector('[popover="auto"]:popover-open') !== null || this.shortcuts.take(event);
  }

  /** What shows a sentence that the layout hides. @param {Place} place @returns {HTMLElement | undefined} */
  copy(place) {
    return this.desk.layout.hides === place.side ? this.copies.of(place)[0] : undefined;
  }

  /** All that shows a sentence. @param {Place} place @returns {HTMLElement[]} */
  elements(place) {
    return [this.desk.sentences?.original(place) ?? [], this.copies.of(place)].flat();
  }

  /**
   * Makes a sentence the one that the reader is at, and brings it into view where the layout shows it. The focus comes
   * along from another sentence only: in a field or on a button it is still needed.
   *
   * @param {Place} place
   */
  turnTo(place) {
    const { sentences, selection, root } = this.desk;
    const element = sentences?.element(place);
    if (!sentences || !element) return;
    this.desk.pointerRests = true;
    sentences.enter(place);
    if (sentences.at(root.activeElement)) element.focus({ preventScroll: true });
    selection.set({ hovered: null, focused: place });
    element.scrollIntoView({ block: 'nearest' });
  }

  /** Says something to who listens instead of looking. @param {string} text */
  say(text) {
    this.desk.surface.live.textContent = text;
  }

  /** @param {Alignment} found */
  revise(found) {
    this.#found = found;
    return this.#corrector?.over(found) ?? found;
  }

  /** Shows the links that were found, revised in another way. */
  relink() {
    if (this.#found) this.desk.link(this.#found, this.desk.byMeaning);
  }

  /** @param {Corrector} corrector from now on; it gets what came before it */
  set corrector(corrector) {
    const { desk } = this;
    const { corrections } = desk;
    this.#corrector = corrector;
    const set = (/** @type {typeof corrections} */ saved) => (corrector.saved = saved);
    Object.defineProperty(desk, 'corrections', { configurable: true, get: () => corrector.saved, set });
    if (corrections) guarded(() => (corrector.saved = corrections));
    if (this.#found && this.revise(this.#found) !== desk.alignment) this.relink();
  }

  /** Keeps account of whether the reader uses fingers. Before anybody else: who lights a sentence is to know. */
  #watchFingers() {
    const { desk, signal } = this;
    const { frame } = desk.surface;
    const options = { signal, capture: true, passive: true };
    const note = (/** @type {Event} */ { target }, /** @type {boolean} */ touched) => {
      if (desk.sentences?.at(target)) this.touched = touched;
    };
    frame.addEventListener('pointerdown', (event) => note(event, event.pointerType === 'touch'), options);
    frame.addEventListener('keydown', (event) => note(event, false), options);
    for (const type of /** @type {const} */ (['pointerover', 'pointermove'])) {
      frame.addEventListener(type, (event) => event.pointerType === 'touch' || desk.pointerRests || note(event, false), options);
    }
  }
}

/** A tool that fails takes nothing else with it. @param {() => void} run */
function guarded(run) {
  try {
    run();
  } catch (error) {
    reportError(error);
  }
}
