// The words of the scripts for finished alignments alone in English: those of every text, and fewer of errors, told of links.

import { WORDS as TEXT } from './en-text.js';

/** @type {import('../words.js').Alone} */
export const WORDS = {
  ...TEXT,
  errors: {
    network: ['The links did not load.', 'Check the connection and try again.'],
    'not-found': ['There are no links at this address.', 'Whoever runs the site: check the attribute alignment.'],
    http: ['The links did not load.', 'Try again later, or tell whoever runs the site.'],
    file: ['The links did not load.', 'Open the page over http, or put the links into it.'],
    policy: ['This site’s security policy keeps the links from loading.', 'Whoever runs the site: add their origin to connect-src.'],
    alignment: ['The links cannot be used.', 'Make it again with the same version of en-face.'],
    'mode-missing': ['The script on this page shows finished links only.', 'Whoever runs the site: load en-face.js instead.'],
    'engine-missing': ['The reading component failed.', 'Reload the page.'],
  },
};
