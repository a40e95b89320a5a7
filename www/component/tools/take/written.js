// The page and its links as the text of a file, in each of the formats that there are.

import { askCore } from '../../engine.js';

/** @typedef {import('../../types.js').Alignment} Alignment */
/** @typedef {'html' | 'md' | 'text' | 'tmx' | 'json'} Name */
/** @typedef {{name: Name, ending: string, type: string}} Format */

/** From what most readers want to what programs want. @type {Format[]} */
export const FORMATS = [
  { name: 'html', ending: 'html', type: 'text/html' },
  { name: 'md', ending: 'md', type: 'text/markdown' },
  { name: 'text', ending: 'txt', type: 'text/plain' },
  { name: 'tmx', ending: 'tmx', type: 'application/x-tmx+xml' },
  { name: 'json', ending: 'json', type: 'application/json' },
];

/**
 * @param {Alignment} alignment with what the reader has corrected
 * @param {Name} name
 * @returns {Promise<Format & {text: string}>}
 */
export async function written(alignment, name) {
  const format = FORMATS.find((one) => one.name === name) ?? FORMATS[0];
  if (name === 'json') return { ...format, text: `${JSON.stringify(alignment, null, 1)}\n` };
  return { ...format, text: await askCore((core) => core.exportAs(alignment, name)) };
}
