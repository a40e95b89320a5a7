// What an element asks for: which mode, and what that is to show.

import { supplies } from './supplies.js';

/** @typedef {import('./modes/mode.js').Asked} Asked */
/** @typedef {Partial<Pick<Asked, 'page' | 'links'>>} Given what was set by a property: one of the two */

/**
 * @param {HTMLElement} host
 * @param {Given | null} given what was set last: it counts more than an attribute
 * @returns {Asked | null} nothing where nothing is asked for
 */
export function choose(host, given) {
  const [src, address] = ['src', 'alignment'].map((name) => host.getAttribute(name));
  const page = given?.page ?? (src ? { src } : null);
  const links = given?.links ?? (address ? { address } : inline(host));
  const isInPlace = host.matches('[left], [right]') || (!page && supplies.texts?.(host));
  // Where that mode is not at hand, what is made before is shown instead of the texts that the element holds.
  if (isInPlace && (supplies.modes['in-place'] || !links)) return { mode: 'in-place', links };
  if (links && !given?.page) return { mode: 'finished', links };
  return page && { mode: 'reading', page };
}

/** What children have to say about what is asked for. @param {Asked | null} asked */
export function summary(asked) {
  return `${asked?.mode} ${asked?.links?.json}`;
}

/** The script inside an element that has a finished alignment. @param {Element} host */
export function inlineScript(host) {
  return host.querySelector(':scope > script[type="application/json"]');
}

/** @param {Element} host */
function inline(host) {
  const script = inlineScript(host);
  return script && { json: script.textContent ?? '' };
}
