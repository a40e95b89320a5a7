// The finished mode with the button that brings the tools, and in the layout and the letters that were chosen with them.

import { PreferredLayout } from '../preferred-layout.js';
import { ToolButton } from '../tool-button.js';
import { Finished } from './finished.js';

/** @typedef {import('./mode.js').Stage} Stage */
/** @typedef {import('../types.js').Saved} Saved */

/** @param {Stage} stage @returns {import('./mode.js').Mode} */
export const open = (stage) => new FinishedWithTools(stage);

class FinishedWithTools extends Finished {
  #button;

  /** @param {Stage} stage */
  constructor(stage) {
    super(stage, PreferredLayout);
    this.#button = new ToolButton(stage, this);
    /** @type {Saved | null} */
    let given = null;
    const set = (/** @type {typeof given} */ saved) => {
      given = saved;
      // The tools are asked for, then.
      this.#button.offer();
    };
    Object.defineProperty(this, 'corrections', { configurable: true, get: () => given, set });
  }

  /** @param {string} attribute */
  changed(attribute) {
    super.changed(attribute);
    this.#button.offer();
  }
}
