// <en-face>: fetches a page, has it read and rendered, then linked; and tells the page around it.

import { engine } from './engine.js';
import { EnFaceError } from './errors.js';
import { Highlight, mark } from './highlight.js';
import { listenToKeys } from './keys.js';
import { Peek } from './peek.js';
import { listenToPointer } from './pointer.js';
import { Relations } from './relations.js';
import { Selection } from './selection.js';
import { same, Sentences } from './sentences.js';
import { styleSheet } from './style.js';
import { wordsFor } from './words.js';

/** @typedef {import('./types.js').Alignment} Alignment */
/** @typedef {import('./types.js').Place} Place */
/** @typedef {{kind: 'src', src: string} | {kind: 'text', text: string | Uint8Array} | {kind: 'alignment', alignment: Alignment}} Source */

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
  #docks = { above: make('div', 'dock above'), below: make('div', 'dock below') };
  #selection = new Selection(() => this.#light());
  #peek = new Peek(this.#docks, this.#words, (place) => this.#goTo(place), () => this.#letGo());

  constructor() {
    super();
    this.#frame.append(this.#docks.above, this.#status, this.#page, this.#docks.below, this.#live);
    this.#status.lang = this.#words.lang;
    this.#live.lang = this.#words.lang;
    for (const dock of Object.values(this.#docks)) dock.lang = this.#words.lang;
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
    this.#peek.reset();
  }

  /** @param {string} name @param {string | null} old @param {string | null} value */
  attributeChangedCallback(name, old, value) {
    if (name === 'layout' || (old === value && !(name === 'src' && this.#given))) return;
    if (name === 'src') this.#given = null;
    this.#queue();
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
      this.#say('empty', [this.#words.empty, this.#words.emptyRemedy]);
      return;
    }
    this.#say('loading', [this.#words.loading]);
    try {
      const [bytes, core, style] = await Promise.all([
        source.kind === 'src' ? fetchPage(source.src, this.baseURI, signal) : source.kind === 'text' ? toBytes(source.text) : null,
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
      const reading = new core.Reading(/** @type {Uint8Array} */ (bytes), this.#settings(source));
      try {
        reading.render(this.#page, this.#words);
        this.#ready(reading.notices());
        await painted();
        if (!signal.aborted) this.#link(reading.align());
      } finally {
        reading.free();
      }
    } catch (error) {
      if (!signal.aborted) this.#fail(EnFaceError.from(error));
    }
  }

  /**
   * What the attributes say; the core refuses what it does not know.
   *
   * @param {Source} source
   * @returns {import('../pkg/en_face.js').Settings}
   */
  #settings(source) {
    const name = source.kind === 'src' ? new URL(source.src, this.baseURI).pathname : '';
    const attribute = (/** @type {string} */ key) => this.getAttribute(key) || undefined;
    const settings = {
      format: attribute('format') ?? (/\.(md|markdown)$/i.test(name) ? 'markdown' : 'text'),
      leftLang: attribute('left-lang'),
      rightLang: attribute('right-lang'),
      regime: this.getAttribute('regime') === 'auto' ? undefined : attribute('regime'),
    };
    return /** @type {import('../pkg/en_face.js').Settings} */ (settings);
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
    this.#spoken = null;
    this.#live.textContent = '';
    this.#peek.reset();
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
    this.#speak(pinned);
  }

  /** @type {Place | null} */
  #spoken = null;

  /** Says aloud what was pinned and what it goes with. @param {Place | null} pinned */
  #speak(pinned) {
    if (same(pinned, this.#spoken)) return;
    this.#spoken = pinned;
    const { sentences, relations } = this.#context;
    const relation = pinned && relations?.of(pinned);
    const text = (/** @type {number} */ index) =>
      sentences?.element({ side: pinned?.side === 0 ? 1 : 0, index })?.textContent ?? '';
    const counterparts = relation ? relation.others.map(text).join(' ') : this.#words.none;
    this.#live.textContent = pinned ? `${this.#words.pinned} ${counterparts}` : this.#words.released;
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

  /** @param {'loading' | 'empty' | 'error'} state @param {string[]} lines */
  #say(state, lines) {
    this.#frame.dataset.state = state;
    const paragraphs = lines.map((line, number) => {
      const paragraph = make('p', number ? 'remedy' : 'message');
      paragraph.textContent = line;
      return paragraph;
    });
    this.#status.replaceChildren(...paragraphs);
  }

  /** @param {EnFaceError} error */
  async #fail(error) {
    if (error.code === 'internal') console.error(error.cause);
    this.#forget();
    const { code, message, remedy } = error.told(this.#words.lang);
    this.#say('error', [message, remedy]);
    const name = make('p', 'code');
    name.textContent = code;
    const retry = make('button', 'retry', { type: 'button' });
    retry.textContent = this.#words.retry;
    retry.addEventListener('click', () => this.reload());
    this.#status.append(name, retry);
    this.#tell('enface-error', { code, message, remedy });
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

/** @param {string} tag @param {string} name the class @param {Record<string, string>} [attributes] */
function make(tag, name, attributes = {}) {
  const element = document.createElement(tag);
  element.className = name;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

/** @param {string | Uint8Array} text */
function toBytes(text) {
  return typeof text === 'string' ? new TextEncoder().encode(text) : text;
}

/** @param {string} src @param {string} base @param {AbortSignal} signal */
async function fetchPage(src, base, signal) {
  let response;
  try {
    response = await fetch(new URL(src, base), { signal });
  } catch (error) {
    throw new EnFaceError('network', error);
  }
  if (response.status === 404 || response.status === 410) throw new EnFaceError('not-found');
  if (!response.ok) throw new EnFaceError('http', new Error(`HTTP ${response.status}`));
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw new EnFaceError('network', error);
  }
}

/** Resolves once the browser has had time to paint; in a hidden page, soon. */
function painted() {
  return new Promise((resolve) => {
    const soon = setTimeout(resolve, 100);
    requestAnimationFrame(() => setTimeout(() => (clearTimeout(soon), resolve(undefined)), 0));
  });
}
