// <en-face>: fetches a page, has it read and rendered, then linked; and tells the page around it.

import { Better } from './better.js';
import { make } from './dom.js';
import { engine } from './engine.js';
import { EnFaceError } from './errors.js';
import { Highlight, mark } from './highlight.js';
import { listenToKeys } from './keys.js';
import { Peek } from './peek.js';
import { listenToPointer } from './pointer.js';
import { Relations } from './relations.js';
import { Selection } from './selection.js';
import { same, Sentences } from './sentences.js';
import { pageBytes, settingsFor } from './source.js';
import { Speech } from './speech.js';
import { explain, say } from './status.js';
import { styleSheet } from './style.js';
import { wordsFor } from './words.js';

/** @typedef {import('./types.js').Alignment} Alignment */
/** @typedef {import('./types.js').Place} Place */
/** @typedef {import('./source.js').Source} Source */

/** The attributes, each with a property of the same name in camel case. */
const ATTRIBUTES = ['src', 'layout', 'format', 'left-lang', 'right-lang', 'regime', 'encoder'];

export class EnFace extends HTMLElement {
  static observedAttributes = ATTRIBUTES;

  #root = this.attachShadow({ mode: 'open' });
  #words = wordsFor(navigator.languages);
  /** @type {Source | null} what was set by property; else `src` counts */
  #given = null;
  /** @type {Alignment | null} */
  #alignment = null;
  /** @type {Place | null} what the last `enface-activate` told */
  #told = null;
  /** @type {AbortController | null} ends the load that is under way */
  #loading = null;
  /** @type {AbortController | null} ends the listening */
  #listening = null;
  #queued = false;

  /** @type {import('./keys.js').Context} */
  #context = { sentences: null, relations: null, letGo: () => this.#letGo() };
  /** @type {Highlight | null} */
  #highlight = null;

  #frame = make('div', 'frame', { part: 'frame' });
  #page = make('div', 'page', { part: 'page' });
  #status = make('div', 'status', { part: 'status', role: 'status' });
  #live = make('div', 'visually-hidden', { 'aria-live': 'polite' });
  #places = { hairline: make('div', 'hairline'), notice: make('div', 'notice', { part: 'notice', role: 'status' }) };
  #docks = { above: make('div', 'dock above'), below: make('div', 'dock below') };
  #selection = new Selection(() => this.#light());
  #peek = new Peek(this.#docks, this.#words, (place) => this.#goTo(place), () => this.#letGo());
  #speech = new Speech(this.#live, this.#words);
  #better = new Better(this, this.#words, this.#places, (links) => this.#link(links), (type, detail) => this.#tell(type, detail));

