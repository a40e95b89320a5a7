// The words of the script for finished links in place in English: what it says there and of errors, besides what every script alone says.

import { WORDS as ALIGNED } from './en-aligned.js';
import { WORDS as IN_PLACE } from './en-in-place.js';

/** @type {import('../words.js').Alone} */
export const WORDS = {
  ...ALIGNED,
  ...IN_PLACE,
  errors: {
    ...ALIGNED.errors,
    'text-selector': ['The attribute left or right is not a selector.', 'Whoever runs the site: write a CSS selector, such as #original.'],
    'text-missing': ['One of the two texts is not on this page.', 'Whoever runs the site: check the selectors left and right, or put two elements into en-face.'],
    'text-overlap': ['The two texts are one, or one lies in the other.', 'Whoever runs the site: name two elements side by side, neither around en-face.'],
    'text-other': ['The links on this page belong to other texts.', 'Whoever runs the site: make the links anew from the texts as they are now.'],
  },
};
