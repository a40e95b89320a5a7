// A few words that describe sentences to assistive technology, beside what describes them already.

import { make } from '../../dom.js';

export class Notes {
  #note;
  /** @type {HTMLElement[]} */
  #noted = [];

  /** @param {import('../../desk.js').Desk} desk @param {string} name @param {string} text */
  constructor({ surface, words }, name, text) {
    this.#note = make('span', 'note', { id: `is-${name}`, lang: words.lang, hidden: '' }, text);
    surface.frame.append(this.#note);
  }

  /** Describes these sentences and no others; to be called again after the links have changed. @param {HTMLElement[]} elements */
  put(elements) {
    for (const element of this.#noted) describe(element, described(element).filter((id) => id !== this.#note.id));
    for (const element of elements) describe(element, [...described(element), this.#note.id]);
    this.#noted = elements;
  }

  remove() {
    this.put([]);
    this.#note.remove();
  }
}

/** @param {HTMLElement} element @returns {string[]} */
function described(element) {
  return (element.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);
}

/** @param {HTMLElement} element @param {string[]} ids */
function describe(element, ids) {
  if (ids.length) element.setAttribute('aria-describedby', ids.join(' '));
  else element.removeAttribute('aria-describedby');
}
