// The finished mode: shows an alignment that was made before, be that a publisher's or a reader's own, and asks no core about it.

import { finishedAlignment } from '../given.js';
import { wear } from '../letters.js';
import { Rendering } from '../rendering.js';
import { styleSheet } from '../style.js';
import { View } from '../view.js';
import { setDesk } from './page-desk.js';

/** @typedef {import('./mode.js').Asked} Asked */
/** @typedef {import('./mode.js').Mode} Mode */
/** @typedef {import('./mode.js').Stage} Stage */

/**
 * @param {Stage} stage
 * @param {(desk: import('../desk.js').Desk) => {offer: () => void}} [buttonFor] what brings the tools, if there are any
 * @returns {Mode}
 */
export const open = (stage, buttonFor) => new Finished(stage, buttonFor);

/** @implements {Mode} */
class Finished {
  #stage;
  #desk;
  #button;

  /** @param {Stage} stage @param {(desk: import('../desk.js').Desk) => {offer: () => void}} [buttonFor] */
  constructor(stage, buttonFor) {
    this.#stage = stage;
    const { desk, moved } = setDesk(stage);
    this.#desk = desk;
    this.moved = moved;
    this.#button = buttonFor?.(desk);
  }

  get alignment() {
    return this.#desk.alignment;
  }

  get corrections() {
    return this.#desk.corrections;
  }

  set corrections(saved) {
    this.#desk.corrections = saved;
    this.#button?.offer();
  }

  /** @param {string} attribute */
  changed(attribute) {
    if (attribute === 'layout') this.#desk.layout.choose(null);
    this.#button?.offer();
  }

  forget() {
    this.#desk.forget();
  }

  /** @param {Asked} asked @param {AbortSignal} signal @param {Promise<void>} spoken */
  async show({ links }, signal, spoken) {
    if (!links) return;
    const { host, surface, words, wear: adopt } = this.#stage;
    const [alignment, sheet] = await Promise.all([finishedAlignment(links, host.baseURI, signal), styleSheet('en-face', host.ownerDocument), spoken]);
    signal.throwIfAborted();
    adopt(sheet);
    wear(surface.frame);
    this.#desk.layout.settle();
    const rendering = new Rendering(new View(alignment), surface.page, words);
    this.#desk.begin();
    await rendering.finish(signal);
    this.#desk.ready([]);
    await this.#desk.link(alignment);
  }
}
