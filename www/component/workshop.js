// Makes links: holds the encoder, takes one page after the other, and tells in between why two sentences are linked.
// Runs in the worker, or on the page's thread.

import { encoderFile } from './encoder-file.js';
import { release } from './core.js';
import { EnFaceError } from './errors.js';
import { inSlices } from './slices.js';

/** @typedef {typeof import('../pkg/en_face.js')} Engine */
/** @typedef {import('../pkg/en_face.js').Encoder} Encoder */
/** @typedef {import('../pkg/en_face.js').Evidence} Evidence */
/** @typedef {import('./encoder-choice.js').Choice} Choice */
/** @typedef {import('./types.js').Alignment} Alignment */
/** @typedef {import('./types.js').Progress} Progress */
/** @typedef {{bytes: Uint8Array, settings: import('../pkg/en_face.js').Settings, choice: Choice | null, anew: boolean}} Work without a choice, links that need no encoder */
/** @typedef {{left: string, right: string, leftLang: string, rightLang: string}} Pair two sentences, as a reader sees them */
/** @typedef {{id: number, work: Work} | {id: number, pair: Pair} | {id: number, cancel: true}} Order */
/** @typedef {{id: number, progress: Progress} | {id: number, alignment: Alignment | null} | {id: number, evidence: Evidence[]} | {id: number, code: import('./errors.js').Code, reason: string, broken: boolean}} Answer */
/** @typedef {{id: number, work: Work & {choice: Choice}, over: AbortController}} Job */
/** @typedef {{choice: Choice, over: AbortController, loading: Promise<Encoder | null>, loaded: boolean}} Held */

/** Milliseconds between two reports: more often nobody can see them. */
const REPORT = 50;

export class Workshop {
  #core;
  #pace;
  #answer;
  /** @type {Job[]} the first one is under way */
  #jobs = [];
  #busy = false;
  /** @type {Held | null} the encoder that was wanted last */
  #held = null;
  #reported = 0;

  /**
   * @param {Engine} core
   * @param {import('./slices.js').Pace} pace
   * @param {(answer: Answer) => void} answer
   */
  constructor(core, pace, answer) {
    this.#core = core;
    this.#pace = pace;
    this.#answer = answer;
  }

  /** @param {Order} order */
  take(order) {
    if ('cancel' in order) this.#cancel(order.id);
    else if ('pair' in order) this.#compare(order.id, order.pair);
    else this.#start(order.id, order.work);
  }

