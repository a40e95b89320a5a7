// What is said of every text in English, whatever its mode and the script that shows it.

/** @type {typeof import('./zh-text.js').WORDS} */
export const WORDS = {
  lang: 'en',
  loading: 'Loading…',
  empty: 'There is no page here yet.',
  related: 'Related',
  source: 'Source:',
  above: 'The counterpart is above',
  below: 'The counterpart is below',
  hidden: 'The counterpart',
  unsure: { likely: 'Likely:', possible: 'Possibly:' },
  confidence: { sure: 'sure', likely: 'likely', possible: 'possible' },
  go: 'Show it',
  close: 'Close',
  none: 'No counterpart was found.',
  pinned: 'Pinned.',
  released: 'Let go.',
  check: (regime, found, expected) => `Check this: the ${regime === 'summary' ? 'summary' : 'translation'} says “${found}”, the original “${expected}”.`,
  retry: 'Try again',
};
