// What the element shows of itself in every mode: its states, the stage that the frame is in, the place that it keeps, and what it wears.

import { States } from './states.js';

/** @typedef {import('./modes/mode.js').Kind} Kind */
/** @typedef {import('./modes/mode.js').State} State */

/** The states that the frame has in `data-state`, for the style sheet. @type {State[]} */
const STAGES = ['loading', 'ready', 'empty', 'error'];

/** How high the frame is while nothing is shown: what comes later then moves less of the page around. */
const PLACE = 'min(100vh, 40rem)';

export class Appearance {
  #states;
  #root;
  #parts;

  /** @param {HTMLElement} host @param {ShadowRoot} root @param {import('./surface.js').Parts} parts */
  constructor(host, root, parts) {
    this.#states = new States(host);
    this.#root = root;
    this.#parts = parts;
  }

  /** Begins with another state, or none while nothing has begun. @param {State | null} state @param {Kind} [kind] */
  begin(state, kind) {
    const { frame, status } = this.#parts;
    this.#states.only([state, kind]);
    frame.dataset.state = state ?? '';
    status.replaceChildren();
  }

  /** @param {State} name @param {boolean} on */
  set(name, on) {
    const { frame, status } = this.#parts;
    this.#states.set(name, on);
    if (!on || !STAGES.includes(name)) return;
    for (const other of STAGES) if (other !== name) this.#states.set(other, false);
    frame.dataset.state = name;
    if (name !== 'ready') return;
    status.replaceChildren();
    this.keep(false);
  }

  /** Keeps a place for what is to come, or not any more. @param {boolean} on */
  keep(on) {
    this.#parts.frame.style.minBlockSize = on ? PLACE : '';
  }

  /** The sheets that are there stay: what comes later counts more. @param {CSSStyleSheet} sheet */
  wear(sheet) {
    const { adoptedStyleSheets } = this.#root;
    if (!adoptedStyleSheets.includes(sheet)) this.#root.adoptedStyleSheets = [...adoptedStyleSheets, sheet];
  }

  /** Takes off what a mode has put on: another one has other sheets for the same parts. */
  strip() {
    const { frame, bar } = this.#parts;
    this.#root.adoptedStyleSheets = [];
    for (const name of ['style', 'data-layout', 'data-hides', 'data-swapped']) frame.removeAttribute(name);
    bar.removeAttribute('data-away');
  }
}
