// Reads the two texts out of the page as a reader sees them: their words, and which block each stands in. Changes nothing. In other
// components it reads their own trees, where those are open, with what stands in their slots.

import { PageText } from './page-text.js';

/** @typedef {import('../types.js').Side} Side */

/** What has no words of the text in it, whatever the page looks like. */
const SKIPPED =
  'script, style, template, noscript, rt, rp, svg, math, iframe, object, video, audio, canvas, input, textarea, select, ' +
  'progress, meter, datalist, nav, aside, [role="navigation"], [role="complementary"], [hidden], [aria-hidden="true"], ' +
  '[data-enface-skip], en-face';
/** Elements that are blocks of their own even where their boxes are left out. */
const BLOCKS = 'p, h1, h2, h3, h4, h5, h6, li, dt, dd, blockquote, figcaption, pre, td, th, div, section, article';
/** White space as HTML knows it, and words, without what takes no room. A no-break space is part of a word. */
const TOKENS = /([ \t\n\r\f]+)|[^ \t\n\r\f\xAD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]+/g;

/** @typedef {{nodes: Iterator<Node>, kind: number, block: boolean, keeps: boolean, seen: boolean, button: boolean}} Frame an element that is being read */
/** @typedef {{node: Text, at: number}} Space */

export class Reading {
  text = new PageText();
  /** The trees of other components that it has come into. @type {ShadowRoot[]} */
  trees = [];
  /** @type {import('../texts.js').Texts} */
  #roots;
  #core;
  /** @type {Side} */
  #side = 0;
  /** Which of the side's elements is being read. */
  #root = 0;
  /** The elements around the node that comes next. @type {Frame[]} */
  #path = [];
  /** White space that is shown if a word follows. @type {Space | null} */
  #space = null;
  /** How many line breaks have come since the last word. */
  #breaks = 0;
  /** Where the block begins that is being read; none before its first word. */
  #start = -1;
  /** Words of buttons before that, with the space before each: a block of buttons alone is none of the text. @type {[Space | null, Text, number, string][]} */
  #held = [];

  /** @param {import('../texts.js').Texts} roots @param {import('./core-links.js').CoreLinks} [core] what else is asked about elements */
  constructor(roots, core) {
    this.#roots = roots;
    this.#core = core;
    this.#open();
  }

  /** Reads so many nodes; how many texts are left. @param {number} count */
  step(count) {
    while (count > 0 && this.#path.length) {
      count -= 1;
      const { value } = this.#path[this.#path.length - 1].nodes.next();
      if (value) this.#visit(value);
      else this.#leave();
    }
    return this.#path.length;
  }

  /** Begins with an element of a text. */
  #open() {
    const root = this.#roots[this.#side][this.#root];
    if (!this.#root) {
      this.text.sides[this.#side] = [this.text.length, this.text.length];
      this.text.langs[this.#side] = this.#core?.langOf(root, this.#roots[1 - this.#side][0]) ?? '';
    }
    const kind = this.#core?.kindAround(root) ?? 0;
    // A text that is not shown, as on a tab behind another, is empty.
    if (!this.#enter(root, kind)) this.#close();
  }

  /** Goes on with the text's next element, then with the other text. */
  #close() {
    this.#root += 1;
    if (this.#root < this.#roots[this.#side].length) {
      this.#open();
      return;
    }
    this.#root = 0;
    this.text.sides[this.#side][1] = this.text.length;
    if (this.#side === 1) {
      this.text.close();
      return;
    }
    this.#side = 1;
    this.#open();
  }

  /** @param {Node} node */
  #visit(node) {
    const around = this.#path[this.#path.length - 1];
    const { localName } = /** @type {Partial<Element>} */ (node);
    // A class belongs to a window, and the text may have come from another.
    if ('wholeText' in node) {
      if (around.seen) this.#read(/** @type {Text} */ (node), around);
    } else if (localName === 'br') {
      this.#break();
    } else if (localName && !(/** @type {Element} */ (node).matches(SKIPPED))) {
      this.#enter(/** @type {Element} */ (node), around.kind, around.button);
    }
  }

  /** Whether an element is shown, and with it what is in it. @param {Element} element @param {number} kind around it @param {boolean} [inButton] */
  #enter(element, kind, inButton = false) {
    const style = getComputedStyle(element);
    const { display, position, whiteSpace } = style;
    if (display === 'none') return false;
    const inline = /^(inline|ruby)/.test(display);
    const isButton = element.localName === 'button';
    // Buttons for terms and notes stand among words; others have signs, or stand by themselves, with names that are not seen.
    if (isButton && !(inline && /[\p{L}\p{N}]/u.test(element.textContent ?? ''))) return false;
    const button = inButton || isButton;
    if (button && /absolute|fixed/.test(position)) return false;
    const block = !button && (display === 'contents' ? element.matches(BLOCKS) : !inline && !isInitial(element, style));
    if (block) this.#end();
    this.#path.push({
      nodes: this.#inside(element).values(),
      kind: this.#core?.kindOf(element) ?? kind,
      block,
      keeps: /^(pre|break-spaces)/.test(whiteSpace),
      seen: style.visibility === 'visible',
      button,
    });
    return true;
  }

  /** What is seen in an element. @param {Element} element @returns {NodeListOf<Node> | Node[]} */
  #inside(element) {
    const { shadowRoot } = element;
    if (shadowRoot) this.trees.push(shadowRoot);
    const assigned = /** @type {Partial<HTMLSlotElement>} */ (element).assignedNodes?.();
    return assigned?.length ? assigned : (shadowRoot ?? element).childNodes;
  }

  #leave() {
    const frame = /** @type {Frame} */ (this.#path.pop());
    if (frame.block || !this.#path.length) this.#end(frame.kind);
    if (!this.#path.length) this.#close();
  }

  /** @param {Text} node @param {Frame} around */
  #read(node, { keeps, button }) {
    for (const { 0: token, 1: space, index } of node.data.matchAll(TOKENS)) {
      if (space) {
        if (keeps && token.includes('\n')) for (const letter of token) letter === '\n' && this.#break();
        else this.#space ??= { node, at: index };
      } else {
        this.#held.push([this.#space, node, index, token]);
        this.#space = null;
        if (this.#start >= 0 || !button) this.#words();
      }
    }
  }

  /** Adds what is held. */
  #words() {
    for (const [space, node, at, word] of this.#held) {
      if (this.#start < 0) this.#start = this.text.length;
      else if (this.#breaks) this.text.put('\n');
      else if (space) this.text.add(space.node, space.at, ' ');
      this.#breaks = 0;
      this.text.add(node, at, word);
    }
    this.#held.length = 0;
  }

  /** A line's end; two of them are a paragraph's. */
  #break() {
    this.#space = null;
    this.#breaks += 1;
    if (this.#breaks > 1 || this.#held.length) this.#end();
  }

  /** A block's end, if one has begun. @param {number} [kind] */
  #end(kind = this.#path[this.#path.length - 1]?.kind ?? 0) {
    if (this.#start >= 0) {
      this.text.blocks.push(this.#side, kind, this.#start, this.text.length);
      this.text.put('\n');
    }
    this.#start = -1;
    this.#space = null;
    this.#breaks = 0;
    this.#held.length = 0;
  }
}

/** Whether it is a large first letter, which floats beside its word. @param {Element} element @param {CSSStyleDeclaration} style */
function isInitial(element, { float }) {
  return float !== 'none' && (element.textContent ?? '').trim().length <= 2 && !element.firstElementChild;
}
