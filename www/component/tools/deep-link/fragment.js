// What an address says of a sentence, such as `#view.0-12.k3f9x2pa`: the element's id, the sentence's side and number, and
// four signs each for its words and for its first ones. By these it is found again in a text that has changed a little.

import { inSlices, ON_PAGE } from '../../slices.js';
import { fold } from '../folding.js';

/** @typedef {import('../../types.js').Place} Place */
/** @typedef {import('../../sentences.js').Sentences} Sentences */
/** @typedef {{id: string, place: Place, whole: string, start: string}} Target */

const FORM = /^#(?:(.+)\.)?([01])-(\d{1,7})\.([0-9a-z]{4})([0-9a-z]{4})$/;
/** So many letters are a sentence's beginning. */
const BEGINNING = 14;
const BASE = 36;
const SIGNS = 4;

/** @param {string} hash as `location.hash` has it @returns {Target | null} */
export function parseFragment(hash) {
  const [, id = '', side, index, whole, start] = FORM.exec(hash) ?? [];
  if (!start) return null;
  return { id: decoded(id), place: { side: side === '1' ? 1 : 0, index: Number(index) }, whole, start };
}

/** @param {string} id @param {Place} place @param {Sentences} sentences */
export function fragmentOf(id, place, sentences) {
  const { whole, start } = signs(place, sentences);
  return `#${id && `${encodeURIComponent(id)}.`}${place.side}-${place.index}.${whole}${start}`;
}

/**
 * The sentence that is meant: the one with the same words, else the one with the same beginning, that is nearest to where
 * it was.
 *
 * @param {Target} target
 * @param {Sentences} sentences
 * @param {AbortSignal} signal
 * @returns {Promise<Place | null>}
 */
export async function findTarget({ place: { side, index: named }, whole, start }, sentences, signal) {
  const count = sentences.counts[side];
  // An address may name any number.
  const index = Math.min(named, count - 1);
  const furthest = Math.max(index, count - 1 - index);
  /** @type {Place | null} */
  let found = null;
  /** @type {Place | null} */
  let near = null;
  let distance = 0;
  await inSlices(ON_PAGE, signal, (pieces) => {
    for (const end = distance + pieces; distance < end && distance <= furthest && !found; distance += 1) {
      for (const at of distance ? [index - distance, index + distance] : [index]) {
        if (at < 0 || at >= count) continue;
        /** @type {Place} */
        const place = { side, index: at };
        const here = signs(place, sentences);
        if (here.whole === whole) found ??= place;
        else if (here.start === start) near ??= place;
      }
    }
    return found || distance > furthest ? 0 : furthest + 1 - distance;
  });
  return found ?? near;
}

/** @param {Place} place @param {Sentences} sentences */
function signs(place, sentences) {
  const letters = fold(sentences.original(place)?.textContent ?? '').replace(/[^\p{L}\p{N}]/gu, '');
  return { whole: short(letters), start: short(letters.slice(0, BEGINNING)) };
}

/** FNV-1a over UTF-16 units, the last four digits of it to base 36. @param {string} text */
function short(text) {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return ((hash >>> 0) % BASE ** SIGNS).toString(BASE).padStart(SIGNS, '0');
}

/** @param {string} id */
function decoded(id) {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
