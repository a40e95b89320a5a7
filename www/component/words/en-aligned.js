// What the script for finished alignments alone says of errors in English.

/** @type {{errors: Partial<import('../words.js').Errors['errors']>}} */
export const WORDS = {
  errors: {
    network: ['The links did not load.', 'Check the connection and try again.'],
    file: ['A page opened from disk cannot read other files.', 'Open it over http, or use en-face-aligned.js.'],
    policy: ['This site’s security policy keeps a file from loading.', 'Whoever runs the site: add its origin to script-src and connect-src.'],
    alignment: ['The finished alignment cannot be used.', 'Make it again with the same version of en-face.'],
    'mode-missing': ['The script on this page shows finished alignments only.', 'Whoever runs the site: load en-face.js instead.'],
    'engine-missing': ['The reading component failed.', 'Reload the page.'],
  },
};
