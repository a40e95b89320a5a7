// An element's properties: those that stand for its attributes, and those that were set before it was defined.

/**
 * Gives elements a property for each attribute, of the same name in camel case.
 *
 * @param {HTMLElement} prototype
 * @param {string[]} attributes
 */
export function reflect(prototype, attributes) {
  for (const name of attributes) {
    Object.defineProperty(prototype, camel(name), {
      configurable: true,
      enumerable: true,
      /** @this {HTMLElement} */
      get() {
        return this.getAttribute(name) ?? '';
      },
      /** @this {HTMLElement} @param {unknown} value */
      set(value) {
        if (value === null || value === undefined || value === '') this.removeAttribute(name);
        else this.setAttribute(name, String(value));
      },
    });
  }
}

/**
 * A property that was set before the element was defined hides the accessor: sets it again.
 *
 * @param {HTMLElement} element
 * @param {string[]} properties
 */
export function upgrade(element, properties) {
  const own = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (element));
  for (const name of properties) {
    if (!Object.hasOwn(own, name)) continue;
    const value = own[name];
    delete own[name];
    own[name] = value;
  }
}

/** @param {string} name */
export function camel(name) {
  return name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
}
