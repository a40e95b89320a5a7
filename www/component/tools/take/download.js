// A text as a file that the browser saves, with a name that every file system takes.

import { make } from '../../dom.js';

/** How long the browser has to take the file, in milliseconds. */
const TAKEN = 20_000;
/** The most characters of a name: with an ending, in UTF-8, file systems take 255 bytes. */
const LONGEST = 60;

/** @param {string} text @param {{name: string, type: string}} file */
export function download(text, { name, type }) {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  make('a', '', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), TAKEN);
}

/**
 * A file's name from a page's title: in the first text's language, else in any.
 *
 * @param {import('../../types.js').Alignment} alignment
 * @param {string} ending
 */
export function fileName({ page, sides }, ending) {
  // A language may have the name of what every object has.
  const titles = new Map(Object.entries(page.titles ?? {}));
  const title = titles.get(sides[0].lang) ?? titles.get(sides[1].lang) ?? [...titles.values()][0] ?? '';
  // Separators, signs that some system keeps for itself, and characters that nobody sees.
  const plain = title.replace(/[\\/:*?"<>|\p{C}]+/gu, ' ').replace(/\s+/g, ' ');
  const name = [...plain.trim()].slice(0, LONGEST).join('').replace(/^[.\s]+|[.\s]+$/g, '');
  return `${name || 'en-face'}.${ending}`;
}
