// What the element shows of itself in every mode: its states, the stage that the frame is in, the place that it keeps, and what it wears.

/** @typedef {import('./modes/mode.js').Kind} Kind */
/** @typedef {import('./modes/mode.js').State} State */

/** The states of which there is one at a time, which the frame has in `data-state`, for the style sheet. @type {State[]} */
const STAGES = ['loading', 'ready', 'empty', 'error'];

/** How high the frame is while nothing is shown: what comes later then moves less of the page around. */
const PLACE = 'min(100vh, 40rem)';

export class Appearance {
  /** For `:state()` in a page's style sheet; a browser that has none does without. @type {Set<string> | undefined} */
  #states;
  #root;
  #parts;

  /** @param {HTMLElement} host @param {ShadowRoot} root @param {import('./surface.js').Parts} parts */
  constructor(host, root, parts) {
    this.#states = /** @type {Set<string> | undefined} */ (/** @type {unknown} */ (host.attachInternals?.().states));
    this.#root = root;
    this.#parts = parts;
  }

  /** Begins with another state, or none while nothing has begun. @param {State | null} state @param {Kind} [kind] */
  begin(state, kind) {
    this.#states?.clear();
    this.#enter('');
    for (const name of [state, kind]) if (name) this.set(name, true);
  }

  /** @param {State} name @param {boolean} on */
  set(name, on) {
    if (on && STAGES.includes(name)) {
      for (const other of STAGES) this.#states?.delete(other);
      this.#enter(name);
    }
    try {
      this.#states?.[on ? 'add' : 'delete'](name);
    } catch {
      // Chromium before 125 only took names with two dashes.
      this.#states = undefined;
    }
  }

  /** @param {string} stage */
  #enter(stage) {
    const { frame, status } = this.#parts;
    frame.dataset.state = stage;
    // In place nothing has a place in the page.
    frame.style.minBlockSize = !frame.popover && /^(loading)?$/.test(stage) ? PLACE : '';
    status.replaceChildren();
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
