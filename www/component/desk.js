// The desk: the page that is being read, its links and what is lit on it; what keys and pointer work on, and the reader's tools by way
// of a workbench. Modes that render a page of their own are desks that know where from.

import { Highlight, mark } from './highlight.js';
import { listenToKeys } from './keys.js';
import { Peek } from './peek.js';
import { listenToPointer } from './pointer.js';
import { Relations } from './relations.js';
import { isStill } from './scrolling.js';
import { Selection } from './selection.js';
import { same, Sentences } from './sentences.js';
import { Speech } from './speech.js';

/** @typedef {import('./types.js').Alignment} Alignment */
/** @typedef {import('./types.js').Place} Place */
/** @typedef {import('./types.js').Saved} Saved */
/** @typedef {import('./layout.js').Layout} Layout */
/** @typedef {import('./modes/mode.js').Stage} Stage */

/**
 * What happens to a page, told by an event of that name: what a reader sees first of its text is rendered, all of its text is
 * rendered; it has links, or others; another sentence is lit or pinned; its sentences lie elsewhere; it is dropped.
 *
 * @typedef {'begun' | 'ready' | 'linked' | 'lit' | 'laid' | 'gone'} Moment
 */

/**
 * What the desk asks of the tools, once they are there: `tools/workbench.js`.
 *
 * @typedef {object} Bench
 * @property {(found: Alignment) => Alignment} revise lays the reader's corrections over links
 * @property {(event: KeyboardEvent) => boolean} takes whether a key was for one of them
 * @property {Set<unknown>} acts what can be done about a sentence
 * @property {(place: Place) => HTMLElement[]} buttons the same, to be pressed
 * @property {(place: Place) => void} uncover brings a sentence to light where the layout hides it
 * @property {(place: Place) => HTMLElement | undefined} copy what shows a sentence that the layout hides
 */

/** It has what the element lends a mode. */
const Base = /** @type {new () => EventTarget & Stage} */ (/** @type {unknown} */ (EventTarget));

export class Desk extends Base {
  /** @type {Sentences | null} the rendered sentences; none before a page begins to show */
  sentences = null;
  /** @type {Relations | null} the links as look-ups; none before there are links */
  relations = null;
  /** @type {Alignment | null} the links that are shown */
  alignment = null;
  /** Whether the links are such that an encoder had its say in; nobody knows of finished ones. */
  byMeaning = false;
  selection = new Selection(() => this.light());
  /** Whether the reader moves by other means than the pointer, until that moves again. */
  pointerRests = false;
  /** The tools, when they are there. @type {Bench | null} */
  bench = null;
  /** @type {Saved | null} the reader's; with their tool it is that which keeps them */
  corrections = null;

  /** @type {Place | null} what the last `enface-activate` told */
  #told = null;
  /** @type {Highlight | null} */
  #highlight = null;
  #speech = new Speech(this);
  /** Ends the marking of sentences that is under way. */
  #marking = new AbortController();

  /** @param {Stage} stage @param {new (desk: Desk) => Layout} layout */
  constructor(stage, layout) {
    super();
    Object.assign(this, stage);
    this.layout = new layout(this);
    this.card = new Peek(this);
    listenToPointer(this);
    listenToKeys(this);
    this.layout.watch();
  }

  /** The element stands elsewhere in the document, where other things scroll. */
  moved() {
    this.light();
  }

  /** @param {string} attribute that says something else now */
  changed(attribute) {
    if (attribute === 'layout') this.layout.settle();
  }

  /** What a reader sees first of a page has been rendered: it can be read, the keys work on it. */
  begin() {
    this.layout.settle();
    const sentences = (this.sentences = new Sentences(this));
    this.#highlight = new Highlight((place) => sentences.original(place));
    this.state('ready', true);
    this.#emit('begun');
  }

  /** The page's whole text has been rendered. @param {{line: number, message: string}[]} notices */
  ready(notices) {
    this.sentences?.count();
    this.#emit('ready');
    this.tell('enface-ready', { notices });
  }

  /**
   * Links have been found, or what is found is revised in another way. Tells of them when every sentence is marked.
   *
   * @param {Alignment} found
   * @param {boolean} [byMeaning]
   */
  link(found, byMeaning = true) {
    const { sentences } = this;
    if (!sentences) return;
    this.byMeaning = byMeaning;
    const alignment = (this.alignment = this.bench?.revise(found) ?? found);
    const relations = (this.relations = new Relations(alignment));
    this.#marking.abort();
    const { signal } = (this.#marking = new AbortController());
    const marked = () => {
      if (signal.aborted) return;
      this.state('linked', true);
      this.state('by-meaning', byMeaning);
      this.#emit('linked');
      this.tell('enface-aligned', alignment);
    };
    const rest = mark(sentences, relations, this.surface.page, signal);
    // Who points at a sentence already hears of its counterparts now.
    this.#told = null;
    this.light();
    return rest ? rest.then(marked, (error) => signal.aborted || Promise.reject(error)) : marked();
  }

  /** The sentences lie elsewhere: another layout, another size of letters. */
  laid() {
    this.card.refresh();
    this.#emit('laid');
  }

  /** Drops everything that belongs to the page. */
  forget() {
    this.#marking.abort();
    this.alignment = this.sentences = this.relations = this.#highlight = this.#told = null;
    this.selection.letGo();
    this.#speech.reset();
    this.card.show(null);
    this.surface.page.replaceChildren();
    this.#emit('gone');
  }

  /** Shows what is pointed at, in focus and pinned. */
  light() {
    const { active, pinned, focused } = this.selection;
    const { sentences, relations } = this;
    if (!sentences) return;
    this.#highlight?.show(active, pinned, relations);
    const lit = active ?? pinned;
    this.card.show(lit, active !== null && !same(active, focused), same(lit, pinned));
    if (active && !same(active, this.#told)) {
      this.tell('enface-activate', { side: active.side, index: active.index, counterparts: relations?.of(active)?.others ?? [] });
    }
    this.#told = active;
    this.#speech.speak(pinned);
    this.#emit('lit');
  }

  /** The sentence that an event comes from. @param {Event} event */
  at({ target }) {
    return this.sentences?.at(target) ?? null;
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
    this.bench?.uncover(place);
    return this.sentences?.element(place) ?? null;
  }

  /** Scrolls an element into the middle of what is seen. @param {Element} element */
  reveal(element) {
    element.scrollIntoView({ block: 'center', behavior: isStill() ? 'auto' : 'smooth' });
  }

  /** @param {Moment} moment */
  #emit(moment) {
    this.dispatchEvent(new Event(moment));
  }
}
