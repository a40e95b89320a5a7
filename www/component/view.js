// A finished alignment to the DOM, block by block: the same elements that the core makes of a page (`src/view`), which a test
// compares. Every text becomes a text node and every address is checked: nothing in it is ever markup.

import { TAGS } from './checking.js';
import { node, part } from './dom.js';

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

/** The end of one text, a line's end, and the beginning of another, all three without a space. */
const JOINED = new RegExp(`${WIDE}\n${WIDE}`, 'u');

/** What sets the direction of what follows it, and may leave it so. */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/;

const utf8 = new TextEncoder();

/** A text with every isolate in it closed, and without ends of those around it; as in `src/view/direction.rs`. @param {string} text */
function closed(text) {
  let open = 0;
  return text.replace(/[\u2066-\u2069]/g, (one) => (one < '\u2069' ? ((open += 1), one) : open && ((open -= 1), one)) || '') + '\u2069'.repeat(open);
}

/** @param {string} href @param {string} text @param {string} name its part */
const anchor = (href, text, name) => node('a', { part: name, href, target: '_blank', rel: 'noopener noreferrer' }, closed(text));

/** A checked alignment, for `render`. @param {Alignment} alignment @returns {import('./rendering.js').Text} */
export function view({ page, sides }) {
  /** What puts one block after the other into its place, a side each. @type {Generator<number, any>[]} */
  let columns;
  return {
    show(into, words) {
      const [first, second] = sides.map(({ sentences }) => sentences.reduce((sum, { text }) => sum + utf8.encode(text).length, 0));
      // Which of the two texts is much the shorter; the layout follows.
      into.setAttribute('data-balance', first * 5 < second * 3 ? 'short-long' : second * 5 < first * 3 ? 'long-short' : 'even');
      into.replaceChildren();
      columns = [0, 1].map((side) => {
        const section = column(page, sides[side].lang, side, words);
        into.append(section);
        return blocks(sides[side], side, section);
      });
      if (page.related?.length) into.append(related(page.related, words));
    },
    render(side, count) {
      while (count > 0) {
        const { value, done } = columns[side].next();
        if (done) return false;
        count -= value;
      }
      return true;
    },
  };
}

/** Puts the blocks of a side into its section, and tells of each how many sentences it has. @param {Alignment['sides'][number]} of @param {number} side @param {Element} section */
function* blocks({ blocks, sentences }, side, section) {
  let group = section;
  let within = 0;
  /** @type {Element | null} */
  let list = null;
  for (const { kind, marker, sentences: [from, to] } of blocks) {
    const block = part(TAGS[kind], 'block', { 'data-kind': kind, ...(typeof marker === 'string' && { 'data-marker': marker }) });
    for (let at = from; at < to; at += 1) {
      if (at > from && isSpaced(sentences[at - 1], sentences[at])) block.append(' ');
      block.append(span(sentences[at], side, at));
    }
    const isListed = kind === 'list-item';
    if (isListed && list) list.append(block);
    else {
      if (within === GROUP) {
        section.append((group = node('div', { class: 'group' })));
        within = 0;
      }
      within += 1;
      list = isListed ? part('ul', 'list', { role: 'list' }, block) : null;
      group.append(list ?? block);
    }
    yield to - from;
  }
}

/** A side's section, without its blocks. @param {Alignment['page']} page @param {string} lang @param {number} side @param {Words} words */
function column({ titles = {}, source }, lang, side, words) {
  const section = part('section', 'side', { 'data-side': side, lang, dir: 'auto' });
  if (Object.hasOwn(titles, lang)) {
    const id = `title-${side}`;
    section.append(part('h2', 'title', { id }, closed(titles[lang])));
    section.setAttribute('aria-labelledby', id);
  }
  if (side && source && ADDRESS.test(source)) {
    // By its host, without `www.`: what a reader wants to know of a source.
    const host = source.replace(/^.*?:\/\/(?:www\.)?|[/?#].*/g, '');
    section.append(part('p', 'source', { lang: words.lang }, words.source, ' ', anchor(source, host, 'source-link')));
  }
  return section;
}

/** Whether there is white space between two sentences of a block; a line's end between two in Chinese is none. @param {Sentence} a @param {Sentence} b */
function isSpaced(a, b) {
  return a.end < b.start && !(b.start === a.end + 1 && a.runs?.length && JOINED.test(`${a.text.slice(-2)}\n${b.text.slice(0, 2)}`));
}

/** @param {Sentence} sentence @param {number} side @param {number} index */
function span({ text, runs = [] }, side, index) {
  const element = node('span', { part: 'sentence', id: `s${side}-${index}`, 'data-side': side, 'data-index': index, tabindex: -1 });
  // Without need it would part the punctuation of two sentences, which Chinese sets close.
  if (DIRECTION.test([text, ...runs.map((run) => run.text)].join())) element.dir = 'auto';
  // A node for an empty text, too.
  for (const { text: shown = '', link, strong, emphasis, struck, code, image } of runs.length ? runs : [{ text }]) {
    /** Inside the elements that its style asks for, the outermost first. @type {Element} */
    let inner = element;
    const nest = (/** @type {Element} */ next) => (inner.append(next), (inner = next));
    if (link && ADDRESS.test(link)) nest(anchor(link, '', 'link'));
    if (strong) nest(node('strong'));
    if (emphasis) nest(node('em'));
    if (struck) nest(node('s'));
    if (code) nest(node('code'));
    if (image) nest(part('span', 'image'));
    inner.append(closed(shown));
  }
  return element;
}

/** @param {NonNullable<Alignment['page']['related']>} pages @param {Words} words */
function related(pages, words) {
  const items = pages.map(({ titles, date }) => {
    const item = node('li');
    for (const [lang, title] of Object.entries(titles)) item.append(node('span', { class: 'related-entry', lang }, closed(title)), ' ');
    if (typeof date === 'string') item.append(node('time', { datetime: date }, closed(date)));
    return item;
  });
  const heading = node('h2', { id: 'related', class: 'related-title', lang: words.lang }, words.related);
  return part('aside', 'related', { 'aria-labelledby': 'related' }, heading, node('ul', { role: 'list' }, ...items));
}
