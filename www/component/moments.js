// The moments of a page's life, and who listens to them.

/**
 * What happens to a page: what a reader sees first of its text is rendered, all of its text is rendered; it has links, or
 * others; another sentence is lit or pinned; its sentences lie elsewhere; it is dropped.
 *
 * @typedef {'begun' | 'ready' | 'linked' | 'lit' | 'laid' | 'gone'} Moment
 */

export class Moments {
  /** @type {Map<Moment, Set<() => void>>} */
  #listeners = new Map();
  #holds;

  /** @param {(moment: Moment) => boolean} holds whether a moment has come before and still holds */
  constructor(holds) {
    this.#holds = holds;
  }

  /** @param {Moment} moment @param {() => void} listener @param {AbortSignal} signal ends the listening */
  on(moment, listener, signal) {
    if (signal.aborted) return;
    const listeners = this.#listeners.get(moment) ?? new Set();
    this.#listeners.set(moment, listeners.add(listener));
    signal.addEventListener('abort', () => listeners.delete(listener), { once: true });
    if (this.#holds(moment)) guarded(listener);
  }

  /** @param {Moment} moment */
  emit(moment) {
    for (const listener of [...(this.#listeners.get(moment) ?? [])]) guarded(listener);
  }
}

/** A tool that fails takes nothing else with it. @param {() => void} listener */
export function guarded(listener) {
  try {
    listener();
  } catch (error) {
    reportError(error);
  }
}
