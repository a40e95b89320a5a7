// Reads sentences aloud one after the other. A pause remembers where it was and begins that sentence again: browsers'
// own pausing does not work everywhere.

import { speaker } from './voices.js';

/** @typedef {{text: string, lang: string, voice: SpeechSynthesisVoice}} Piece */
/** @typedef {'idle' | 'reading' | 'paused'} State */

export class Reciter {
  /** @type {State} */
  state = 'idle';
  /** How fast, 1 for as the voice would. */
  rate = 1;
  /** @type {Piece[]} */
  #pieces = [];
  #at = 0;
  /** @type {SpeechSynthesisUtterance | null} kept here: some browsers forget one that nobody holds, and it never ends */
  #current = null;
  #heard;

  /** @param {{piece: (index: number) => void, done: () => void, changed: () => void, failed: () => void}} heard */
  constructor(heard) {
    this.#heard = heard;
  }

  /** @param {Piece[]} pieces read in this order, instead of what is read now */
  read(pieces) {
    this.#pieces = pieces;
    this.#at = 0;
    this.#speak();
  }

  pause() {
    if (this.state !== 'reading') return;
    this.#silence();
    this.#become('paused');
  }

  resume() {
    if (this.state === 'paused') this.#speak();
  }

  /** Reads on at another rate. @param {number} rate */
  setRate(rate) {
    this.rate = rate;
    if (this.state === 'reading') this.#speak();
  }

  stop() {
    if (this.state === 'idle') return;
    this.#silence();
    this.#become('idle');
  }

  #speak() {
    this.#silence();
    const piece = this.#pieces[this.#at];
    if (!piece) {
      this.#become('idle');
      this.#heard.done();
      return;
    }
    const utterance = new SpeechSynthesisUtterance(piece.text);
    Object.assign(utterance, { lang: piece.lang, voice: piece.voice, rate: this.rate });
    utterance.addEventListener('end', () => {
      if (this.#current !== utterance) return;
      this.#at += 1;
      this.#speak();
    });
    utterance.addEventListener('error', ({ error }) => {
      if (this.#current !== utterance) return;
      this.#current = null;
      // Somebody else on the page has begun to speak.
      const stopped = error === 'interrupted' || error === 'canceled';
      this.#become(stopped ? 'paused' : 'idle');
      if (!stopped) this.#heard.failed();
    });
    this.#current = utterance;
    speaker()?.speak(utterance);
    this.#heard.piece(this.#at);
    this.#become('reading');
  }

  #silence() {
    const speaking = this.#current !== null;
    this.#current = null;
    if (speaking) speaker()?.cancel();
  }

  /** @param {State} state */
  #become(state) {
    if (this.state === state) return;
    this.state = state;
    this.#heard.changed();
  }
}