  /** @param {number} id @param {Work} work */
  #start(id, work) {
    const { choice } = work;
    if (choice) {
      this.#jobs.push({ id, work: { ...work, choice }, over: new AbortController() });
      this.#run();
    } else this.#plain(id, work);
  }

  /** Stops everything and lets go of the encoder. */
  close() {
    for (const { id } of this.#jobs) this.#cancel(id);
    this.#letGo();
  }

  /** Links without an encoder wait for no other page's. @param {number} id @param {Work} work */
  async #plain(id, { bytes, settings }) {
    const align = async () => {
      await this.#pace.pause();
      const reading = new this.#core.Draft(bytes, settings).read();
      try {
        return /** @type {Alignment} */ (reading.align());
      } finally {
        release(reading);
      }
    };
    this.#answer(await attempt(id, align));
  }

  async #run() {
    if (this.#busy) return;
    this.#busy = true;
    for (let job; (job = this.#jobs[0]); ) {
      const { id, over } = job;
      const current = job;
      const answer = await attempt(id, () => this.#improve(current));
      this.#jobs = this.#jobs.filter((other) => other !== job);
      if (!over.signal.aborted) this.#answer(answer);
    }
    this.#busy = false;
  }

  /** @param {number} id */
  #cancel(id) {
    this.#jobs.find((job) => job.id === id)?.over.abort();
    this.#jobs = this.#jobs.filter((job) => job.id !== id);
    // A loaded encoder stays for the pages to come; one that still loads stays if anybody waits for it.
    if (this.#held && !this.#held.loaded && !this.#waiting(this.#held.choice).length) this.#letGo();
  }

  /** @param {Choice} choice @returns {number[]} whose pages wait for this encoder */
  #waiting(choice) {
    return this.#jobs.filter(({ work }) => equal(work.choice, choice)).map(({ id }) => id);
  }

  #letGo() {
    this.#held?.over.abort();
    this.#held?.loading.then((encoder) => encoder && release(encoder)).catch(() => {});
    this.#held = null;
  }

  /** @param {Job} job @returns {Promise<Alignment | null>} */
  async #improve({ id, work, over: { signal } }) {
    const encoder = await this.#encoder(work);
    signal.throwIfAborted();
    if (!encoder) return null;
    const reading = new this.#core.Draft(work.bytes, work.settings).read();
    try {
      if (!reading.covered(encoder)) return null;
      const total = reading.encode(encoder, 0);
      await inSlices(this.#pace, signal, (count) => {
        const left = reading.encode(encoder, count);
        this.#report([id], { phase: 'encode', loaded: total - left, total });
        return left;
      });
      await this.#pace.pause();
      signal.throwIfAborted();
      return /** @type {Alignment} */ (reading.align());
    } finally {
      release(reading);
    }
  }

  /** Answers at once, also while a page is under way: somebody is looking at the two. @param {number} id @param {Pair} pair */
  async #compare(id, { left, right, leftLang, rightLang }) {
    const encoder = this.#held?.loaded ? await this.#held.loading : null;
    try {
      this.#answer({ id, evidence: encoder?.clauses(left, right, leftLang, rightLang) ?? [] });
    } catch (error) {
      this.#answer({ id, code: 'encoder-failed', reason: String(error), broken: true });
    }
  }

  /** @param {Job['work']} work @returns {Promise<Encoder | null>} */
  #encoder({ choice, anew }) {
    if (this.#held && equal(this.#held.choice, choice)) return this.#held.loading;
    this.#letGo();
    const over = new AbortController();
    /** @type {Held} */
    const held = { choice, over, loading: this.#load(choice, anew, over.signal), loaded: false };
    const settle = (/** @type {Encoder | null} */ encoder) => {
      held.loaded = encoder !== null;
      if (!encoder && this.#held === held) this.#held = null;
    };
    held.loading.then(settle, () => settle(null));
    return (this.#held = held).loading;
  }

  /** @param {Choice} choice @param {boolean} anew @param {AbortSignal} signal @returns {Promise<Encoder | null>} */
  async #load(choice, anew, signal) {
    const progress = (/** @type {number} */ loaded, /** @type {number} */ total) =>
      this.#report(this.#waiting(choice), { phase: 'download', loaded, total });
    const file = await encoderFile(choice, { anew, progress, signal });
    if (!file) return null;
    try {
      const encoder = await this.#read(file.bytes, choice, signal);
      file.keep();
      return encoder;
    } catch (error) {
      const { code } = EnFaceError.from(error);
      if (!file.kept || signal.aborted || !code.startsWith('encoder-')) throw error;
      await file.drop();
      return this.#load(choice, true, signal);
    }
  }

  /** @param {Uint8Array} bytes @param {Choice} choice @param {AbortSignal} signal */
  async #read(bytes, choice, signal) {
    const loader = new this.#core.EncoderLoader(bytes);
    let ready = false;
    try {
      this.#report(this.#waiting(choice), { phase: 'load', loaded: 0, total: 1 });
      // A step is as much as fits a slice.
      await inSlices(this.#pace, signal, () => ((ready = loader.step()) ? 0 : 1));
      this.#report(this.#waiting(choice), { phase: 'load', loaded: 1, total: 1 });
    } finally {
      if (!ready) release(loader);
    }
    return loader.finish();
  }

  /** @param {number[]} ids @param {Progress} progress */
  #report(ids, progress) {
    const now = performance.now();
    const between = progress.loaded > 0 && progress.loaded !== progress.total;
    if (between && now - this.#reported < REPORT) return;
    this.#reported = now;
    for (const id of ids) this.#answer({ id, progress });
  }
}

/**
 * @param {number} id
 * @param {() => Promise<Alignment | null>} work
 * @returns {Promise<Answer>} its links, or why there are none
 */
async function attempt(id, work) {
  try {
    return { id, alignment: await work() };
  } catch (error) {
    const { code, cause } = EnFaceError.from(error);
    const known = code.startsWith('encoder-');
    return { id, code: known ? code : 'encoder-failed', reason: String(cause ?? error), broken: !known };
  }
}

/** @param {Choice} one @param {Choice} other */
function equal(one, other) {
  return one.address === other.address && one.sha256 === other.sha256 && one.keptOnly === other.keptOnly;
}
