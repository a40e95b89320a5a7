// What the script for finished links in place says of errors in English, besides what every script alone says.

import { WORDS as ALIGNED } from './en-aligned.js';

/** @type {{errors: Partial<import('../words.js').Errors['errors']>}} */
export const WORDS = {
  errors: {
    ...ALIGNED.errors,
    'text-selector': ['The attribute left or right is not a selector.', 'Whoever runs the site: write a CSS selector, such as #original.'],
    'text-missing': ['One of the two texts is not on this page.', 'Whoever runs the site: check the selectors left and right, or put two elements into en-face.'],
    'text-overlap': ['The two texts are one, or one lies in the other.', 'Whoever runs the site: name two elements side by side, neither around en-face.'],
    'text-other': ['The links on this page belong to other texts.', 'Whoever runs the site: make the links anew from the texts as they are now.'],
  },
};
