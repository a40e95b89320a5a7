// Text as a search compares it: without differences of case and of width (Unicode's NFKC), with every run of white space
// as one space and every quote straight; and the way back from a place in it to the text that it was made of.

/** What is folded together: a character with the marks that it carries, or a run of white space. */
const CLUSTERS = /\s+|[^][\p{M}\u1160-\u11ff]*/gu;
/** Text whose characters keep their places: none of them becomes two, no two become one. */
const PLAIN = /^(?: (?! )|[\x21-\x7e\u2013-\u2014\u2018-\u201d\u3001\u3002\u3008-\u3011\u4e00-\u9fff\uff01-\uff5e])*$/;

/** @type {Record<string, string>} */
const QUOTES = { '‘': "'", '’': "'", '“': '"', '”': '"' };

/** @param {string} text */
export function fold(text) {
  return PLAIN.test(text) ? simple(text) : text.replace(CLUSTERS, one);
}

/** For each unit of the folded text, and its end, where in the text it comes from. @param {string} text */
function origins(text) {
  const from = [];
  for (const { 0: cluster, index } of text.matchAll(CLUSTERS)) {
    for (let left = one(cluster).length; left; left -= 1) from.push(index);
  }
  from.push(text.length);
  return from;
}

/** @param {string} cluster */
function one(cluster) {
  if (/^\s/.test(cluster)) return ' ';
  // Up, then down: the long s, the final sigma and ß have no case of their own.
  return simple(cluster.toUpperCase());
}

/** @param {string} text */
function simple(text) {
  return text.normalize('NFKC').toLowerCase().replace(/[‘’“”]/g, (quote) => QUOTES[quote]);
}

/**
 * Where the wanted text stands in the folded one, without overlaps.
 *
 * @param {string} folded
 * @param {string} wanted folded too, not empty
 * @returns {number[]}
 */
export function occurrences(folded, wanted) {
  const found = [];
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) found.push(at);
  return found;
}

/**
 * The part of a text that a part of its folded form comes from: whole characters.
 *
 * @param {string} text
 * @param {number} at
 * @param {number} length more than 0
 * @returns {[start: number, end: number]}
 */
export function unfolded(text, at, length) {
  if (PLAIN.test(text)) return [at, at + length];
  const from = origins(text);
  let end = at + length;
  while (from[end] === from[end - 1]) end += 1;
  return [from[at], from[end]];
}
