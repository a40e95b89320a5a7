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
    this.#button = new ToolButton(stage, this.desk);
  }

  /** @returns {Saved | null} */
  get corrections() {
    return super.corrections;
  }

  set corrections(saved) {
    super.corrections = saved;
    this.#button.offer();
  }

  /** @param {string} attribute */
  changed(attribute) {
    super.changed(attribute);
    this.#button.offer();
  }
}
