// <en-face>: what it is asked for, when it starts, the mode that shows it, and the states that it is in.

import { Appearance } from './appearance.js';
import { choose, summary } from './choice.js';
import { EnFaceError } from './errors.js';
import { beginning } from './focusing.js';
import { Opened } from './opened.js';
import { camel, reflect, said, upgrade } from './properties.js';
import { isParsed, watchChildren, whenGone, whenNear, whenParsed } from './start.js';
import { explain, say } from './status.js';
import { styleSheet } from './style.js';
import { missing, supplies } from './supplies.js';
import { furnish, speakIn } from './surface.js';
import { bringWords } from './words.js';

/** @typedef {import('./types.js').Alignment} Alignment */
/** @typedef {import('./types.js').Saved} Saved */
/** @typedef {import('./modes/mode.js').Asked} Asked */

/** The attributes that have a property of the same name in camel case; `alignment` is the other one. */
const REFLECTED = ['src', 'left', 'right', 'layout', 'format', 'left-lang', 'right-lang', 'regime', 'encoder', 'controls', 'deep-links', 'loading'];
const ATTRIBUTES = [...REFLECTED, 'alignment'];

/** Those that say what is shown, and in which mode; the others are the mode's own. */
const CHOOSING = ['src', 'left', 'right', 'alignment'];

/** A server that only writes the page has no elements; the class must be there all the same. */
const Base = globalThis.HTMLElement ?? /** @type {typeof HTMLElement} */ (class {});

export class EnFace extends Base {
  static observedAttributes = ATTRIBUTES;

  /**
   * The encoder of every element that has no attribute `encoder`; null for none.
   *
   * @type {import('./encoder-choice.js').Shipped | null}
   */
  static encoder = null;

  #root = this.attachShadow({ mode: 'open' });
  /** The interface's own words, from the first load on. */
  #words = /** @type {import('./words.js').Words} */ ({});
  /** @type {import('./choice.js').Given | null} what was set by a property */
  #given = null;
  /** @type {AbortController | null} ends when the element has left the document, not when it only moves there */
  #stay = null;
  /** @type {AbortController | null} ends the load that is under way */
  #loading = null;
  /** What the load that is under way, or was last, was asked for, as far as children say so. */
  #asked = '';
  #queued = false;
  #isNear = false;
  /** @type {AbortController | null} ends the waiting to come near */
  #waiting = null;

