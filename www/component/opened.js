// The mode that is open: one at a time, brought when it is asked for; and the corrections that wait for one.

import { EnFaceError } from './errors.js';
import { missing, supplies } from './supplies.js';

/** @typedef {import('./types.js').Saved} Saved */
/** @typedef {import('./modes/mode.js').Kind} Kind */
/** @typedef {import('./modes/mode.js').Mode} Mode */
/** @typedef {import('./modes/mode.js').Stage} Stage */

export class Opened {
  /** @type {Mode | null} */
  mode = null;
  /** @type {Kind | undefined} */
  kind;
  #stage;
  #end = new AbortController();
  /** @type {Saved | null} corrections that came before a mode, or that one had which is closed */
  #saved = null;

  /** @param {Omit<Stage, 'signal'>} stage what every mode is lent */
  constructor(stage) {
    this.#stage = stage;
  }

  get corrections() {
    return this.mode ? this.mode.corrections : this.#saved;
  }

  set corrections(saved) {
    if (this.mode) this.mode.corrections = saved;
    else this.#saved = saved;
  }

  /**
   * The mode of a kind: the one that is open, or a new one.
   *
   * @param {Kind} kind
   * @param {AbortSignal} signal of the load; there is no mode when it has ended
   */
  async bring(kind, signal) {
    if (this.mode) return this.mode;
    const load = supplies.modes[kind];
    if (!load) throw new EnFaceError('mode-missing');
    const { open } = await load().catch(missing);
    if (signal.aborted) return null;
    const { signal: until } = (this.#end = new AbortController());
    const { wear } = this.#stage;
    // A sheet may come when the mode is closed.
    const mode = open({ ...this.#stage, signal: until, wear: (sheet) => until.aborted || wear(sheet) });
    this.kind = kind;
    this.mode = mode;
    if (this.#saved) mode.corrections = this.#saved;
    this.#saved = null;
    return mode;
  }

  close() {
    this.mode?.forget();
    // What no tool has taken and kept yet is for the next one.
    this.#saved = this.corrections;
    this.#end.abort();
    this.mode = null;
    this.kind = undefined;
  }
}
