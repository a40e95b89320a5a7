// The interface's own words in English: those of every text, whatever its mode. The tools' and the errors' are files beside this.

/** What a text is called. @param {import('../types.js').Alignment['regime']} regime @param {import('../types.js').Side} side */
const text = (regime, side) => (side === 1 ? 'original' : regime === 'summary' ? 'summary' : 'translation');

/** @type {import('../words.js').Own} */
export const WORDS = {
  lang: 'en',
  loading: 'Loading…',
  empty: 'There is no page here yet.',
  emptyRemedy: 'Name a bilingual page in the src attribute.',
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
  check: (regime, found, expected) => `Check this: the ${text(regime, 0)} says “${found}”, the original “${expected}”.`,
  retry: 'Try again',
  progress: 'Finding better links',
  tools: 'Reading tools',
};
