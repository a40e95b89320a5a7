// The desk: the page that is being read, its links and what is lit on it; what keys, pointer and tools work on.

import { Highlight, mark } from './highlight.js';
import { Layout } from './layout.js';
import { guarded, Moments } from './moments.js';
import { Peek } from './peek.js';
import { Relations } from './relations.js';
import { isStill } from './scrolling.js';
import { Selection } from './selection.js';
import { same, Sentences } from './sentences.js';
import { Speech } from './speech.js';

/** @typedef {import('./types.js').Alignment} Alignment */
/** @typedef {import('./moments.js').Moment} Moment */
/** @typedef {import('./types.js').Place} Place */
/** @typedef {import('./types.js').Saved} Saved */
/** @typedef {import('./words.js').Words} Words */
/** @typedef {{frame: HTMLElement, page: HTMLElement, bar: HTMLElement, live: HTMLElement, docks: {above: HTMLElement, below: HTMLElement}}} Surface the element's own parts */

export class Desk {
  /** @type {Sentences | null} the rendered sentences; none before a page begins to show */
  sentences = null;
  /** @type {Relations | null} the links as look-ups; none before there are links */
  relations = null;
  /** @type {Alignment | null} the links that are shown */
  alignment = null;
  /** Whether the links are such that an encoder had its say in; nobody knows of finished ones. */
  byMeaning = false;
  selection = new Selection(() => this.light());
  /** The tools' keys; there when they are. @type {import('./shortcuts.js').Shortcuts} */
  shortcuts = /** @type {any} */ (null);
  /** Brings a sentence to light that the layout hides. @type {(place: Place) => void} */
  uncover = () => {};
  /** Whether a finger was the last thing to light a sentence. */
  touched = false;
  /** Set by a tool that shows a finger the counterparts itself: then no card comes. */
  cardless = false;
  /** Whether the reader moves by other means than the pointer, until that moves again. */
  pointerRests = false;

  /** @type {Alignment | null} the links as they were found, before anybody revised them */
  #found = null;
  /** @type {((found: Alignment) => Alignment) | null} */
  #revise = null;
  /** @type {{saved: Saved | null} | null} */
  #corrector = null;
  /** @type {Saved | null} corrections that came before their tool */
  #given = null;
  #moments = new Moments((moment) => this.#holds(moment));
  /** @type {Place | null} what the last `enface-activate` told */
  #told = null;
  /** @type {Highlight | null} */
  #highlight = null;
  #peek;
  #speech;
  /** Whether the whole text is rendered, and whether every sentence is marked with what the links tell of it. */
  #isWhole = false;
  #isMarked = false;
  /** Ends the marking of sentences that is under way. */
  #marking = new AbortController();

  /**
   * @param {HTMLElement} host
   * @param {ShadowRoot} root
   * @param {Words} words
   * @param {Surface} surface
   */
  constructor(host, root, words, surface) {
    this.host = host;
    this.root = root;
    this.words = words;
    this.surface = surface;
    this.layout = new Layout(host, surface, () => this.laid());
    this.#peek = new Peek(surface.docks, words, this.layout, (place) => this.goTo(place), () => this.letGo());
    this.#speech = new Speech(surface.live, words);
  }

  /**
   * Listens; called at once where the moment has come before and still holds.
   *
   * @param {Moment} moment
   * @param {() => void} listener
   * @param {AbortSignal} signal ends the listening
   */
  on(moment, listener, signal) {
    this.#moments.on(moment, listener, signal);
  }

  /** What a reader sees first of a page has been rendered: it can be read, the keys work on it. */
  begin() {
    this.layout.settle();
    this.sentences = new Sentences(this.root, this.surface.page, this.layout);
    this.#highlight = new Highlight(this.sentences);
    this.#moments.emit('begun');
  }

  /** The page's whole text has been rendered. @param {{line: number, message: string}[]} notices */
  ready(notices) {
    this.sentences?.count();
    this.#isWhole = true;
    this.#moments.emit('ready');
    this.tell('enface-ready', { notices });
  }

  /** Links have been found. @param {Alignment} found @param {boolean} [byMeaning] */
  async link(found, byMeaning = true) {
    this.#found = found;
    this.byMeaning = byMeaning;
    await this.relink();
  }

