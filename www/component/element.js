// <en-face>: what it is asked for, when it starts, the mode that shows it, and the states that it is in.

import { Appearance } from './appearance.js';
import { choose, summary } from './choice.js';
import { EnFaceError } from './errors.js';
import { beginning } from './focusing.js';
import { camel, reflect, said, upgrade } from './properties.js';
import { isParsed, watchChildren, whenNear, whenParsed } from './start.js';
import { explain, say } from './status.js';
import { styleSheet } from './style.js';
import { supplies } from './supplies.js';
import { furnish } from './surface.js';
import { bringWords } from './words.js';

/** @typedef {import('./types.js').Alignment} Alignment */
/** @typedef {import('./types.js').Saved} Saved */
/** @typedef {import('./modes/mode.js').Asked} Asked */
/** @typedef {import('./modes/mode.js').Kind} Kind */

/** The attributes that have a property of the same name in camel case; `alignment` is the other one. */
const REFLECTED = ['src', 'left', 'right', 'layout', 'format', 'left-lang', 'right-lang', 'regime', 'encoder', 'controls', 'deep-links', 'loading'];

/** Those that say what is shown, and in which mode; the others are the mode's own. */
const CHOOSING = /^(src|left|right|alignment)$/;

/** A server that only writes the page has no elements; the class must be there all the same. */
const Base = globalThis.HTMLElement ?? /** @type {typeof HTMLElement} */ (class {});

export class EnFace extends Base {
  static observedAttributes = [...REFLECTED, 'alignment'];

  /**
   * The encoder of every element that has no attribute `encoder`; null for none.
   *
   * @type {import('./encoder-choice.js').Shipped | null}
   */
  static encoder = null;

  #root = this.attachShadow({ mode: 'open' });
  /** The interface's own words, from the first load on; what can be said without them before. */
  #words = /** @type {import('./words.js').Words} */ ({ ...supplies.speechless });
  /** @type {import('./choice.js').Given | null} what was set by a property */
  #given = null;
  /** @type {Asked | null} what it is asked for now */
  #asked = null;
  /** What the load that is under way, or was last, was asked for, as far as children say so. */
  #summary = '';
  /** @type {AbortController | null} ends when the element has left the document, not when it only moves there */
  #stay = null;
  /** Ends the waiting or the load that is under way. */
  #turn = new AbortController();
  #queued = false;
  #isNear = false;

  #surface = furnish(this.#root);
  #appearance = new Appearance(this, this.#root, this.#surface);
  /** @type {import('./modes/mode.js').Mode | null} one at a time */
  #mode = null;
  /** @type {Kind | undefined} */
  #kind;
  /** Ends the mode. */
  #end = new AbortController();
  /** @type {Saved | null} corrections that came before a mode, or that one had which is closed */
  #saved = null;

