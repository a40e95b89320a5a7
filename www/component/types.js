// The shapes that the component's parts share, as contract version 1 has them.

/** @typedef {0 | 1} Side the first text on the page, or the second */
/** @typedef {{side: Side, index: number}} Place one sentence */

/**
 * @typedef {object} Link
 * @property {number[]} left
 * @property {number[]} right
 * @property {[number, number]} best
 * @property {number} score the probability that the link is right, 0 to 1
 * @property {'reader'} [by] who decided on it; nobody where it was found
 */

/**
 * What a reader has decided: these sentences belong together and to no others. One empty side: the other one's sentences have
 * no counterpart.
 *
 * @typedef {{left: number[], right: number[]}} Decision
 */

/**
 * A reader's corrections in the form in which they are saved; `texts` names the two texts that they are about.
 *
 * @typedef {{version: 1, texts: string, decisions: Decision[]}} Saved
 */

/**
 * @typedef {object} Check
 * @property {number} left
 * @property {number} right
 * @property {'quantity' | 'percentage' | 'money' | 'date'} kind
 * @property {string} found what the left sentence says
 * @property {string} expected what the right sentence says
 */

/**
 * @typedef {object} Sentence
 * @property {string} text as it stands in the page
 * @property {number} start
 * @property {number} end
 * @property {{text: string}[]} [runs] what a reader sees, where that is not `text`
 */

/**
 * @typedef {object} Alignment
 * @property {1} version
 * @property {{titles: Record<string, string>, source: string | null, related: object[]}} page
 * @property {'summary' | 'parallel'} regime
 * @property {{lang: string, blocks: object[], sentences: Sentence[]}[]} sides
 * @property {Link[]} links
 * @property {Check[]} [checks]
 * @property {Decision[]} [corrections] what a reader has decided about the links
 */

/**
 * @typedef {object} Progress
 * @property {'download' | 'load' | 'encode'} phase
 * @property {number} loaded bytes of the encoder, 0 or 1, sentences
 * @property {number} total of the same; 0 when it is not known
 */

export {};
