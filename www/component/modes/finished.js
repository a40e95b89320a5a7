// The finished mode: shows an alignment that was made before, be that a publisher's or a reader's own.

import { release } from '../core.js';
import { engine, isTrap, renew } from '../engine.js';
import { EnFaceError } from '../errors.js';
import { finishedAlignment } from '../given.js';
import { wear } from '../letters.js';
import { reason } from '../refused.js';
import { readAll, Rendering } from '../rendering.js';
import { styleSheet } from '../style.js';
import { bringTools } from '../tool-box.js';
import { setDesk } from './page-desk.js';

/** @typedef {import('./mode.js').Asked} Asked */
/** @typedef {import('./mode.js').Mode} Mode */
/** @typedef {import('./mode.js').Stage} Stage */

/** @param {Stage} stage @returns {Mode} */
export const open = (stage) => new Finished(stage);

/** @implements {Mode} */
class Finished {
  #stage;
  #desk;

  /** @param {Stage} stage */
  constructor(stage) {
    this.#stage = stage;
    const { desk, moved } = setDesk(stage);
    this.#desk = desk;
    this.moved = moved;
    bringTools(desk, stage.signal);
  }

  get alignment() {
    return this.#desk.alignment;
  }

  get corrections() {
    return this.#desk.corrections;
  }

  set corrections(saved) {
    this.#desk.corrections = saved;
  }

  /** @param {string} attribute */
  changed(attribute) {
    if (attribute === 'layout') this.#desk.layout.choose(null);
  }

  forget() {
    this.#desk.forget();
  }

  /** @param {Asked} asked @param {AbortSignal} signal @param {Promise<void>} spoken */
  async show({ links }, signal, spoken) {
    if (!links) return;
    const { host, surface, words, wear: adopt } = this.#stage;
    const style = styleSheet(host.ownerDocument).catch(async (cause) => {
      throw new EnFaceError(await reason('engine-missing'), cause);
    });
    const [alignment, { core }, sheet] = await Promise.all([finishedAlignment(links, host.baseURI, signal), engine(), style, spoken]);
    signal.throwIfAborted();
    adopt(sheet);
    wear(surface.frame);
    this.#desk.layout.settle();
    try {
      const text = new core.Finished(alignment);
      await readAll(text, signal);
      const rendering = new Rendering(text, surface.page, words);
      this.#desk.begin();
      await rendering.finish(signal);
      release(text);
    } catch (thrown) {
      if (isTrap(thrown)) renew(core);
      throw EnFaceError.from(thrown);
    }
    this.#desk.ready([]);
    await this.#desk.link(alignment);
  }
}