  connectedCallback() {
    upgrade(this, [...REFLECTED.map(camel), 'text', 'alignment', 'corrections']);
    // Taken out and put back in one go, as frameworks do: what is shown stays.
    if (this.#stay) {
      this.connectedMoveCallback();
      return;
    }
    const { signal } = (this.#stay = new AbortController());
    const look = () => this.#settle() && this.#queue();
    watchChildren(this, look, signal);
    whenParsed(this, look, signal);
    this.#settle();
    this.#queue();
  }

  /** Moved by `moveBefore`: nothing is shown anew. */
  connectedMoveCallback() {
    // What it waits for may be another.
    if (this.#isNear) this.#mode?.moved?.();
    else this.#queue();
  }

  disconnectedCallback() {
    queueMicrotask(() => this.isConnected || this.#leave());
  }

  /** Style sheets belong to a document. */
  adoptedCallback() {
    this.#leave();
  }

  /** @param {string} name @param {string | null} old @param {string | null} value */
  attributeChangedCallback(name, old, value) {
    // What was set last counts.
    if (this.#given && value !== null && /^(src|alignment)$/.test(name)) this.#given = null;
    else if (old === value) return;
    if (CHOOSING.test(name)) this.#queue();
    else if (name === 'loading') this.#queued || this.#isNear || this.#queue();
    else this.#mode?.changed?.(name);
  }

  /**
   * The finished alignment as JSON of contract version 1; set it to show one that was made before. The attribute of that name is
   * an address, which this neither reads nor writes.
   *
   * @returns {Alignment | null} the links that are shown
   */
  get alignment() {
    return this.#mode?.alignment ?? null;
  }

  set alignment(alignment) {
    // What is shown is not shown anew, unless something else is about to be: a framework may hand back what `enface-aligned` told.
    if (alignment && alignment === this.alignment && !this.#queued) return;
    // A framework may set the property where an address is meant.
    this.#give(alignment ? { links: typeof alignment === 'string' ? { address: alignment } : { alignment } } : null);
  }

  /**
   * The page itself, instead of its address: text, or a file's bytes.
   *
   * @returns {string | Uint8Array | null}
   */
  get text() {
    return this.#given?.page?.text ?? null;
  }

  set text(text) {
    this.#give(text === null || text === undefined ? null : { page: { text } });
  }

  /**
   * The reader's corrections of the links of this page, as `enface-corrected` tells them too; set them to bring back what was
   * saved, null to drop them. Those of another text wait until that is read.
   *
   * @returns {Saved | null}
   */
  get corrections() {
    return this.#mode ? this.#mode.corrections : this.#saved;
  }

  set corrections(saved) {
    if (this.#mode) this.#mode.corrections = saved;
    else this.#saved = saved;
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

  /** @param {import('./choice.js').Given | null} given */
  #give(given) {
    this.#given = given;
    this.#queue();
  }

  /** Shows what the element holds, or not; whether something else is asked for than before. */
  #settle() {
    const asked = (this.#asked = choose(this, this.#given));
    const { slot, frame } = this.#surface;
    const isInPlace = asked?.mode === 'in-place';
    slot.hidden = asked !== null && !isInPlace;
    // In place the frame is above the page and never in its flow: the mode opens it.
    if (isInPlace) frame.popover ??= 'manual';
    else frame.popover = null;
    return summary(asked) !== this.#summary;
  }

  /** Loads once, however many attributes and properties change at a time. */
  #queue() {
    // Where an element is defined after it has been connected, its attributes are told of first: `connectedCallback` is to come.
    if (this.#queued || !this.#stay) return;
    this.#queued = true;
    queueMicrotask(() => {
      this.#queued = false;
      if (this.#stay) this.#begin();
    });
  }

  /** Waits for what there is to wait for, and loads. */
  #begin() {
    const { signal } = this.#next();
    this.#settle();
    const asked = this.#asked;
    // More of it may be on its way.
    if (asked?.mode !== 'reading' && !isParsed(this)) {
      this.#summary = '';
      return;
    }
    const isInPlace = asked?.mode === 'in-place';
    // Texts that are not there yet can come near only when somebody looks for them.
    const places = isInPlace ? supplies.texts?.(this)?.flat() : asked && [this.#surface.frame];
    if (!places || this.#isNear || said(this, 'loading') === 'eager') {
      this.#isNear ||= !!places;
      this.#load(asked, signal);
      return;
    }
    this.#close();
    this.#appearance.begin(null);
    const start = () => {
      this.#isNear = true;
      this.#queue();
    };
    whenNear(places, start, signal);
    if (isInPlace) supplies.whenGone?.(places, this, () => this.#queue(), signal);
  }

  /** @param {Asked | null} asked @param {AbortSignal} signal */
  async #load(asked, signal) {
    this.#summary = summary(asked);
    if (this.#kind !== asked?.mode) this.#close();
    this.#mode?.forget();
    this.#appearance.begin(asked ? 'loading' : 'empty', asked?.mode);
    const spoken = this.#speak(signal);
    // Whoever waits for it may come later.
    spoken.catch(() => {});
    try {
      if (asked) await this.#open(asked.mode, signal);
      if (asked && !signal.aborted) await this.#mode?.show(asked, signal, spoken);
      await spoken;
    } catch (thrown) {
      // A page may fail before there are words to say so.
      await spoken.catch(() => {});
      if (!signal.aborted) this.#fail(EnFaceError.from(thrown));
    }
  }

  /** Has a mode of a kind at work: the one that is there, or a new one. @param {Kind} kind @param {AbortSignal} signal */
  async #open(kind, signal) {
    if (this.#mode) return;
    const load = supplies.modes[kind];
    if (!load) throw new EnFaceError('mode-missing');
    const { open } = await load();
    if (signal.aborted) return;
    const { signal: until } = (this.#end = new AbortController());
    this.#kind = kind;
    this.#mode = open({
      host: this,
      root: this.#root,
      surface: this.#surface,
      words: this.#words,
      signal: until,
      // A sheet may come when the mode is closed.
      wear: (sheet) => until.aborted || this.#appearance.wear(sheet),
      tell: (type, detail) => this.#tell(type, detail),
      state: (name, on) => this.#appearance.set(name, on),
      again: () => this.#queue(),
    });
    if (this.#saved) this.#mode.corrections = this.#saved;
    this.#saved = null;
  }

  /** Brings the words, and says in them what there is to say until there is a text. @param {AbortSignal} signal */
  async #speak(signal) {
    const words = this.#words;
    await bringWords(words, 'own');
    if (signal.aborted) return;
    const { frame, status } = this.#surface;
    frame.lang = words.lang;
    const { state } = frame.dataset;
    if (state === 'loading' || state === 'empty') say(status, words[state], /** @type {any} */ (words)[`${state}Remedy`]);
  }

  /** @param {string} type @param {unknown} detail */
  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  /** @param {EnFaceError} error */
  async #fail(error) {
    if (error.code === 'internal') console.error(error.cause);
    const { status, frame } = this.#surface;
    this.#mode?.forget();
    this.#appearance.begin('error', this.#kind);
    const { signal } = this.#next();
    // Neither words nor the sheet may be there to say it: then it is said in other words, and without the sheet.
    await bringWords(this.#words, 'errors').catch(() => {});
    if (signal.aborted) return;
    this.#tell('enface-error', explain(status, error, this.#words, () => this.reload()));
    // In place nothing is shown: the page can be read, and its looks are its own.
    if (frame.popover) return;
    const style = await styleSheet('en-face', this.ownerDocument).catch(() => null);
    if (style && !signal.aborted) this.#appearance.wear(style);
  }

  /** What is under way ends, and something else begins. */
  #next() {
    this.#turn.abort();
    return (this.#turn = new AbortController());
  }

  #close() {
    this.#mode?.forget();
    // What no tool has taken and kept yet is for the next one.
    this.#saved = this.corrections;
    this.#end.abort();
    this.#mode = null;
    this.#kind = undefined;
    this.#appearance.strip();
  }

  /** The element has gone away. */
  #leave() {
    this.#turn.abort();
    this.#close();
    this.#stay?.abort();
    this.#stay = null;
    this.#isNear = false;
  }
}

reflect(EnFace.prototype, REFLECTED);
