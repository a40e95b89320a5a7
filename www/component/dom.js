// Making elements.

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, any>} [attributes] their values, as text
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function node(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const name in attributes) element.setAttribute(name, attributes[name]);
  element.append(...children);
  return element;
}

/**
 * One with a class, and perhaps a text.
 *
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {string} name the class
 * @param {Record<string, string>} [attributes]
 * @param {string} [text]
 */
export const make = (tag, name, attributes, text) => node(tag, { class: name, ...attributes }, ...(text ? [text] : []));

/**
 * A part, whose class has the part's name.
 *
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {string} name
 * @param {Record<string, string | number>} [attributes]
 * @param {...(Node | string)} children
 */
export const part = (tag, name, attributes, ...children) => node(tag, { class: name, part: name, ...attributes }, ...children);
