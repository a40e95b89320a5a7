// Links between two texts that nobody has linked before: from the core at once, better ones from the worker. Loaded only for these.

import { Better } from '../better.js';
import { make } from '../dom.js';
import { release } from '../core.js';
import { engine, isTrap, renew } from '../engine.js';
import { plainLinks, readPage } from '../plain.js';
import { settingsFor } from '../source.js';

/** @typedef {import('../types.js').Alignment} Alignment */
/** @typedef {import('./page-text.js').PageText} PageText */

export class Linking {
  #host;
  #better;

  /**
   * @param {import('../modes/mode.js').Stage} stage
   * @param {(alignment: Alignment, byMeaning: boolean) => void} link shows links that have been found
   */
  constructor({ host, words, signal, tell }, link) {
    this.#host = host;
    // What it says of an encoder is for who runs the site: events tell it, and the page is not disturbed.
    const aside = { hairline: make('div', ''), notice: make('div', '') };
    this.#better = new Better(host, words, aside, link, tell);
    signal.addEventListener('abort', () => this.#better.leave(), { once: true });
  }

  /**
   * The first links of two texts; better ones are ordered with `improve`.
   *
   * @param {PageText} text
   * @param {AbortSignal} signal
   */
  async first(text, signal) {
    const page = this.#page(text);
    for (let again = false; ; again = true) {
      const { core } = await engine();
      signal.throwIfAborted();
      try {
        const reading = await readPage(core, page, signal);
        try {
          const plain = await plainLinks(reading, page, this.#better, signal)();
          signal.throwIfAborted();
          return { ...page, plain };
        } finally {
          release(reading);
        }
      } catch (thrown) {
        if (!isTrap(thrown)) throw thrown;
        renew(core);
        if (again || signal.aborted) throw thrown;
      }
    }
  }

  /** @param {import('../better.js').Page} page with its first links, which are shown */
  improve(page) {
    this.#better.start(page);
  }

  /** Another encoder is asked for. */
  again() {
    this.#better.again();
  }

  forget() {
    this.#better.forget();
  }

  /** @param {PageText} text */
  #page({ text, blocks, langs: [left, right] }) {
    const { leftLang, rightLang, regime } = settingsFor(this.#host, { text });
    const settings = { blocks: Uint32Array.from(blocks), leftLang: leftLang ?? (left || undefined), rightLang: rightLang ?? (right || undefined), regime };
    return { bytes: new TextEncoder().encode(text), settings: /** @type {import('../../pkg/en_face.js').Settings} */ (settings) };
  }
}
