// The in-place mode: two texts of the page around the element, read where they stand and never changed.

import { either } from '../either.js';
import { EnFaceError } from '../errors.js';
import { had } from '../had.js';
import { Beside } from '../in-place/beside.js';
import { Boxes } from '../in-place/boxes.js';
import { Companion } from '../in-place/companion.js';
import { findFinished } from '../in-place/finding.js';
import { Passages } from '../in-place/passages.js';
import { listenToPointing } from '../in-place/pointing.js';
import { Reading } from '../in-place/reading.js';
import { Registry } from '../in-place/registry.js';
import { findTexts } from '../in-place/texts.js';
import { takeTurns } from '../in-place/turns.js';
import { watchTexts } from '../in-place/watching.js';
import { inSlices, ON_PAGE } from '../slices.js';
import { told } from '../status.js';
import { styleSheet } from '../style.js';
import { bringWords } from '../words.js';

/** @typedef {import('../types.js').Alignment} Alignment */
/** @typedef {import('../in-place/finding.js').Span} Span */
/** @typedef {import('../in-place/page-text.js').PageText} PageText */
/** @typedef {import('../in-place/registry.js').Painter} Painter */
/** @typedef {import('./mode.js').Asked} Asked */
/** @typedef {import('./mode.js').Mode} Mode */
/** @typedef {import('./mode.js').Stage} Stage */

/** How many nodes are read without giving the thread back. */
const AT_ONCE = 300;

/**
 * What finds links for the words of a page, and in them the sentences.
 *
 * @typedef {object} Links
 * @property {(text: PageText, signal: AbortSignal) => Promise<{alignment: Alignment, spans: (Span | null)[][], missing?: number[]}>} find
 */

/** @typedef {(alignment: Alignment, byMeaning: boolean) => void} Show shows links that have been found */

/**
 * @param {Stage} stage
 * @param {(stage: Stage, show: Show) => import('../in-place/core-links.js').CoreLinks} [core] links texts that come without links
 * @returns {Mode}
 */
export const open = (stage, core) => new InPlace(stage, core);

/** @implements {Mode} */
class InPlace {
  /** Corrections need the tools, which are for pages that the component shows itself. @type {import('../types.js').Saved | null} */
  corrections = null;
  #stage;
  /** @type {Companion | null} */
  #companion = null;
  #core;
  /** @type {Links | null} */
  #links = null;
  /** @type {import('../texts.js').Texts | null} */
  #texts = null;
  /** @type {PageText | null} what was read last */
  #text = null;
  /** How many sentences of each text the page didn't have, as told last. */
  #missing = '';
  /** @type {(Span | null)[][]} where its sentences are */
  #spans = [[], []];
  /** @type {AbortController | null} ends what is shown */
  #shown = null;
  /** @type {AbortController | null} closes what stands above the page */
  #opened = null;
  /** @type {AbortController | null} ends the listening on these texts */
  #entered = null;
  /** @type {AbortController | null} ends the reading and linking that is under way */
  #reading = null;
  /** Has further trees watched. @type {ReturnType<typeof watchTexts>} */
  #watch = () => {};
  /** Whether something has changed meanwhile. */
  #isDue = false;

  /** @param {Stage} stage @param {(stage: Stage, show: Show) => import('../in-place/core-links.js').CoreLinks} [core] */
  constructor(stage, core) {
    this.#stage = stage;
    this.#core = core?.(stage, (alignment, byMeaning) => this.#show(alignment, byMeaning));
    stage.signal.addEventListener('abort', () => this.forget());
  }

  get alignment() {
    return this.#companion?.alignment ?? null;
  }

