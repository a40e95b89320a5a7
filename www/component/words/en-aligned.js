// What the scripts for finished alignments alone say of errors in English.

/** @type {{errors: Partial<import('../words.js').Errors['errors']>}} */
export const WORDS = {
  errors: {
    network: ['The links did not load.', 'Check the connection and try again.'],
    'not-found': ['There are no links at this address.', 'Whoever runs the site: check the attribute alignment.'],
    http: ['The server did not hand out the links.', 'Try again later, or tell whoever runs the site.'],
    file: ['A page opened from disk cannot read other files.', 'Open it over http, or use en-face-aligned.js.'],
    policy: ['This site’s security policy keeps a file from loading.', 'Whoever runs the site: add its origin to script-src and connect-src.'],
    alignment: ['The finished alignment cannot be used.', 'Make it again with the same version of en-face.'],
    'mode-missing': ['The script on this page shows finished alignments only.', 'Whoever runs the site: load en-face.js instead.'],
    'engine-missing': ['The reading component failed.', 'Reload the page.'],
  },
};
