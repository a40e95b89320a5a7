// The finished mode: shows an alignment that was made before, be that a publisher's or a reader's own, and asks no core about it.

import { Desk } from '../desk.js';
import { finishedAlignment } from '../given.js';
import { Layout } from '../layout.js';
import { render } from '../rendering.js';
import { styleSheet } from '../style.js';
import { view } from '../view.js';

/** @typedef {import('./mode.js').Asked} Asked */
/** @typedef {import('./mode.js').Mode} Mode */
/** @typedef {import('./mode.js').Stage} Stage */

/** @param {Stage} stage @returns {Mode} */
export const open = (stage) => new Finished(stage, Layout);

/** @implements {Mode} */
export class Finished extends Desk {
  /** @param {Asked} asked @param {AbortSignal} signal @param {Promise<void>} spoken */
  async show({ links }, signal, spoken) {
    if (!links) return;
    const { host } = this;
    const [alignment, sheet] = await Promise.all([finishedAlignment(links, host.baseURI, signal), styleSheet('en-face', host.ownerDocument), spoken]);
    signal.throwIfAborted();
    this.wear(sheet);
    this.layout.settle();
    const finish = render(view(alignment), this.surface.page, this.words);
    this.begin();
    await finish(signal);
    this.ready([]);
    await this.link(alignment);
  }
}
