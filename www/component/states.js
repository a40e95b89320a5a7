// An element's states, for `:state()` in a page's style sheet; a browser that has none does without.

export class States {
  /** @type {Set<string> | undefined} */
  #states;

  /** @param {HTMLElement} host */
  constructor(host) {
    this.#states = /** @type {Set<string> | undefined} */ (/** @type {unknown} */ (host.attachInternals?.().states));
  }

  /** @param {string} name @param {boolean} on */
  set(name, on) {
    try {
      if (on) this.#states?.add(name);
      else this.#states?.delete(name);
    } catch {
      // Chromium before 125 only took names with two dashes.
      this.#states = undefined;
    }
  }

  /** @param {(string | null | undefined)[]} names */
  only(names) {
    this.#states?.clear();
    for (const name of names) if (name) this.set(name, true);
  }
}
