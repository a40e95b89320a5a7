// What stands in place of a page, or below one: a message, a remedy, a way to try again.

import { make } from './dom.js';

/**
 * @param {HTMLElement} place
 * @param {string} message
 * @param {string} [remedy]
 */
export function say(place, message, remedy) {
  place.replaceChildren(make('p', 'message', {}, message));
  if (remedy) place.append(make('p', 'remedy', {}, remedy));
}

/**
 * What an error is in the reader's language. The console hears of it, for who runs the page: in place readers see nothing of it.
 *
 * @param {import('./errors.js').EnFaceError} error
 * @param {import('./words.js').Words} words
 * @returns {{code: string, message: string, remedy: string}}
 */
export function told({ code, cause }, words) {
  // Words that did not arrive can only tell that they did not.
  const [message, remedy] = words.errors[code] ?? words.errors['engine-missing'];
  // Whoever made the alignment wants to know where it is wrong.
  const place = code === 'alignment' && cause instanceof Error ? ` (${cause.message})` : '';
  const what = { code, message: message + place, remedy };
  console.warn('en-face:', code, what.message, remedy, cause);
  return what;
}

/**
 * Says what failed.
 *
 * @param {HTMLElement} place
 * @param {import('./errors.js').EnFaceError} error
 * @param {import('./words.js').Words} words
 * @param {() => void} again
 * @returns {{code: string, message: string, remedy: string}} what was said, for the event
 */
export function explain(place, error, words, again) {
  const what = told(error, words);
  say(place, what.message, what.remedy);
  const retry = make('button', 'retry', { type: 'button' }, words.retry);
  retry.addEventListener('click', again);
  place.append(make('p', 'code', {}, what.code), retry);
  return what;
}
