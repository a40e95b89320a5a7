// Lights sentences up through the browser's registry of highlights, which all components of a page share: nothing is added to the
// page's own elements.

import { newSheet } from '../style.js';
import { FILLS, LINES, palette, PREFIX, rules } from './looks.js';

/** @typedef {import('./looks.js').Name} Name */
/** @typedef {Document | ShadowRoot} Tree */

/** The rules that count in each tree: of the component that lit something there last. @type {WeakMap<Tree, string>} */
const latest = new WeakMap();
/** The names in the registry, from the lowest to the highest. */
const ORDER = [...FILLS, ...LINES].map(([name]) => PREFIX + name);
/** Who has something in the registry. @type {Set<object>} */
const users = new Set();

/**
 * What lights sentences up: in two texts, each name's ranges in place of those before, in colours that suit a text.
 *
 * @typedef {object} Painter
 * @property {(texts: Element[]) => void} enter
 * @property {(lit: Map<Name, Range[]>, text: Element) => void} show
 * @property {() => void} [refresh] something has scrolled, or is laid out in another way
 * @property {() => void} leave
 */

/** @implements {Painter} */
export class Registry {
  #host;
  /** @type {Tree[]} */
  #trees = [];
  #sheet;
  #rules = '';
  /** @type {[Highlight, Range][]} what this component has in the registry */
  #own = [];

  /** Whether the browser has such a registry. */
  static get isThere() {
    return typeof Highlight === 'function' && Boolean(CSS.highlights);
  }

  /** @param {Element} host */
  constructor(host) {
    this.#host = host;
    this.#sheet = newSheet(host.ownerDocument);
  }

  /** Has the trees that the texts stand in adopt the rules. @param {Element[]} texts */
  enter(texts) {
    this.leave();
    users.add(this);
    // What is registered later lies above; WebKitGTK 2.50 crashes when priorities say so.
    for (const name of ORDER) if (!CSS.highlights.has(name)) CSS.highlights.set(name, new Highlight());
    this.#trees = [...new Set(texts.map((text) => /** @type {Tree} */ (text.getRootNode())))];
    // Its own in each: another component's, with the same colours, may go before it.
    for (const tree of this.#trees) tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, this.#sheet];
    this.#dress(texts[0]);
  }

  /** @param {Map<Name, Range[]>} lit @param {Element} text */
  show(lit, text) {
    if (lit.size) this.#dress(text);
    this.#clear();
    for (const [name, ranges] of lit) {
      const highlight = CSS.highlights.get(PREFIX + name);
      for (const range of highlight ? ranges : []) {
        highlight?.add(range);
        this.#own.push([/** @type {Highlight} */ (highlight), range]);
      }
    }
  }

  /** Takes everything back, and from the registry what nobody uses any more. */
  leave() {
    this.#clear();
    users.delete(this);
    if (!users.size) for (const name of ORDER) CSS.highlights.delete(name);
    for (const tree of this.#trees) {
      tree.adoptedStyleSheets = tree.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
      latest.delete(tree);
    }
    this.#trees = [];
    this.#rules = '';
  }

  #clear() {
    for (const [highlight, range] of this.#own) highlight.delete(range);
    this.#own = [];
  }

  /** The colours may have changed since, as with the time of day; or another component has brought its own. @param {Element} text */
  #dress(text) {
    const wanted = rules(palette(this.#host, text));
    if (wanted !== this.#rules) this.#sheet.replaceSync(wanted);
    this.#rules = wanted;
    for (const tree of this.#trees) {
      if (latest.get(tree) === wanted) continue;
      latest.set(tree, wanted);
      tree.adoptedStyleSheets = [...tree.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet), this.#sheet];
    }
  }
}