  constructor() {
    super();
    const { hairline, notice } = this.#places;
    const { above, below } = this.#docks;
    for (const spoken of [hairline, above, this.#status, notice, below, this.#live]) spoken.lang = this.#words.lang;
    this.#frame.append(hairline, above, this.#status, this.#page, notice, below, this.#live);
    this.#root.append(this.#frame);
  }

  connectedCallback() {
    for (const name of [...ATTRIBUTES.map(camel), 'text', 'alignment']) this.#upgrade(name);
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    listenToPointer(this.#frame, () => this.#context.sentences, this.#selection, signal);
    listenToKeys(this.#frame, this.#context, this.#selection, signal);
    const refresh = () => requestAnimationFrame(() => this.#peek.refresh());
    window.addEventListener('scroll', refresh, { signal, capture: true, passive: true });
    window.addEventListener('resize', refresh, { signal, passive: true });
    this.#queue();
  }

  disconnectedCallback() {
    this.#listening?.abort();
    this.#loading?.abort();
    this.#loading = null;
    this.#better.leave();
    this.#peek.reset();
  }

  /** @param {string} name @param {string | null} old @param {string | null} value */
  attributeChangedCallback(name, old, value) {
    if (name === 'layout' || (old === value && !(name === 'src' && this.#given))) return;
    if (name === 'src') this.#given = null;
    // The text stays; while it still loads there is nothing to begin anew.
    if (name === 'encoder') this.#better.again();
    else this.#queue();
  }

  /** The finished alignment as JSON of contract version 1; set it to show one that was made before. */
  get alignment() {
    return this.#alignment;
  }

  set alignment(alignment) {
    this.#give(alignment ? { kind: 'alignment', alignment } : null);
  }

  /**
   * The page itself, instead of its address: text, or a file's bytes.
   *
   * @returns {string | Uint8Array | null}
   */
  get text() {
    return this.#given?.kind === 'text' ? this.#given.text : null;
  }

  set text(text) {
    this.#give(text === null || text === undefined ? null : { kind: 'text', text });
  }

  /** Loads the page again, after an error or a change at its address. */
  reload() {
    this.#queue();
  }

  /** @param {Source | null} source */
  #give(source) {
    this.#given = source;
    this.#queue();
  }

  /** Loads once, however many attributes and properties change at a time. */
  #queue() {
    if (this.#queued || !this.isConnected) return;
    this.#queued = true;
    queueMicrotask(() => {
      this.#queued = false;
      if (this.isConnected) this.#load();
    });
  }

  /** A property that was set before the element was defined hides the accessor: set it again. @param {string} name */
  #upgrade(name) {
    if (!Object.hasOwn(this, name)) return;
    const self = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (this));
    const value = self[name];
    delete self[name];
    self[name] = value;
  }

  async #load() {
    this.#loading?.abort();
    const { signal } = (this.#loading = new AbortController());
    this.#forget();
    const src = this.getAttribute('src');
    const source = this.#given ?? (src ? /** @type {Source} */ ({ kind: 'src', src }) : null);
    if (!source) {
      this.#frame.dataset.state = 'empty';
      say(this.#status, this.#words.empty, this.#words.emptyRemedy);
      return;
    }
    this.#frame.dataset.state = 'loading';
    say(this.#status, this.#words.loading);
    try {
      const [bytes, { core }, style] = await Promise.all([
        pageBytes(source, this.baseURI, signal),
        engine(),
        styleSheet().catch((error) => Promise.reject(new EnFaceError('engine-missing', error))),
      ]);
      if (signal.aborted) return;
      this.#root.adoptedStyleSheets = [style];
      if (source.kind === 'alignment') {
        core.renderAlignment(source.alignment, this.#page, this.#words);
        this.#ready([]);
        this.#link(source.alignment);
        return;
      }
      const settings = settingsFor(this, source);
      const reading = new core.Reading(bytes, settings);
      try {
        reading.render(this.#page, this.#words);
        this.#ready(reading.notices());
        await painted();
        if (signal.aborted) return;
        const plain = /** @type {Alignment} */ (reading.align());
        this.#link(plain);
        this.#better.start({ bytes, settings, plain });
      } finally {
        reading.free();
      }
    } catch (error) {
      if (!signal.aborted) this.#fail(EnFaceError.from(error));
    }
  }

  /** @param {{line: number, message: string}[]} notices */
  #ready(notices) {
    this.#frame.dataset.state = 'ready';
    this.#status.replaceChildren();
    this.#context.sentences = new Sentences(this.#root, this.#page);
    this.#highlight = new Highlight(this.#context.sentences);
    this.#tell('enface-ready', { notices });
  }

  /** @param {Alignment} alignment */
  #link(alignment) {
    const { sentences } = this.#context;
    if (!sentences) return;
    this.#alignment = alignment;
    this.#context.relations = new Relations(alignment);
    mark(sentences, this.#context.relations);
    // Who points at a sentence already hears of its counterparts now.
    this.#told = null;
    this.#light();
    this.#tell('enface-aligned', alignment);
  }

  /** Drops everything that belongs to the page before. */
  #forget() {
    this.#alignment = null;
    this.#highlight = null;
    this.#context.sentences = null;
    this.#context.relations = null;
    this.#selection.letGo();
    this.#told = null;
    this.#speech.reset();
    this.#peek.reset();
    this.#better.forget();
    this.#page.replaceChildren();
  }

  #light() {
    const { active, pinned } = this.#selection;
    const { sentences, relations } = this.#context;
    if (!sentences) return;
    this.#highlight?.show(active, pinned, relations);
    this.#peek.show(active ?? pinned, sentences, relations, active !== null && !same(active, this.#selection.focused));
    if (active && !same(active, this.#told)) {
      const counterparts = relations?.of(active)?.others ?? [];
      this.#tell('enface-activate', { side: active.side, index: active.index, counterparts });
    }
    this.#told = active;
    this.#speech.speak(pinned, sentences, relations);
  }

  /** Lets go of everything; a focus in the card goes back to the sentence that the card is about. */
  #letGo() {
    const place = this.#selection.focused ?? this.#selection.pinned;
    const inCard = this.#root.activeElement?.closest('.peek');
    if (inCard && place) this.#context.sentences?.element(place)?.focus({ preventScroll: true });
    this.#selection.letGo();
  }

  /** @param {Place} place */
  #goTo(place) {
    const { active, pinned } = this.#selection;
    const element = this.#context.sentences?.element(place);
    if (!element) return;
    this.#selection.set({ hovered: null, pinned: pinned ?? active });
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'center', behavior: still ? 'auto' : 'smooth' });
  }

  /** @param {EnFaceError} error */
  async #fail(error) {
    if (error.code === 'internal') console.error(error.cause);
    this.#forget();
    this.#frame.dataset.state = 'error';
    this.#tell('enface-error', explain(this.#status, error, this.#words, () => this.reload()));
    // The sheet may be what failed: then the message stands without it.
    await styleSheet().then((style) => (this.#root.adoptedStyleSheets = [style]), () => {});
  }

  /** @param {string} type @param {unknown} detail */
  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

for (const name of ATTRIBUTES) {
  Object.defineProperty(EnFace.prototype, camel(name), {
    configurable: true,
    enumerable: true,
    /** @this {EnFace} */
    get() {
      return this.getAttribute(name) ?? '';
    },
    /** @this {EnFace} @param {unknown} value */
    set(value) {
      if (value === null || value === undefined || value === '') this.removeAttribute(name);
      else this.setAttribute(name, String(value));
    },
  });
}

/** @param {string} name */
function camel(name) {
  return name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
}

/** Resolves once the browser has had time to paint; in a hidden page, soon. */
function painted() {
  return new Promise((resolve) => {
    const soon = setTimeout(resolve, 100);
    requestAnimationFrame(() => setTimeout(() => (clearTimeout(soon), resolve(undefined)), 0));
  });
}
