// Orders for links, and questions about them: a worker takes them, one for all components on a page; the page's thread
// where none may start.

import { engine, renew, SCRIPT } from './engine.js';
import { EnFaceError } from './errors.js';

/** @typedef {import('./types.js').Alignment} Alignment */
/** @typedef {import('./types.js').Progress} Progress */
/** @typedef {import('./workshop.js').Answer} Answer */
/** @typedef {import('./workshop.js').Evidence} Evidence */
/** @typedef {import('./workshop.js').Order} Order */
/** @typedef {import('./workshop.js').Pair} Pair */
/** @typedef {import('./workshop.js').Work} Work */
/** @typedef {{take: (order: Order) => void, close: () => void}} Taker */
/** @typedef {{resolve: (alignment: Alignment | null) => void, reject: (error: EnFaceError) => void, progress: (progress: Progress) => void}} Customer */

/** Whoever did the work is gone, and what was begun with them. */
class Breakdown extends EnFaceError {}

/** How long the worker outlives the last component, in milliseconds: the next page may have one too. */
const LINGER = 5000;
/** How long a worker may take to start, in milliseconds. */
const START = 15000;
/** A file that imports nothing: a bundler copies it as it is. */
const WORKER = new URL('./worker.js', import.meta.url).href;

/** @type {Promise<Taker> | null} */
let taking = null;
/** @type {Map<number, Customer>} */
const customers = new Map();
/** @type {Map<number, (evidence: Evidence[]) => void>} who waits for clauses */
const questions = new Map();
/** @type {Set<object>} the components on the page */
const guests = new Set();
let number = 0;
let closing = 0;

/**
 * Keeps what was loaded as long as a component is on the page.
 *
 * @param {object} guest
 */
export function enter(guest) {
  clearTimeout(closing);
  guests.add(guest);
}

/** @param {object} guest */
export function leave(guest) {
  if (guests.delete(guest) && !guests.size) closing = setTimeout(close, LINGER);
}

/**
 * Links that use the encoder, or that need none.
 *
 * @param {Work} work
 * @param {(progress: Progress) => void} progress
 * @param {AbortSignal} signal calls it off
 * @returns {Promise<Alignment | null>} null when the encoder does not know the page's languages
 * @throws {EnFaceError} `encoder-…`
 */
export async function orderLinks(work, progress, signal) {
  try {
    return await order(work, progress, signal);
  } catch (error) {
    // A fault of the browser's own, or a moment without memory, is over by the second time.
    if (!(error instanceof Breakdown)) throw error;
    return order(work, progress, signal);
  }
}

/** @param {Work} work @param {(progress: Progress) => void} progress @param {AbortSignal} signal @returns {Promise<Alignment | null>} */
async function order(work, progress, signal) {
  const opening = (taking ??= open());
  const taker = await opening.catch((error) => {
    if (taking === opening) taking = null;
    throw new EnFaceError('encoder-failed', error);
  });
  signal.throwIfAborted();
  const id = (number += 1);
  return new Promise((resolve, reject) => {
    const cancel = () => {
      if (customers.delete(id)) taker.take({ id, cancel: true });
      reject(signal.reason);
    };
    customers.set(id, { resolve, reject, progress });
    signal.addEventListener('abort', cancel, { once: true });
    taker.take({ id, work });
  });
}

/**
 * The clauses of two sentences that mean the same, as far as an encoder is loaded: none is loaded for them.
 *
 * @param {Pair} pair
 * @returns {Promise<Evidence[]>}
 */
export async function alikeClauses(pair) {
  const taker = await taking?.catch(() => null);
  if (!taker) return [];
  const id = (number += 1);
  return new Promise((resolve) => {
    questions.set(id, resolve);
    taker.take({ id, pair });
  });
}

/** @param {Answer} answer */
function receive(answer) {
  if ('evidence' in answer) {
    questions.get(answer.id)?.(answer.evidence);
    questions.delete(answer.id);
    return;
  }
  const customer = customers.get(answer.id);
  if ('progress' in answer) {
    customer?.progress(answer.progress);
    return;
  }
  customers.delete(answer.id);
  if ('alignment' in answer) customer?.resolve(answer.alignment);
  else if (answer.broken) {
    customer?.reject(new Breakdown('encoder-failed', answer.reason));
    fail(answer.reason);
  } else customer?.reject(new EnFaceError(answer.code, answer.reason));
}

/** What was begun there is lost; the next page gets a new one. @param {unknown} reason */
function fail(reason) {
  close();
  for (const { reject } of customers.values()) reject(new Breakdown('encoder-failed', reason));
  customers.clear();
}

function close() {
  taking?.then((taker) => taker.close(), () => {});
  taking = null;
  for (const resolve of questions.values()) resolve([]);
  questions.clear();
}

/** @returns {Promise<Taker>} */
async function open() {
  const { core, module } = await engine();
  return startWorker(module).catch(async () => {
    const { Workshop, ON_PAGE } = await import('./worker.js');
    return new Workshop(core, ON_PAGE, (answer) => {
      if ('broken' in answer && answer.broken) renew(core);
      receive(answer);
    });
  });
}

/**
 * @param {WebAssembly.Module} module
 * @returns {Promise<Taker>}
 * @throws when the page's security policy, or the script's own address, allows none
 */
function startWorker(module) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(trustedAddress(), { type: 'module', name: 'en-face' });
    const refuse = (/** @type {unknown} */ reason) => {
      worker.terminate();
      reject(reason);
    };
    const slow = setTimeout(() => refuse('slow'), START);
    /** @type {Taker} */
    const taker = { take: (order) => worker.postMessage(order), close: () => worker.terminate() };
    worker.onerror = (event) => {
      event.preventDefault();
      clearTimeout(slow);
      refuse(event.message);
    };
    worker.onmessage = ({ data }) => {
      clearTimeout(slow);
      if (!data.ready) {
        refuse('no core');
        return;
      }
      worker.onmessage = (event) => receive(event.data);
      worker.onmessageerror = fail;
      worker.onerror = (event) => {
        event.preventDefault();
        fail(event.message);
      };
      resolve(taker);
    };
    worker.postMessage({ module, script: SCRIPT });
  });
}

/** @type {{createScriptURL: (address: string) => string} | undefined} */
let policy;

/**
 * The worker's address as pages with Trusted Types want it; their policy lets nothing else through.
 *
 * @returns {string}
 */
function trustedAddress() {
  const { trustedTypes } = /** @type {{trustedTypes?: {createPolicy: (name: string, rules: object) => typeof policy}}} */ (globalThis);
  try {
    policy ??= trustedTypes?.createPolicy('en-face', {
      createScriptURL(/** @type {string} */ address) {
        if (address === WORKER) return address;
        throw new TypeError(address);
      },
    });
  } catch {
    // A page that allows no such policy may still take plain addresses.
  }
  return policy?.createScriptURL(WORKER) ?? WORKER;
}
