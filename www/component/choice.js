// What an element asks for: which mode, and what that is to show.

import { supplies } from './supplies.js';

/** @typedef {import('./modes/mode.js').Asked} Asked */
/** @typedef {import('./modes/mode.js').PageSource} PageSource */
/** @typedef {import('./modes/mode.js').LinksSource} LinksSource */
/** @typedef {Extract<PageSource, {kind: 'text'}> | Exclude<LinksSource, {kind: 'script'}>} Given what was set by a property */

/**
 * @param {HTMLElement} host
 * @param {Given | null} given what was set last: it counts more than an attribute
 * @returns {Asked | null} nothing where nothing is asked for
 */
export function choose(host, given) {
  const page = given?.kind === 'text' ? given : pageOf(host);
  const links = given?.kind === 'text' ? null : (given ?? linksOf(host));
  if (host.hasAttribute('left') || host.hasAttribute('right') || (!page && supplies.texts?.(host))) {
    const given = links ?? linksOf(host);
    // Where that mode is not at hand, what is made before is shown instead of the texts that the element holds.
    if (supplies.modes['in-place'] || !given) return { mode: 'in-place', page: null, links: given };
  }
  if (links) return { mode: 'finished', page: null, links };
  return page && { mode: 'reading', page, links: null };
}

/** What children have to say about what is asked for. @param {Asked | null} asked */
export function summary(asked) {
  const script = asked?.links?.kind === 'script' ? asked.links.script.textContent : null;
  return JSON.stringify([asked?.mode, script]);
}

/** The finished alignment inside an element, as text. @param {Element} host */
export function inlineScript(host) {
  return [...host.children].find((child) => child.matches('script[type="application/json"]')) ?? null;
}

/** @param {HTMLElement} host @returns {LinksSource | null} */
function linksOf(host) {
  const address = host.getAttribute('alignment');
  if (address) return { kind: 'address', address };
  const script = inlineScript(host);
  return script && { kind: 'script', script };
}

/** @param {HTMLElement} host @returns {PageSource | null} */
function pageOf(host) {
  const src = host.getAttribute('src');
  return src ? { kind: 'src', src } : null;
}
