// A finished alignment to the DOM, block by block: the same elements that the core makes of a page (`src/view`), which a test
// compares. Every text becomes a text node and every address is checked: nothing in it is ever markup.

import { TAGS } from './checking.js';

/** @typedef {import('./types.js').Alignment} Alignment */
/** @typedef {import('./types.js').Side} Side */
/** @typedef {import('./words.js').Words} Words */
/** @typedef {Alignment['sides'][number]['sentences'][number]} Sentence */
/** @typedef {Alignment['sides'][number]['blocks'][number]} Block */

/** So many blocks of a side stand in its section itself, and so many in each group after them; as in `src/view`. */
const GROUP = 64;

/** What an address is that a page may link to: http or https, and nothing that ends it early. */
const ADDRESS = /^https?:\/\/[^\s\p{Cc}<>"]+$/iu;

/** What Chinese and Japanese put no space beside. */
const WIDE =
  '[\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAFF\\u{20000}-\\u{323AF}\\u3041-\\u30FF\\u31F0-\\u31FF\\uFF66-\\uFF9F\\u1100-\\u11FF\\u3130-\\u318F\\uAC00-\\uD7AF，。！？；：、”」』）…—《“「『（]';
const ENDS_WIDE = new RegExp(`${WIDE}$`, 'u');
const BEGINS_WIDE = new RegExp(`^${WIDE}`, 'u');

/** What sets the direction of what follows it, and may leave it so. */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/;

const utf8 = new TextEncoder();

/** A text with every isolate in it closed, and without ends of those around it; as in `src/view/direction.rs`. @param {string} text */
function closed(text) {
  let open = 0;
  return text.replace(/[\u2066-\u2069]/g, (one) => (one < '\u2069' ? ((open += 1), one) : open ? ((open -= 1), one) : '')) + '\u2069'.repeat(open);
}

/**
 * @param {string} tag
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} children
 */
function node(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const name in attributes) element.setAttribute(name, attributes[name]);
  element.append(...children.map((child) => (typeof child === 'string' ? closed(child) : child)));
  return element;
}

/** A part whose class has the part's name. @param {string} tag @param {string} name @param {Record<string, string>} [attributes] @param {...(Node | string)} children */
const part = (tag, name, attributes = {}, ...children) => node(tag, { part: name, class: name, ...attributes }, ...children);

/** @param {string} href @param {string} text @param {string} name its part */
const anchor = (href, text, name) => node('a', { part: name, href, target: '_blank', rel: 'noopener noreferrer' }, text);

/** The view of a checked alignment, for `Rendering`. */
export class View {
  #alignment;
  /** @type {{section: Element, group: Element, list: Element | null, within: number, done: number}[]} a side each: where further blocks go */
  #columns = [];

  /** @param {Alignment} alignment */
  constructor(alignment) {
    this.#alignment = alignment;
  }

  /** Builds everything but the blocks, in place of what is there. @param {Element} into @param {Words} words */
  show(into, words) {
    const { page, sides } = this.#alignment;
    into.setAttribute('data-balance', balance(sides.map(({ sentences }) => sentences.reduce((sum, { text }) => sum + utf8.encode(text).length, 0))));
    this.#columns = sides.slice(0, 2).map(({ lang }, side) => {
      const section = column(page, lang, side, words);
      return { section, group: section, list: null, within: 0, done: 0 };
    });
    into.replaceChildren(...this.#columns.map(({ section }) => section));
    if (page.related?.length) into.append(related(page.related, words));
  }

  /** Renders so many more sentences of a side, and what else is in the last one's block; whether there are more. @param {number} side @param {number} count */
  render(side, count) {
    const { blocks, sentences } = this.#alignment.sides[side];
    const column = this.#columns[side];
    for (let may = count; may > 0 && column.done < blocks.length; column.done += 1) {
      const of = blocks[column.done];
      const [from, to] = of.sentences;
      this.#add(side, of, block(of, sentences.slice(from, to), side));
      may -= to - from;
    }
    return column.done < blocks.length;
  }

  /** @param {number} side @param {Block} of @param {Element} element */
  #add(side, of, element) {
    const column = this.#columns[side];
    const isListed = of.kind === 'list-item';
    if (isListed && column.list) {
      column.list.append(element);
      return;
    }
    if (column.within === GROUP) {
      column.group = node('div', { class: 'group' });
      column.section.append(column.group);
      column.within = 0;
    }
    column.within += 1;
    column.list = isListed ? part('ul', 'list', { role: 'list' }, element) : null;
    column.group.append(column.list ?? element);
  }
}

