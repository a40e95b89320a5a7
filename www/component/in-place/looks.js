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

/**
 * The colours for a text: what custom properties of the element say, else what suits the text's own colour.
 *
 * @param {Element} host
 * @param {Element} text
 * @returns {Record<keyof typeof COLOURS, string>}
 */
export function palette(host, text) {
  const style = getComputedStyle(host);
  const isDark = isOnDark(text);
  const entries = Object.entries(COLOURS).map(([name, [light, dark]]) => {
    const suiting = isDark === null ? `light-dark(${light}, ${dark})` : isDark ? dark : light;
    return [name, style.getPropertyValue(`--enface-${name}`).trim() || suiting];
  });
  return Object.fromEntries(entries);
}

/** Rules for all of it, in a layer: those of the page count more. @param {Record<string, string>} colours */
export function rules(colours) {
  const fills = FILLS.map(([name, colour]) => rule(name, `background-color:${colours[colour]}`));
  // WebKit doesn't know the shorthand in highlights.
  const lines = LINES.map(([name, [style, thickness, colour]]) =>
    rule(name, Object.entries({ line: 'underline', style, thickness, color: colours[colour] }).map(([key, value]) => `text-decoration-${key}:${value}`).join(';')),
  );
  const forced = [rule('active', 'background-color:Highlight;color:HighlightText'), rule('counterpart', 'background-color:Mark;color:MarkText')];
  return `@layer enface{@media screen{${fills.join('')}${lines.join('')}}@media(forced-colors:active){${forced.join('')}}}`;
}

/** @param {Name} name @param {string} declarations */
function rule(name, declarations) {
  return `::highlight(${PREFIX}${name}){${declarations}}`;
}

/** Whether a text is light on a dark ground; nobody knows of colours in other notations. @param {Element} text */
export function isOnDark(text) {
  const [, r, g, b] = /^rgba?\((\d+), (\d+), (\d+)/.exec(getComputedStyle(text).color) ?? [];
  return r === undefined ? null : 0.3 * Number(r) + 0.59 * Number(g) + 0.11 * Number(b) > 140;
}