  #surface = furnish(this.#root);
  #appearance = new Appearance(this, this.#root, this.#surface);
  #opened = new Opened({
    host: this,
    root: this.#root,
    surface: this.#surface,
    words: this.#words,
    wear: (sheet) => this.#appearance.wear(sheet),
    tell: (type, detail) => this.#tell(type, detail),
    state: (name, on) => this.#appearance.set(name, on),
    fail: (error) => this.#fail(error),
    again: () => this.#queue(),
  });

  connectedCallback() {
    upgrade(this, [...REFLECTED.map(camel), 'text', 'alignment', 'corrections']);
    // Taken out and put back in one go, as frameworks do: what is shown stays.
    if (this.#stay) {
      this.connectedMoveCallback();
      return;
    }
    const { signal } = (this.#stay = new AbortController());
    this.#watch(signal);
    this.#settle();
    this.#queue();
  }

  /** Moved by `moveBefore`: nothing is shown anew. */
  connectedMoveCallback() {
    // What it waits for may be another.
    if (this.#waiting) this.#queue();
    else this.#opened.mode?.moved?.();
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
    if (CHOOSING.includes(name)) this.#queue();
    else if (name === 'loading') this.#queued || this.#isNear || this.#queue();
    else this.#opened.mode?.changed?.(name);
  }

  /**
   * The finished alignment as JSON of contract version 1; set it to show one that was made before. The attribute of that name is
   * an address, which this neither reads nor writes.
   *
   * @returns {Alignment | null} the links that are shown
   */
  get alignment() {
    return this.#opened.mode?.alignment ?? null;
  }

  set alignment(alignment) {
    // What is shown is not shown anew, unless something else is about to be: a framework may hand back what `enface-aligned` told.
    if (alignment && alignment === this.alignment && !this.#queued) return;
    // A framework may set the property where an address is meant.
    if (typeof alignment === 'string') this.#give({ kind: 'address', address: alignment });
    else this.#give(alignment ? { kind: 'object', alignment } : null);
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
   * @returns {Saved | null}
   */
  get corrections() {
    return this.#opened.corrections;
  }

  set corrections(saved) {
    this.#opened.corrections = saved;
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

  /** Follows what the element holds. @param {AbortSignal} signal */
  #watch(signal) {
    const look = () => this.#settle() && this.#queue();
    watchChildren(this, look, signal);
    if (!isParsed(this)) whenParsed(this, look, signal);
  }

  /** Shows what the element holds, or not; whether something else is asked for than before. */
  #settle() {
    const asked = choose(this, this.#given);
    const { slot, frame } = this.#surface;
    const isInPlace = asked?.mode === 'in-place';
    slot.hidden = asked !== null && !isInPlace;
    // In place the frame is above the page and never in its flow: the mode opens it.
    if (frame.popover !== (isInPlace ? 'manual' : null)) frame.popover = isInPlace ? 'manual' : null;
    return summary(asked) !== this.#asked;
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
    this.#waiting?.abort();
    this.#waiting = null;
    this.#settle();
    const asked = choose(this, this.#given);
    // More of it may be on its way.
    if (asked?.mode !== 'reading' && !isParsed(this)) {
      this.#asked = '';
      return;
    }
    const isInPlace = asked?.mode === 'in-place';
    const texts = isInPlace ? supplies.texts?.(this)?.flat() : null;
    // Texts that are not there yet can come near only when somebody looks for them.
    const canWait = asked !== null && (!isInPlace || texts != null);
    if (canWait && !this.#isNear && said(this, 'loading') !== 'eager') {
      this.#wait(texts);
      return;
    }
    this.#isNear ||= canWait;
    this.#load(asked);
  }

  /** Shows nothing before it comes near. @param {Element[] | null | undefined} texts of the page's own, that are to come near instead */
  #wait(texts) {
    this.#loading?.abort();
    this.#close();
    this.#appearance.begin(null);
    this.#appearance.keep(!texts);
    const { signal } = (this.#waiting = new AbortController());
    const start = () => {
      this.#isNear = true;
      this.#queue();
    };
    whenNear(texts ?? [this.#surface.frame], start, signal);
    if (texts) whenGone(texts, this, () => this.#queue(), signal);
  }

  /** @param {Asked | null} asked */
  async #load(asked) {
    this.#loading?.abort();
    const { signal } = (this.#loading = new AbortController());
    this.#asked = summary(asked);
    if (this.#opened.kind !== asked?.mode) this.#close();
    this.#opened.mode?.forget();
    this.#appearance.begin(asked ? 'loading' : 'empty', asked?.mode);
    this.#appearance.keep(asked !== null && asked.mode !== 'in-place');
    const spoken = this.#speak(signal, asked !== null).catch(missing);
    // Whoever waits for it may come later.
    spoken.catch(() => {});
    try {
      if (asked) {
        const mode = await this.#opened.bring(asked.mode, signal);
        await mode?.show(asked, signal, spoken);
      }
      await spoken;
    } catch (thrown) {
      // A page may fail before there are words to say so.
      await spoken.catch(() => {});
      if (!signal.aborted) this.#fail(EnFaceError.from(thrown));
    }
  }

  /** Brings the words, and says in them what there is to say until there is a text. @param {AbortSignal} signal @param {boolean} loading */
  async #speak(signal, loading) {
    await bringWords(this.#words, 'own');
    if (signal.aborted) return;
    speakIn(this.#surface, this.#words.lang);
    if (!loading) say(this.#surface.status, this.#words.empty, this.#words.emptyRemedy);
    else if (this.#surface.frame.dataset.state === 'loading') say(this.#surface.status, this.#words.loading);
  }

  /** @param {string} type @param {unknown} detail */
  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  /** @param {EnFaceError} error */
  async #fail(error) {
    if (error.code === 'internal') console.error(error.cause);
    this.#opened.mode?.forget();
    this.#appearance.begin('error', this.#opened.kind);
    this.#appearance.keep(false);
    const { signal } = (this.#loading = new AbortController());
    // Neither words nor the sheet may be there to say it: then it is said in other words, and without the sheet.
    await bringWords(this.#words, 'errors').catch(() => {});
    if (signal.aborted) return;
    this.#tell('enface-error', explain(this.#surface.status, error, this.#words, () => this.reload()));
    // In place nothing is shown: the page can be read, and its looks are its own.
    if (this.#surface.frame.popover) return;
    const style = await styleSheet('en-face', this.ownerDocument).catch(() => null);
    if (style && !signal.aborted) this.#appearance.wear(style);
  }

  #close() {
    this.#opened.close();
    this.#appearance.strip();
  }

  /** The element has gone away. */
  #leave() {
    this.#loading?.abort();
    this.#waiting?.abort();
    this.#waiting = null;
    this.#close();
    this.#stay?.abort();
    this.#stay = null;
    this.#isNear = false;
  }
}

reflect(EnFace.prototype, REFLECTED);
