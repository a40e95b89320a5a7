// <en-face>: fetches a page, has it read, rendered and linked, and puts it on the desk.

import { Better } from './better.js';
import { Desk } from './desk.js';
import { make } from './dom.js';
import { engine, release, renew } from './engine.js';
import { EnFaceError } from './errors.js';
import { beginning } from './focusing.js';
import { listenToKeys } from './keys.js';
import { wear } from './letters.js';
import { plainLinks, readPage } from './plain.js';
import { listenToPointer } from './pointer.js';
import { camel, reflect, upgrade } from './properties.js';
import { reason } from './refused.js';
import { readAll, Rendering } from './rendering.js';
import { listenToScrolls } from './scrolling.js';
import { painted } from './slices.js';
import { pageBytes, settingsFor } from './source.js';
import { explain, say } from './status.js';
import { styleSheet } from './style.js';
import { bringTools } from './tool-box.js';
import { bringWords } from './words.js';

/** @typedef {import('./types.js').Alignment} Alignment */
/** @typedef {import('./source.js').Source} Source */

/** The attributes, each with a property of the same name in camel case. */
const ATTRIBUTES = ['src', 'layout', 'format', 'left-lang', 'right-lang', 'regime', 'encoder', 'controls', 'deep-links'];

/** Those that change nothing about the text or its links. */
const LOOKS = ['layout', 'controls', 'deep-links'];

export class EnFace extends HTMLElement {
  static observedAttributes = ATTRIBUTES;

  #root = this.attachShadow({ mode: 'open' });
  /** The interface's own words, from the first load on. */
  #words = /** @type {import('./words.js').Words} */ ({});
  /** @type {Source | null} what was set by property; else `src` counts */
  #given = null;
  /** @type {AbortController | null} ends the load that is under way */
  #loading = null;
  /** @type {AbortController | null} ends the listening */
  #listening = null;
  #queued = false;

