// What is lit looks like this: a fill and a line for each kind, in colours that suit the text around. Colour is never the only sign.

/** @typedef {'active' | 'pinned' | 'counterpart'} Fill */
/** @typedef {'active-line' | 'pinned-line' | 'sure' | 'best' | 'likely' | 'possible' | 'check' | 'unsupported'} Line */
/** @typedef {Fill | Line} Name */
/** @typedef {[style: string, thickness: string, colour: keyof typeof COLOURS]} Stroke */

/** Custom properties, with what they are on a light ground and on a dark one. */
const COLOURS = {
  active: ['#ffe7a3', '#5c4713'],
  'active-line': ['#a86a00', '#f0b640'],
  match: ['#cfebe3', '#16463e'],
  'match-line': ['#0c7565', '#5fd0b8'],
  alarm: ['#b3261e', '#ff9b8f'],
  quiet: ['#6a645a', '#a8a194'],
};

/** Fills from the lowest to the highest: where two lie on a sentence, the later one is seen. @type {[Fill, keyof typeof COLOURS][]} */
export const FILLS = [
  ['counterpart', 'match'],
  ['pinned', 'active'],
  ['active', 'active'],
];

/** A sentence has one line. @type {[Line, Stroke][]} */
export const LINES = [
  ['active-line', ['solid', '2px', 'active-line']],
  ['pinned-line', ['double', '1px', 'active-line']],
  ['sure', ['solid', '1px', 'match-line']],
  ['best', ['solid', '2px', 'match-line']],
  ['likely', ['dashed', '2px', 'match-line']],
  ['possible', ['dotted', '2px', 'match-line']],
  ['check', ['wavy', '1.5px', 'alarm']],
  ['unsupported', ['dotted', '1.5px', 'quiet']],
];

/** The names in the registry of highlights begin with it. */
export const PREFIX = 'enface-';

/** What ends the names for passages with light letters where the first text's are dark, or the other way round. */
export const OTHER = '-other';

/** Halfway between the fills, and how far from it letters are clearly light or dark. */
const MIDDLE = 0.55;
const CLEAR = 0.15;

/**
 * The colours on a light ground and on a dark one: what custom properties of the element say, else those of what is lit, else what suits.
 *
 * @param {Element} host
 * @returns {Record<string, string>[]}
 */
export function palettes(host) {
  const [own, page] = [host, host.ownerDocument.documentElement].map((element) => getComputedStyle(element));
  const entries = Object.entries(COLOURS).map(([name, suiting]) => {
    const property = `--enface-${name}`;
    const told = own.getPropertyValue(property).trim();
    const isOwn = told && told !== page.getPropertyValue(property).trim();
    return suiting.map((colour) => [name, isOwn ? told : `var(${property},${told || colour})`]);
  });
  return [0, 1].map((ground) => Object.fromEntries(entries.map((both) => both[ground])));
}

/** Rules for all of it, in a layer: those of the page count more. @param {Element} host @param {boolean} isDark whether the first text is on a dark ground */
export function rules(host, isDark) {
  const [light, dark] = palettes(host);
  return `@layer enface{${block('', isDark ? dark : light)}${block(OTHER, isDark ? light : dark)}}`;
}

/** @param {string} end of the names @param {Record<string, string>} colours */
function block(end, colours) {
  const rule = (/** @type {Name} */ name, /** @type {string} */ declarations) => `::highlight(${PREFIX}${name}${end}){${declarations}}`;
  const fills = FILLS.map(([name, colour]) => rule(name, `background-color:${colours[colour]}`));
  // WebKit doesn't know the shorthand in highlights.
  const lines = LINES.map(([name, [style, thickness, colour]]) =>
    rule(name, Object.entries({ line: 'underline', style, thickness, color: colours[colour] }).map(([key, value]) => `text-decoration-${key}:${value}`).join(';')),
  );
  const forced = [rule('active', 'background-color:Highlight;color:HighlightText'), rule('counterpart', 'background-color:Mark;color:MarkText')];
  return `@media screen{${fills.join('')}${lines.join('')}}@media(forced-colors:active){${forced.join('')}}`;
}

/**
 * Whether letters are light, as on a dark ground: by their own colour where that is clear, as accents are not, else by what is around
 * them in their text.
 *
 * @param {Element} element
 * @param {Element[]} texts
 * @returns {boolean}
 */
export function isOnDark(element, texts) {
  const own = lightness(getComputedStyle(element).color) - MIDDLE;
  const around = element.parentElement;
  return Math.abs(own) > CLEAR || texts.includes(element) || !around ? own > 0 : isOnDark(around, texts);
}

/** About the luma of a computed colour, in any notation, from 0 to 1. @param {string} colour */
function lightness(colour) {
  const [a, b, c] = [...colour.matchAll(/[ (]([-.\de]+)/g)].map(([, number]) => Number(number));
  // OKLab and OKLCh, then Lab and LCh: they tell it themselves.
  if (colour.startsWith('ok')) return 1.2 * a - 0.2;
  if (colour.startsWith('l')) return a / 100;
  const luma = 0.3 * a + 0.59 * b + 0.11 * c;
  if (/xyz|linear/.test(colour)) return luma ** 0.45;
  return colour.startsWith('c') ? luma : luma / 255;
}
