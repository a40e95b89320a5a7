// Small drawings for buttons: strokes on a field of 24 by 24, in the colour of the letters around.

/** @type {Record<string, string>} */
const PATHS = {
  close: 'M6 6l12 12M18 6L6 18',
  keys: 'M3.5 6.5h17v11h-17zM7 10h.01M10.3 10h.01M13.7 10h.01M17 10h.01M7.5 14h9',
  layout: 'M4 5h7v14H4zM13 5h7v14h-7z',
  auto: 'M3 12h18M7 8l-4 4 4 4M17 8l4 4-4 4',
  columns: 'M4 5h7v14H4zM13 5h7v14h-7z',
  interleaved: 'M4 5.5h16M8 9.5h12M4 14.5h16M8 18.5h12',
  stacked: 'M5 3.5h14v7H5zM5 13.5h14v7H5z',
  first: 'M6 4h12v16H6zM9 8h6M9 12h6',
  second: 'M6 4h12v16H6zM9 12h6M9 16h6',
  letters: 'M3 18l4.5-12L12 18M4.6 14h5.8M20.5 18v-7M20.5 14.5a3 3.5 0 1 1-6 0a3 3.5 0 1 1 6 0',
  find: 'M10.5 4a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13M15.3 15.3L20.5 20.5',
  aloud: 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4 4 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11',
  correct: 'M4 20l1-4.5L16.5 4 20 7.5 8.5 19zM14 6.5l3.5 3.5',
  take: 'M12 3.5v11M7.5 10.5L12 15l4.5-4.5M4.5 16.5v4h15v-4',
  link: 'M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7l-1.3 1.3M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7l1.3-1.3',
  back: 'M9 6L4 11l5 5M4 11h10a5.5 5.5 0 0 1 0 9h-2',
  again: 'M15 6l5 5-5 5M20 11H10a5.5 5.5 0 0 0 0 9h2',
  pin: 'M9 4h6l-.7 6 3.2 3.5H6.5L9.7 10zM12 13.5v7',
  previous: 'M15 6l-6 6 6 6',
  next: 'M9 6l6 6-6 6',
  play: 'M8 5.5v13l10.5-6.5z',
  pause: 'M8.5 6v12M15.5 6v12',
  up: 'M6 15l6-6 6 6',
  down: 'M6 9l6 6 6-6',
};

/** @typedef {string} Icon one of the names above */

const SPACE = /** @type {const} */ ('http://www.w3.org/2000/svg');

/** @param {Icon} name @returns {SVGSVGElement} for the eye only */
export function icon(name) {
  const drawing = drawn('svg', { viewBox: '0 0 24 24', class: 'icon', 'aria-hidden': 'true' });
  drawing.append(drawn('path', { d: PATHS[name] ?? '' }));
  return drawing;
}

/**
 * @template {keyof SVGElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string>} attributes
 * @returns {SVGElementTagNameMap[T]}
 */
export function drawn(tag, attributes) {
  const element = document.createElementNS(SPACE, tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}
