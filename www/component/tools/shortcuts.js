// The keys that tools listen to while the focus is in the component, and what the list of keys says of them.

/**
 * @typedef {object} Shortcut
 * @property {string} key as `KeyboardEvent.key` has it; a letter in lower case stands for both cases
 * @property {string} label what it does, for the list
 * @property {boolean} [command] with Ctrl, or ⌘ on a Mac; left out, without
 * @property {boolean} [shift] with the shift key; left out, it doesn't matter for signs and must be up for the rest
 * @property {(event: KeyboardEvent) => boolean | void} run false when the key is to mean what it means elsewhere
 */

export class Shortcuts {
  /** @type {Set<Shortcut>} */
  #all = new Set();

  /** @param {Shortcut} shortcut @param {AbortSignal} signal ends the listening */
  add(shortcut, signal) {
    if (signal.aborted) return;
    this.#all.add(shortcut);
    signal.addEventListener('abort', () => this.#all.delete(shortcut), { once: true });
  }

  /** All of them, in the order in which they came. */
  get all() {
    return [...this.#all];
  }

  /** Whether the event meant one of them; the last that came is asked first, as that of a mode. @param {KeyboardEvent} event */
  take(event) {
    if (isTyping(event)) return false;
    const taken = this.all.reverse().some((one) => meant(one, event) && one.run(event) !== false);
    if (taken) event.preventDefault();
    return taken;
  }
}

/** @param {Shortcut} shortcut @param {KeyboardEvent} event */
function meant({ key, command = false, shift }, event) {
  const commanded = event.ctrlKey || event.metaKey;
  if (event.altKey || commanded !== command) return false;
  const same = key.length === 1 ? event.key.toLowerCase() === key : event.key === key;
  const sign = key.length === 1 && key.toLowerCase() === key.toUpperCase();
  return same && (sign && shift === undefined ? true : event.shiftKey === (shift ?? false));
}

/** Letters that go into a field are no commands. @param {KeyboardEvent} event */
function isTyping(event) {
  const [target] = event.composedPath();
  return target instanceof Element && target.matches('input, textarea, select, [contenteditable]') && event.key !== 'Escape';
}
