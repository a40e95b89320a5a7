// What an element's attributes say, the properties that stand for them, and properties that were set before it was defined.

/** What attributes may say that take certain words only. @type {Record<string, readonly string[]>} */
export const KNOWN = {
  format: ['text', 'markdown'],
  controls: ['none', 'full'],
  'deep-links': ['on'],
  layout: ['columns', 'interleaved', 'stacked', 'first', 'second', 'auto'],
  loading: ['eager', 'lazy'],
  regime: ['auto', 'summary', 'parallel'],
};

/**
 * What an attribute says. As for attributes of HTML, a word counts in any case of its letters, and one that is not known as if
 * nothing had been said.
 *
 * @param {Element} element
 * @param {string} name
 */
export function said(element, name) {
  const value = element.getAttribute(name) ?? '';
  if (!Object.hasOwn(KNOWN, name)) return value;
  return KNOWN[name].find((word) => word === value.toLowerCase()) ?? '';
}

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
        return said(this, name);
      },
      /** @this {HTMLElement} @param {any} value */
      set(value) {
        if (value === null || value === undefined || value === '') this.removeAttribute(name);
        else this.setAttribute(name, value);
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
