// The words in place in English.

/** @type {import('../words.js').InPlace} */
export const WORDS = {
  inPlace: {
    name: 'Sentence by sentence',
    keys: 'Arrow up and down: previous and next sentence. Left and right: its counterpart. Enter pins, Escape lets go.',
    previous: 'Previous sentence',
    next: 'Next sentence',
    across: 'Counterpart',
    pin: 'Pin',
  },
};
