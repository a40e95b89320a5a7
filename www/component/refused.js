// What the page's security policy has kept from loading: a failed load by itself does not say so, but browsers tell the page.

import { turn } from './slices.js';

/** Addresses, or what a browser tells of them: the origin alone. @type {string[]} */
const refused = [];

// A worker has no document, and no reader to tell.
globalThis.document?.addEventListener('securitypolicyviolation', (event) => {
  if (event.disposition === 'enforce' && /^(con|scr)/.test(event.effectiveDirective)) refused.push(event.blockedURI);
});

/** Where the component's own files are. Bundlers look for addresses in another form. */
export const home = () => new URL('..', new URL(import.meta.url));

/**
 * Why something did not load.
 *
 * @param {import('./errors.js').Code} code why, if it was not the policy
 * @param {URL} address of what was asked for
 */
export async function reason(code, { href, origin }) {
  // The browser tells of it on its own, after what was asked for has failed.
  await turn();
  return refused.some((blocked) => blocked === origin || blocked.startsWith(href.split('#')[0])) ? 'policy' : code;
}
