// Lights sentences up through the browser's registry of highlights, which all components of a page share: nothing is added to the
// page's own elements.

import { newSheet } from '../style.js';
import { FILLS, isOnDark, LINES, OTHER, PREFIX, rules } from './looks.js';

/** @typedef {import('./looks.js').Name} Name */
/** @typedef {Document | ShadowRoot} Tree */

/** The rules that count in each tree: of the component that lit something there last. @type {WeakMap<Tree, string>} */
const latest = new WeakMap();
/** The names in the registry, from the lowest to the highest. */
const ORDER = ['', OTHER].flatMap((end) => [...FILLS, ...LINES].map(([name]) => PREFIX + name + end));
/** Who has something in a window's registry. @type {WeakMap<HighlightRegistry, Set<object>>} */
const users = new WeakMap();

/**
 * What lights sentences up: in two texts, each name's ranges in place of those before, in colours that suit the letters.
 *
 * @typedef {object} Painter
 * @property {(texts: Element[]) => void} enter
 * @property {(lit: Map<Name, Range[]>) => void} show
 * @property {() => void} [refresh] something has scrolled, or is laid out in another way
 * @property {() => void} leave
 */

/** @implements {Painter} */
export class Registry {
  #host;
  #registry;
  #users;
  /** @type {Set<Tree>} that have adopted the sheet */
  #trees = new Set();
  #sheet;
  #rules = '';
  /** @type {Element[]} */
  #texts = [];
  /** Whether the first text is on a dark ground. */
  #isDark = false;
  /** @type {[Highlight, Range][]} what this component has in the registry */
  #own = [];

  /** The registry of an element's window, if that has one. @param {Element} host @returns {HighlightRegistry | null} */
  static of({ ownerDocument: { defaultView } }) {
    const { CSS, Highlight } = /** @type {typeof globalThis} */ (/** @type {unknown} */ (defaultView ?? globalThis));
    return (typeof Highlight === 'function' && CSS.highlights) || null;
  }

  /** @param {Element} host @param {HighlightRegistry} registry its window's */
  constructor(host, registry) {
    this.#host = host;
    this.#registry = registry;
    this.#users = users.get(registry) ?? new Set();
    users.set(registry, this.#users);
    this.#sheet = newSheet(host.ownerDocument);
  }

  /** Has the trees that the texts stand in adopt the rules. @param {Element[]} texts */
  enter(texts) {
    this.#texts = texts;
    // First, for it looks at the page: a sheet with a layer that changes or goes between two looks makes Chromium lay all of it out anew.
    this.#fill();
    this.leave();
    this.#users.add(this);
    // What is registered later lies above; WebKitGTK 2.50 crashes when priorities say so.
    for (const name of ORDER) if (!this.#registry.has(name)) this.#registry.set(name, new Highlight());
    for (const text of texts) this.#adopt(text);
  }

  /** @param {Map<Name, Range[]>} lit */
  show(lit) {
    if (lit.size) {
      // The colours may have changed since, as with the time of day; and other components in the texts have trees of their own.
      this.#fill();
      for (const node of [...this.#trees, ...[...lit.values()].flatMap((ranges) => ranges.map(({ startContainer }) => startContainer))]) this.#adopt(node);
    }
    this.#clear();
    for (const [name, ranges] of lit) {
      for (const range of ranges) {
        this.#add(name, range);
        const { parentElement } = range.startContainer;
        if (parentElement && isOnDark(parentElement, this.#texts) !== this.#isDark) this.#add(name + OTHER, range);
      }
    }
  }

  /** Takes everything back, and from the registry what nobody uses any more. */
  leave() {
    this.#clear();
    this.#users.delete(this);
    if (!this.#users.size) for (const name of ORDER) this.#registry.delete(name);
    for (const tree of this.#trees) {
      tree.adoptedStyleSheets = tree.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
      latest.delete(tree);
    }
    this.#trees.clear();
  }

  /** @param {string} name @param {Range} range */
  #add(name, range) {
    const highlight = this.#registry.get(PREFIX + name);
    if (!highlight) return;
    highlight.add(range);
    this.#own.push([highlight, range]);
  }

  #fill() {
    this.#isDark = isOnDark(this.#texts[0], this.#texts);
    const wanted = rules(this.#host, this.#isDark);
    if (wanted !== this.#rules) this.#sheet.replaceSync(wanted);
    this.#rules = wanted;
  }

  /** Its own sheet in each tree, as another component's with the same colours may go before it; last where others count. @param {Node} node in the tree */
  #adopt(node) {
    const tree = /** @type {Tree} */ (node.getRootNode());
    // The page may have taken the node out since.
    if (!tree.adoptedStyleSheets || (this.#trees.has(tree) && latest.get(tree) === this.#rules)) return;
    this.#trees.add(tree);
    latest.set(tree, this.#rules);
    tree.adoptedStyleSheets = [...tree.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet), this.#sheet];
  }

  #clear() {
    for (const [highlight, range] of this.#own) highlight.delete(range);
    this.#own = [];
  }
}