  /** @param {string} attribute */
  changed(attribute) {
    if (this.#core?.changed(attribute)) this.#read(true);
  }

  /** Other trees are around it now. */
  moved() {
    if (this.#shown) this.#stage.again();
  }

  forget() {
    this.#shown?.abort();
    this.#shown = null;
    this.#reading?.abort();
    this.#reading = null;
    this.#isDue = false;
    this.#core?.forget();
    this.#close();
  }

  /** @param {Asked} asked @param {AbortSignal} signal @param {Promise<void>} spoken */
  async show({ links }, signal, spoken) {
    const { host } = this.#stage;
    const shown = (this.#shown = new AbortController());
    try {
      const finished = links && (await had(links, host.baseURI, signal));
      this.#links = links ? { find: (text, over) => findFinished(/** @type {Alignment} */ (finished), text, over) } : (this.#core ?? null);
      await spoken;
      this.#companion ??= new Companion(this.#stage, await this.#painter(shown.signal));
      signal.throwIfAborted();
    } catch (error) {
      await spoken;
      if (!signal.aborted) this.#fail(EnFaceError.from(error));
      return;
    }
    this.#watch = watchTexts(host, () => this.#texts?.flat() ?? [], () => this.#read(false), shown.signal);
    await this.#read(false);
  }

  /** Old browsers have no registry of highlights: what is lit there is drawn above the page. @param {AbortSignal} signal @returns {Promise<Painter>} */
  async #painter(signal) {
    const { host, surface } = this.#stage;
    const registry = Registry.of(host);
    if (registry) return new Registry(host, registry);
    await this.#dress();
    signal.throwIfAborted();
    return new Boxes(host, surface.frame);
  }

  /** Brings the style and the words of what stands above the page. */
  async #dress() {
    const { host, wear, words } = this.#stage;
    const [sheet] = await Promise.all([styleSheet('in-place', host.ownerDocument), bringWords(words, 'in-place')]);
    wear(sheet);
  }

  /** Opens what stands above the page, once there are links. */
  async #open() {
    const companion = this.#companion;
    if (this.#opened || !this.#shown || !companion) return;
    const opened = (this.#opened = new AbortController());
    const signal = either(opened.signal, this.#shown.signal);
    try {
      await this.#dress();
      if (signal.aborted) return;
      companion.beside ??= new Beside(this.#stage, companion);
      companion.beside.open(signal);
    } catch (error) {
      // Pointing works without it.
      if (!signal.aborted) this.#report(EnFaceError.from(error));
    }
  }

  /** Lets go of the texts. */
  #close() {
    this.#opened?.abort();
    this.#entered?.abort();
    this.#companion?.leave();
    this.#opened = this.#texts = this.#text = null;
  }

  /**
   * Reads both texts, and links them if they have changed. What changes on the page meanwhile waits for the end of it, so that a
   * page that never rests gets links all the same.
   *
   * @param {boolean} anew whether they are to be linked even if nothing has changed, at once
   */
  async #read(anew) {
    if (!this.#shown) return;
    if (this.#reading && !anew) {
      this.#isDue = true;
      return;
    }
    this.#reading?.abort();
    const reading = (this.#reading = new AbortController());
    const { signal } = reading;
    const over = either(signal, this.#shown.signal);
    try {
      const texts = findTexts(this.#stage.host);
      if (!areSame(texts, this.#texts)) this.#enter(texts);
      const read = new Reading(texts, this.#core);
      if (read.step(AT_ONCE)) await inSlices(ON_PAGE, over, (count) => read.step(count));
      over.throwIfAborted();
      this.#watch(read.trees);
      if (!anew && read.text.equals(this.#text)) this.#lay(read.text, this.#spans);
      else await this.#link(read.text, over);
    } catch (error) {
      if (!over.aborted) this.#fail(EnFaceError.from(error));
    }
    if (this.#reading !== reading) return;
    this.#reading = null;
    if (this.#isDue) {
      this.#isDue = false;
      this.#read(false);
    }
  }

  /** Other elements hold the texts. @param {import('../texts.js').Texts} texts */
  #enter(texts) {
    this.#entered?.abort();
    this.#texts = texts;
    if (!this.#shown || !this.#companion) return;
    const { host, surface } = this.#stage;
    const { bar } = surface;
    this.#entered = new AbortController();
    const signal = either(this.#entered.signal, this.#shown.signal);
    this.#companion.enter(texts);
    listenToPointing(this.#companion, texts.flat(), signal);
    // Where neither text is seen the strip is not in the way.
    /** @type {Set<Element>} */
    const seen = new Set();
    const observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) isIntersecting ? seen.add(target) : seen.delete(target);
      bar.toggleAttribute('data-seen', seen.size > 0);
      takeTurns(bar);
    });
    for (const text of texts.flat()) observer.observe(text);
    // Texts in other colours are lit in other colours.
    host.ownerDocument.defaultView?.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#companion?.light(), { signal });
    const end = () => {
      observer.disconnect();
      bar.removeAttribute('data-seen');
      takeTurns(bar);
    };
    signal.addEventListener('abort', end);
  }

  /** Links what has been read. A text without words, as on a tab behind another, may get some later. @param {PageText} text @param {AbortSignal} signal */
  async #link(text, signal) {
    if (text.sides.some(([start, end]) => start === end)) return;
    const { tell, state } = this.#stage;
    const isFirst = this.#text === null;
    const links = this.#links;
    if (!links) throw new EnFaceError('mode-missing');
    const { alignment, spans, missing } = await links.find(text, signal);
    this.#lay(text, spans, alignment);
    state('ready', true);
    if (isFirst || `${missing}` !== this.#missing) tell('enface-ready', { notices: [], missing });
    this.#missing = `${missing}`;
    this.#show(alignment, links !== this.#core);
    if (links === this.#core) this.#core?.improve();
  }

  /** @param {PageText} text @param {(Span | null)[][]} spans @param {Alignment} [alignment] another than before */
  #lay(text, spans, alignment) {
    this.#text = text;
    this.#spans = spans;
    if (alignment) this.#companion?.unlink();
    const langs = (alignment ?? this.alignment)?.sides.map(({ lang }) => lang) ?? text.langs;
    this.#companion?.lay(new Passages(text, spans, langs));
  }

  /** @param {Alignment} alignment @param {boolean} byMeaning */
  #show(alignment, byMeaning) {
    this.#companion?.link(alignment);
    this.#open();
    this.#stage.state('linked', true);
    this.#stage.state('by-meaning', byMeaning);
  }

  /** @param {EnFaceError} error */
  #fail(error) {
    this.#close();
    const { state } = this.#stage;
    state('error', true);
    state('linked', false);
    state('by-meaning', false);
    this.#report(error);
  }

  /** The page can be read without the links: what is wrong concerns who runs it. @param {EnFaceError} error */
  async #report(error) {
    const { words, signal, tell } = this.#stage;
    await bringWords(words, 'errors').catch(() => {});
    if (signal.aborted) return;
    tell('enface-error', told(error, words));
  }
}

/** @param {import('../texts.js').Texts} texts @param {import('../texts.js').Texts | null} others */
function areSame(texts, others) {
  return texts.every((own, side) => own.length === others?.[side].length && own.every((one, at) => one === others[side][at]));
}
