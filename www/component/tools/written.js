// The page and its links as the text of a file, in each of the formats that there are.

/** @typedef {import('../types.js').Alignment} Alignment */
/** @typedef {'html' | 'md' | 'text' | 'tmx' | 'json'} Name */
/** @typedef {{name: Name, ending: string, type: string}} Format */

/** From what most readers want to what programs want. @type {Format[]} */
export const FORMATS = [
  { name: 'json', ending: 'json', type: 'application/json' },
];

/**
 * @param {Alignment} alignment with what the reader has corrected
 * @param {Name} name
 * @returns {Promise<Format & {text: string}>}
 */
export async function written(alignment, name) {
  const format = FORMATS.find((one) => one.name === name) ?? FORMATS[0];
  return { ...format, text: `${JSON.stringify(alignment, null, 1)}\n` };
}
