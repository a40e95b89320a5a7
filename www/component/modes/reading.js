// The reading mode: has a page read, rendered and linked by the core, and puts it on the desk with the reader's tools.

import { Better } from '../better.js';
import { release } from '../core.js';
import { Desk } from '../desk.js';
import { engine, isTrap, renew } from '../engine.js';
import { EnFaceError } from '../errors.js';
import { plainLinks, readPage } from '../plain.js';
import { PreferredLayout } from '../preferred-layout.js';
import { render } from '../rendering.js';
import { painted } from '../slices.js';
import { pageBytes, settingsFor } from '../source.js';
import { styleSheet } from '../style.js';
import { bringTools } from '../tool-box.js';
import { bringWords } from '../words.js';

/** @typedef {import('./mode.js').Asked} Asked */
/** @typedef {import('./mode.js').Mode} Mode */
/** @typedef {import('./mode.js').Stage} Stage */
/** @typedef {import('./mode.js').PageSource} PageSource */

/** The attributes that change nothing about the text or its links. */
const LOOKS = ['controls', 'deep-links', 'layout'];

/** In place the same is needed for links. */
export { Linking } from '../in-place/linking.js';

/** @param {Stage} stage @returns {Mode} */
export const open = (stage) => new Reading(stage);

/** @implements {Mode} */
class Reading extends Desk {
  #better;

  /** @param {Stage} stage */
  constructor(stage) {
    super(stage, PreferredLayout);
    const { host, surface, words, signal, tell } = stage;
    this.#better = new Better(host, words, surface, (links, byMeaning) => this.link(links, byMeaning), tell);
    bringTools(this, signal);
    // What can't be said when the connection is gone is brought while it is there.
    bringWords(words, 'errors').catch(() => {});
    signal.addEventListener('abort', () => this.#better.leave(), { once: true });
  }

  /** @param {string} attribute */
  changed(attribute) {
    super.changed(attribute);
    // The text stays; while it still loads there is nothing to begin anew.
    if (attribute === 'encoder') this.#better.again();
    else if (!LOOKS.includes(attribute)) this.again();
  }

  forget() {
    this.#better.forget();
    super.forget();
  }

  /** @param {Asked} asked @param {AbortSignal} signal @param {Promise<void>} spoken */
  async show({ page }, signal, spoken) {
    if (page) await this.#load(page, signal, spoken, false);
  }

  /** @param {PageSource} source @param {AbortSignal} signal @param {Promise<void>} spoken @param {boolean} again whether the core has trapped on this page already */
  async #load(source, signal, spoken, again) {
    const { host } = this;
    /** @type {typeof import('../../pkg/en_face.js') | undefined} */
    let core;
    try {
      const text = pageBytes(source, host.baseURI, signal);
      const sheets = Promise.all(['en-face', 'reading'].map((name) => styleSheet(name, host.ownerDocument)));
      const [bytes, loaded, styles] = await Promise.all([text, engine(), sheets, spoken]);
      signal.throwIfAborted();
      ({ core } = loaded);
      styles.forEach(this.wear);
      this.layout.settle();
      const page = { bytes, settings: settingsFor(host, source) };
      await this.#show(await readPage(core, page, signal), page, signal);
    } catch (thrown) {
      const error = EnFaceError.from(thrown);
      if (!core || !isTrap(thrown)) throw error;
      // Everybody else on the page needs a new core too, whoever is still interested in this one's text.
      renew(core);
      if (again || signal.aborted) throw error;
      this.forget();
      this.state('loading', true);
      await this.#load(source, signal, spoken, true);
    }
  }

  /** @param {import('../../pkg/en_face.js').Reading} reading @param {import('../plain.js').Page} page @param {AbortSignal} signal */
  async #show(reading, page, signal) {
    try {
      const finish = render(reading, this.surface.page, this.words);
      this.begin();
      const links = plainLinks(reading, page, this.#better, signal);
      await finish(signal);
      this.ready(reading.notices());
      await painted();
      signal.throwIfAborted();
      const plain = await links();
      signal.throwIfAborted();
      await this.link(plain, false);
      signal.throwIfAborted();
      this.#better.start({ ...page, plain });
    } finally {
      release(reading);
    }
  }
}
