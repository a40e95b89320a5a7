// The better links of one element: asks for them, shows how far they are, and says why there are none.

import { enter, leave, orderLinks } from './orders.js';
import { chooseEncoder } from './encoder-choice.js';
import { EnFaceError } from './errors.js';
import { Hairline } from './progress.js';
import { explain, told } from './status.js';
import { bringWords } from './words.js';

/** @typedef {import('./types.js').Alignment} Alignment */
/** @typedef {{bytes: Uint8Array, settings: import('../pkg/en_face.js').Settings, plain: Alignment}} Page what was read, and its links without an encoder */

export class Better {
  #element;
  #words;
  #notice;
  #hairline;
  #link;
  #tell;
  /** @type {Page | null} */
  #page = null;
  /** Whether the links that are shown are better than the page's plain ones. */
  #shown = false;
  /** @type {AbortController | null} ends what is under way */
  #over = null;

  /**
   * @param {HTMLElement} element
   * @param {import('./words.js').Words} words
   * @param {{hairline: HTMLElement, notice: HTMLElement}} places
   * @param {(alignment: Alignment, byMeaning: boolean) => void} link shows links, and knows whether an encoder made them
   * @param {(type: string, detail: unknown) => void} tell
   */
  constructor(element, words, { hairline, notice }, link, tell) {
    this.#element = element;
    this.#words = words;
    this.#notice = notice;
    this.#hairline = new Hairline(hairline, words);
    this.#link = link;
    this.#tell = tell;
  }

  /** @param {Page} page whose plain links are shown */
  start(page) {
    this.forget();
    this.#page = page;
    this.again();
  }

  /** Begins anew: another encoder is asked for, or the reader wants to try again. @param {boolean} [anew] past all caches */
  async again(anew = false) {
    this.#stop();
    const page = this.#page;
    if (!page) return;
    const { signal } = (this.#over = new AbortController());
    let mayBeMissing = false;
    try {
      const { sides } = page.plain;
      const languages = sides.map(({ lang }) => lang);
      const { encoder } = /** @type {typeof import('./element.js').EnFace} */ (this.#element.constructor);
      const choice = chooseEncoder(this.#element.getAttribute('encoder'), this.#element.baseURI, languages, encoder);
      if (!choice || sides.some(({ sentences }) => !sentences.length)) {
        this.#plain(page);
        return;
      }
      // A site that was built without an encoder does without: that is nothing to trouble readers with.
      mayBeMissing = choice.shipped && !choice.sha256;
      enter(this);
      this.#hairline.begin();
      const { bytes, settings } = page;
      const alignment = await orderLinks({ bytes, settings, choice, anew }, (progress) => this.#progress(progress), signal);
      if (signal.aborted) return;
      this.#hairline.end();
      if (!alignment) return this.#plain(page);
      this.#shown = true;
      this.#link(alignment, true);
    } catch (thrown) {
      if (signal.aborted) return;
      this.#hairline.end();
      this.#plain(page);
      await bringWords(this.#words, 'errors').catch(() => {});
      if (signal.aborted) return;
      const error = EnFaceError.from(thrown);
      const quiet = mayBeMissing && error.code === 'encoder-missing';
      const said = quiet ? told(error, this.#words) : explain(this.#notice, error, this.#words, () => this.again(true));
      this.#tell('enface-error', said);
    }
  }

  /** Lets go of the page. */
  forget() {
    this.#stop();
    this.#page = null;
    this.#shown = false;
  }

  /** The element has gone away. */
  leave() {
    this.forget();
    leave(this);
  }

  /** Shows the links that need no encoder, where another encoder's are shown. @param {Page} page */
  #plain(page) {
    if (this.#shown) this.#link(page.plain, false);
    this.#shown = false;
  }

  #stop() {
    this.#over?.abort();
    this.#over = null;
    this.#hairline.end();
    this.#notice.replaceChildren();
  }

  /** @param {import('./types.js').Progress} progress */
  #progress(progress) {
    this.#hairline.show(progress);
    this.#tell('enface-progress', progress);
  }
}