/** Which of the two texts is much the shorter; the layout follows. @param {number[]} sizes */
function balance([first, second]) {
  if (first * 5 < second * 3) return 'short-long';
  return second * 5 < first * 3 ? 'long-short' : 'even';
}

/** A side's section, without its blocks. @param {Alignment['page']} page @param {string} lang @param {number} side @param {Words} words */
function column({ titles = {}, source }, lang, side, words) {
  const section = part('section', 'side', { 'data-side': String(side), lang, dir: 'auto' });
  if (Object.hasOwn(titles, lang)) {
    const id = `title-${side}`;
    section.append(part('h2', 'title', { id }, titles[lang]));
    section.setAttribute('aria-labelledby', id);
  }
  if (side === 1 && source && ADDRESS.test(source)) {
    section.append(part('p', 'source', { lang: words.lang }, words.source, ' ', anchor(source, host(source), 'source-link')));
  }
  return section;
}

/** @param {Block} block @param {Sentence[]} sentences @param {number} side */
function block({ kind, marker, sentences: [from] }, sentences, side) {
  const element = part(TAGS[kind], 'block', { 'data-kind': kind, ...(typeof marker === 'string' ? { 'data-marker': marker } : {}) });
  for (const [at, sentence] of sentences.entries()) {
    if (at > 0 && isSpaced(sentences[at - 1], sentence)) element.append(' ');
    element.append(span(sentence, side, from + at));
  }
  return element;
}

/** Whether there is white space between two sentences of a block; a line's end between two in Chinese is none. @param {Sentence} a @param {Sentence} b */
function isSpaced(a, b) {
  const isJoined = b.start === a.end + 1 && a.runs?.length && ENDS_WIDE.test(a.text) && BEGINS_WIDE.test(b.text);
  return a.end < b.start && !isJoined;
}

/** @param {Sentence} sentence @param {number} side @param {number} index */
function span({ text, runs }, side, index) {
  const attributes = { part: 'sentence', id: `s${side}-${index}`, 'data-side': String(side), 'data-index': String(index), tabindex: '-1' };
  const element = node('span', attributes);
  // Without need it would part the punctuation of two sentences, which Chinese sets close.
  if ([text, ...(runs ?? []).map((run) => run.text)].some((one) => DIRECTION.test(one ?? ''))) element.dir = 'auto';
  // A node for an empty text, too.
  if (!runs?.length) element.append(closed(text));
  for (const { text: shown = '', link, strong, emphasis, struck, code, image } of runs ?? []) {
    /** Inside the elements that its style asks for, the outermost first. @type {Element} */
    let inner = element;
    const nest = (/** @type {Element} */ next) => (inner.append(next), (inner = next));
    if (link && ADDRESS.test(link)) nest(anchor(link, '', 'link'));
    if (strong) nest(node('strong', {}));
    if (emphasis) nest(node('em', {}));
    if (struck) nest(node('s', {}));
    if (code) nest(node('code', {}));
    if (image) nest(part('span', 'image'));
    inner.append(closed(shown));
  }
  return element;
}

/** @param {NonNullable<Alignment['page']['related']>} pages @param {Words} words */
function related(pages, words) {
  const items = pages.map(({ titles, date }) => {
    const item = node('li', {});
    for (const [lang, title] of Object.entries(titles)) item.append(node('span', { class: 'related-entry', lang }, title), ' ');
    if (typeof date === 'string') item.append(node('time', { datetime: date }, date));
    return item;
  });
  const heading = node('h2', { id: 'related', class: 'related-title', lang: words.lang }, words.related);
  return part('aside', 'related', { 'aria-labelledby': 'related' }, heading, node('ul', { role: 'list' }, ...items));
}

/** The host of an address, without `www.`: what a reader wants to know of a source. @param {string} address */
function host(address) {
  return address.replace(/^.*?:\/\//, '').split(/[/?#]/)[0].replace(/^www\./, '');
}
