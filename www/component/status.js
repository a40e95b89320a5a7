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
 * Says what failed.
 *
 * @param {HTMLElement} place
 * @param {import('./errors.js').EnFaceError} error
 * @param {import('./words.js').Words} words
 * @param {() => void} again
 * @returns {{code: string, message: string, remedy: string}} what was said, for the event
 */
export function explain(place, error, words, again) {
  const told = error.told(words);
  say(place, told.message, told.remedy);
  const retry = make('button', 'retry', { type: 'button' }, words.retry);
  retry.addEventListener('click', again);
  place.append(make('p', 'code', {}, told.code), retry);
  return told;
}