  /**
   * Puts somebody between the links that are found and those that are shown: a reader's corrections.
   *
   * @param {((found: Alignment) => Alignment) | null} revise
   */
  set revise(revise) {
    this.#revise = revise;
    if (this.#found && this.#revised(this.#found) !== this.alignment) this.relink();
  }

  /** A reader's corrections, in the form in which they can be saved; what was given, as long as their tool has not come. */
  get corrections() {
    return this.#corrector ? this.#corrector.saved : this.#given;
  }

  set corrections(saved) {
    if (this.#corrector) this.#corrector.saved = saved;
    else this.#given = saved;
  }

  /** The tool that keeps a reader's corrections. @param {{saved: Saved | null}} corrector */
  set corrector(corrector) {
    this.#corrector = corrector;
    if (this.#given) guarded(() => (this.corrections = this.#given));
    this.#given = null;
  }

  /** Shows the links anew, after they were revised in another way; tells of it when every sentence is marked. */
  relink() {
    const { sentences } = this;
    if (!sentences || !this.#found) return null;
    this.alignment = this.#revised(this.#found);
    this.relations = new Relations(this.alignment);
    this.#marking.abort();
    const { signal } = (this.#marking = new AbortController());
    const rest = mark(sentences, this.relations, signal);
    // Who points at a sentence already hears of its counterparts now.
    this.#told = null;
    this.light();
    if (!rest) this.#marked();
    return rest?.then(() => signal.aborted || this.#marked(), (error) => signal.aborted || Promise.reject(error));
  }

  #marked() {
    this.#isMarked = true;
    this.#moments.emit('linked');
    this.tell('enface-aligned', this.alignment);
  }

  /** Offers something that can be done about a sentence. @param {import('./peek.js').Act} act @param {AbortSignal} signal takes it back */
  offer(act, signal) {
    if (signal.aborted) return;
    this.#peek.acts.add(act);
    signal.addEventListener('abort', () => this.#peek.acts.delete(act), { once: true });
  }

  /** Whether the card at the edge is shown. */
  get hasCard() {
    return this.#peek.isShown;
  }

  /** What tools offer. */
  get acts() {
    return this.#peek.acts;
  }

  /** The sentences lie elsewhere: another layout, another size of letters. */
  laid() {
    this.#peek.refresh();
    this.#moments.emit('laid');
  }

  /** Looks again which counterparts are on the screen. */
  scrolled() {
    this.#peek.refresh();
  }

  /** Drops everything that belongs to the page. */
  forget() {
    this.#marking.abort();
    this.#isWhole = false;
    this.#isMarked = false;
    this.#found = null;
    this.alignment = null;
    this.#highlight = null;
    this.sentences = null;
    this.relations = null;
    this.selection.letGo();
    this.#told = null;
    this.#speech.reset();
    this.#peek.reset();
    this.surface.page.replaceChildren();
    this.#moments.emit('gone');
  }

  /** Takes the card away. */
  leave() {
    this.#peek.reset();
  }

  /** Shows what is pointed at, in focus and pinned. */
  light() {
    const { active, pinned, focused } = this.selection;
    const { sentences, relations } = this;
    if (!sentences) return;
    this.#highlight?.show(active, pinned, relations);
    const lit = active ?? pinned;
    if (this.touched && this.cardless) this.#peek.reset();
    else this.#peek.show(lit, sentences, relations, active !== null && !same(active, focused), same(lit, pinned));
    if (active && !same(active, this.#told)) {
      const counterparts = relations?.of(active)?.others ?? [];
      this.tell('enface-activate', { side: active.side, index: active.index, counterparts });
    }
    this.#told = active;
    this.#speech.speak(pinned, sentences, relations);
    this.#moments.emit('lit');
  }

  /** Lets go of everything; a focus in the card goes back to the sentence that the card is about. */
  letGo() {
    const place = this.selection.focused ?? this.selection.pinned;
    const inCard = this.root.activeElement?.closest('.peek, .sheet');
    if (inCard && place) this.sentences?.element(place)?.focus({ preventScroll: true });
    this.selection.letGo();
  }

  /** Takes the reader to a sentence, what is lit now stays pinned. @param {Place} place */
  goTo(place) {
    const { active, pinned } = this.selection;
    const element = this.reach(place);
    if (!element) return;
    this.selection.set({ hovered: null, pinned: pinned ?? active });
    element.focus({ preventScroll: true });
    this.reveal(element);
  }

  /** A sentence's element, brought to light where the layout hides it. @param {Place} place */
  reach(place) {
    if (this.layout.hides === place.side) this.uncover(place);
    return this.sentences?.element(place) ?? null;
  }

  /**
   * Makes a sentence the one that the reader is at, and brings it into view where the layout shows it. The focus comes
   * along from another sentence only: in a field or on a button it is still needed.
   *
   * @param {Place} place
   */
  turnTo(place) {
    const { sentences, selection, root } = this;
    const element = sentences?.element(place);
    if (!sentences || !element) return;
    this.pointerRests = true;
    sentences.enter(place);
    if (sentences.at(root.activeElement)) element.focus({ preventScroll: true });
    selection.set({ hovered: null, focused: place });
    element.scrollIntoView({ block: 'nearest' });
  }

  /** Scrolls an element into the middle of what is seen. @param {Element} element */
  reveal(element) {
    element.scrollIntoView({ block: 'center', behavior: isStill() ? 'auto' : 'smooth' });
  }

  /** Says something to who listens instead of looking. @param {string} text */
  say(text) {
    this.surface.live.textContent = text;
  }

  /** An event for the page around. @param {string} type @param {unknown} detail */
  tell(type, detail) {
    this.host.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  /** @param {Alignment} found */
  #revised(found) {
    return this.#revise?.(found) ?? found;
  }

  /** Whether a moment has come before and still holds. @param {Moment} moment */
  #holds(moment) {
    const { active, pinned } = this.selection;
    const begun = this.sentences !== null;
    const lit = (active ?? pinned) !== null;
    return { begun, ready: this.#isWhole, linked: this.#isMarked, lit, laid: false, gone: false }[moment];
  }
}