  #status = make('div', 'status', { part: 'status', role: 'status' });
  #places = { hairline: make('div', 'hairline'), notice: make('div', 'notice', { part: 'notice', role: 'status' }) };
  #surface = {
    frame: make('div', 'frame', { part: 'frame' }),
    bar: make('div', 'bar', { part: 'bar' }),
    page: make('div', 'page', { part: 'page' }),
    live: make('div', 'visually-hidden', { 'aria-live': 'polite' }),
    docks: { above: make('div', 'dock above'), below: make('div', 'dock below') },
  };
  #desk = new Desk(this, this.#root, this.#words, this.#surface);
  #better = new Better(this, this.#words, this.#places, (links, byMeaning) => this.#desk.link(links, byMeaning), (type, detail) => this.#desk.tell(type, detail));

  constructor() {
    super();
    const { hairline, notice } = this.#places;
    const { frame, bar, page, live, docks } = this.#surface;
    frame.append(hairline, bar, docks.above, this.#status, page, notice, docks.below, live);
    this.#root.append(frame);
  }

  connectedCallback() {
    upgrade(this, [...ATTRIBUTES.map(camel), 'text', 'alignment', 'corrections']);
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    listenToPointer(this.#desk, signal);
    listenToKeys(this.#desk, signal);
    bringTools(this.#desk, signal);
    this.#desk.layout.watch(this.#places.hairline, signal);
    const refresh = () => requestAnimationFrame(() => this.#desk.scrolled());
    listenToScrolls(this.#desk, refresh, signal);
    window.addEventListener('resize', refresh, { signal, passive: true });
    this.#queue();
  }

  disconnectedCallback() {
    this.#listening?.abort();
    this.#loading?.abort();
    this.#loading = null;
    this.#better.leave();
    this.#desk.leave();
  }

  /** @param {string} name @param {string | null} old @param {string | null} value */
  attributeChangedCallback(name, old, value) {
    if (name === 'layout') this.#desk.layout.choose(null);
    if (LOOKS.includes(name) || (old === value && !(name === 'src' && this.#given))) return;
    if (name === 'src') this.#given = null;
    // The text stays; while it still loads there is nothing to begin anew.
    if (name === 'encoder') this.#better.again();
    else this.#queue();
  }

  /** The finished alignment as JSON of contract version 1; set it to show one that was made before. */
  get alignment() {
    return this.#desk.alignment;
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

  /**
   * The reader's corrections of the links of this page, as `enface-corrected` tells them too; set them to bring back what was
   * saved, null to drop them. Those of another text wait until that is read.
   *
   * @returns {import('./types.js').Saved | null}
   */
  get corrections() {
    return this.#desk.corrections;
  }

  set corrections(saved) {
    this.#desk.corrections = saved;
  }

  /** Loads the page again, after an error or a change at its address. */
  reload() {
    this.#queue();
  }

  /**
   * The focus goes to the text, where a reader was last; to the element itself where its author has given it a `tabindex`.
   *
   * @param {FocusOptions} [options]
   */
  focus(options) {
    if (this.#root.activeElement) return;
    const place = this.hasAttribute('tabindex') ? null : beginning(this.#root);
    if (place) place.focus(options);
    else super.focus(options);
  }

  /** @param {Source | null} source */
  #give(source) {
    this.#given = source;
    this.#queue();
  }

  /** Loads once, however many attributes and properties change at a time. */
  #queue() {
    // Where an element is defined after it has been connected, its attributes are told of first: `connectedCallback` is to come.
    if (this.#queued || !this.isConnected || !this.#listening) return;
    this.#queued = true;
    queueMicrotask(() => {
      this.#queued = false;
      if (this.isConnected) this.#load();
    });
  }

  /** @param {boolean} [again] whether the core has trapped on this page already */
  async #load(again = false) {
    this.#loading?.abort();
    const { signal } = (this.#loading = new AbortController());
    this.#forget();
    const { frame } = this.#surface;
    const src = this.getAttribute('src');
    const source = this.#given ?? (src ? /** @type {Source} */ ({ kind: 'src', src }) : null);
    frame.dataset.state = source ? 'loading' : 'empty';
    const spoken = this.#speak(signal, source !== null).catch(missing);
    if (!source) {
      await spoken.catch((error) => {
        if (!signal.aborted) this.#fail(error);
      });
      return;
    }
    /** @type {typeof import('../pkg/en_face.js') | undefined} */
    let core;
    try {
      const text = pageBytes(source, this.baseURI, signal);
      const [bytes, loaded, style] = await Promise.all([text, engine(), styleSheet().catch(missing), spoken]);
      if (signal.aborted) return;
      ({ core } = loaded);
      this.#wear(style);
      wear(this.#surface.frame);
      this.#desk.layout.settle();
      if (source.kind === 'alignment') {
        await this.#showFinished(new core.Finished(source.alignment), source.alignment, signal);
        return;
      }
      const page = { bytes, settings: settingsFor(this, source) };
      await this.#showPage(await readPage(core, page, signal), page, signal);
    } catch (thrown) {
      const error = EnFaceError.from(thrown);
      // Everybody else on the page needs a new core too, whoever is still interested in this one's text.
      if (core && error.isTrap) renew(core);
      // A page may fail before there are words to say so.
      await spoken.catch(() => {});
      if (signal.aborted) return;
      if (core && error.isTrap && !again) this.#load(true);
      else this.#fail(error);
    }
  }

  /** Brings the words, and says in them what there is to say until there is a text. @param {AbortSignal} signal @param {boolean} loading */
  async #speak(signal, loading) {
    await bringWords(this.#words, navigator.languages);
    if (signal.aborted) return;
    const { hairline, notice } = this.#places;
    const { bar, live, docks } = this.#surface;
    for (const own of [hairline, bar, docks.above, this.#status, notice, docks.below, live]) own.lang = this.#words.lang;
    if (loading) say(this.#status, this.#words.loading);
    else say(this.#status, this.#words.empty, this.#words.emptyRemedy);
  }

  /** @param {import('./rendering.js').Finished} finished @param {Alignment} alignment @param {AbortSignal} signal */
  async #showFinished(finished, alignment, signal) {
    try {
      await readAll(finished, signal);
      await this.#begin(finished).finish(signal);
      this.#desk.ready([]);
      await this.#desk.link(alignment);
    } finally {
      release(finished);
    }
  }

  /** @param {import('./rendering.js').Reading} reading @param {import('./plain.js').Page} page @param {AbortSignal} signal */
  async #showPage(reading, page, signal) {
    try {
      const rendering = this.#begin(reading);
      const links = plainLinks(reading, page, this.#better, signal);
      await rendering.finish(signal);
      this.#desk.ready(reading.notices());
      await painted();
      signal.throwIfAborted();
      const plain = await links();
      signal.throwIfAborted();
      await this.#desk.link(plain, false);
      signal.throwIfAborted();
      this.#better.start({ ...page, plain });
    } finally {
      release(reading);
    }
  }

  /** Shows what a reader sees first. @param {import('./rendering.js').Reading | import('./rendering.js').Finished} text */
  #begin(text) {
    const { frame, page } = this.#surface;
    const rendering = new Rendering(text, page, this.#words);
    frame.dataset.state = 'ready';
    this.#status.replaceChildren();
    this.#desk.begin();
    return rendering;
  }

  #forget() {
    this.#better.forget();
    this.#desk.forget();
  }

  /** The sheets of the tools stay. @param {CSSStyleSheet} style */
  #wear(style) {
    const { adoptedStyleSheets } = this.#root;
    if (!adoptedStyleSheets.includes(style)) this.#root.adoptedStyleSheets = [style, ...adoptedStyleSheets];
  }

  /** @param {EnFaceError} error */
  async #fail(error) {
    if (error.code === 'internal') console.error(error.cause);
    this.#forget();
    this.#surface.frame.dataset.state = 'error';
    this.#desk.tell('enface-error', explain(this.#status, error, this.#words, () => this.reload()));
    // The sheet may be what failed: then the message stands without it.
    await styleSheet().then((style) => this.#wear(style), () => {});
  }
}

reflect(EnFace.prototype, ATTRIBUTES);

/** @param {unknown} cause @returns {Promise<never>} */
async function missing(cause) {
  throw new EnFaceError(await reason('engine-missing'), cause);
}
