// Links for two texts that nobody has linked before: what of the page the core asks for, and the core itself, which is loaded only
// for these.

import { supplies } from '../supplies.js';
import { hostOf } from './trees.js';

/** @typedef {import('./page-text.js').PageText} PageText */
/** @typedef {import('./finding.js').Span} Span */
/** @typedef {import('./linking.js').Linking} Linking */

/** What the core calls a block. */
const KIND = { paragraph: 0, heading: 1, quote: 2, item: 3, byline: 4 };

export class CoreLinks {
  #stage;
  #show;
  /** @type {Linking | null} */
  #linking = null;
  /** @type {import('../better.js').Page | null} what better links are to be found for */
  #page = null;

  /** @param {import('../modes/mode.js').Stage} stage @param {import('../modes/in-place.js').Show} show */
  constructor(stage, show) {
    this.#stage = stage;
    this.#show = show;
  }

  /** Whether texts are to be linked anew after a change. @param {string} attribute */
  changed(attribute) {
    if (attribute === 'encoder') this.#linking?.again();
    return /lang$|^regime$/.test(attribute);
  }

  forget() {
    this.#page = null;
    this.#linking?.forget();
  }

  /** The first links, and where the sentences are. @param {PageText} text @param {AbortSignal} signal */
  async find(text, signal) {
    const linking = (this.#linking ??= await this.#load());
    signal.throwIfAborted();
    this.forget();
    this.#page = await linking.first(text, signal);
    const alignment = this.#page.plain;
    return { alignment, spans: alignment.sides.map(({ sentences }) => sentences.map(({ start, end }) => /** @type {Span} */ ([start, end]))) };
  }

  /** Better ones, when the first are shown. */
  improve() {
    if (this.#page) this.#linking?.improve(this.#page);
  }

  /** What kind of block a text's element is in. @param {Element} root */
  kindAround(root) {
    return root.closest('blockquote') ? KIND.quote : KIND.paragraph;
  }

  /** What kind of block an element makes of what is in it; nothing where it is as around it. @param {Element} element */
  kindOf(element) {
    if (element.matches('h1, h2, h3, h4, h5, h6, [role="heading"]')) return KIND.heading;
    if (element.matches('li, dt, dd')) return KIND.item;
    if (element.matches('blockquote')) return KIND.quote;
    return element.matches('address, [itemprop~="author"], [rel~="author"], .byline') ? KIND.byline : undefined;
  }

  /** A text's language; nothing where the page says the same of both. @param {Element} root @param {Element} other */
  langOf(root, other) {
    const teller = tellerOf(root);
    return teller && teller !== tellerOf(other) ? (teller.getAttribute('lang') ?? '') : '';
  }

  async #load() {
    const { Linking } = await /** @type {NonNullable<typeof supplies.linking>} */ (supplies.linking)();
    return new Linking(this.#stage, this.#show);
  }
}

/** Who tells an element's language, also from around its shadow tree. @param {Element} element @returns {Element | null} */
function tellerOf(element) {
  const teller = element.closest('[lang]');
  const host = hostOf(element.getRootNode());
  return teller ?? (host && tellerOf(host));
}
