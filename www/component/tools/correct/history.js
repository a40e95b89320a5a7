// Undo and redo: the states that something has been in, up to a number of them.

/** How many steps can be undone. */
const STEPS = 200;

/** @template T */
export class History {
  /** @type {T[]} */
  #past = [];
  /** @type {T[]} the next one last */
  #future = [];
  #present;

  /** @param {T} present */
  constructor(present) {
    this.#present = present;
  }

  get present() {
    return this.#present;
  }

  get canUndo() {
    return this.#past.length > 0;
  }

  get canRedo() {
    return this.#future.length > 0;
  }

  /** What was undone before can't be done again from here. @param {T} next */
  add(next) {
    this.#past = [...this.#past, this.#present].slice(-STEPS);
    this.#future = [];
    this.#present = next;
  }

  /** @returns {boolean} whether there was anything to undo */
  undo() {
    return this.#step(this.#past, this.#future);
  }

  /** @returns {boolean} whether there was anything to do again */
  redo() {
    return this.#step(this.#future, this.#past);
  }

  /** @param {T[]} from @param {T[]} to */
  #step(from, to) {
    if (!from.length) return false;
    to.push(this.#present);
    this.#present = /** @type {T} */ (from.pop());
    return true;
  }
}
