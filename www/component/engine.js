// Loads the Rust core, once for all components on a page; a worker gets the module that the page has compiled.

import { EnFaceError } from './errors.js';
import { reason } from './refused.js';

/** @typedef {typeof import('../pkg/en_face.js')} Engine */
/** @typedef {{core: Engine, module: WebAssembly.Module}} Loaded */

/** @type {Promise<Loaded> | undefined} */
let loading;
/** @type {Loaded | undefined} what is in use now */
let inUse;
/** How often a core has been replaced, or did not start. */
let renewals = 0;

/**
 * The core, ready to use, and the module that it was made from.
 *
 * @param {WebAssembly.Module} [module] a module that another thread has compiled
 * @returns {Promise<Loaded>}
 * @throws {EnFaceError} `engine-…`, with what the browser said as its cause
 */
export function engine(module) {
  loading ??= start(module).catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/**
 * Sees to it that whoever asks next gets a new core, in place of one that has trapped: what that holds in memory cannot be
 * trusted any more. The compiled module stays.
 *
 * @param {Engine} broken another core than the one in use is left alone
 */
export function renew(broken) {
  if (inUse?.core !== broken) return;
  const { module } = inUse;
  // Several may find it broken at a time.
  inUse = undefined;
  renewals += 1;
  loading = undefined;
  engine(module).catch(() => {});
}

/**
 * Asks the core something about texts that it need not hold; one that traps is replaced, and the new one is asked.
 *
 * @template T
 * @param {(core: Engine) => T} question
 * @returns {Promise<T>}
 */
export async function askCore(question) {
  const { core } = await engine();
  try {
    return question(core);
  } catch (error) {
    if (!EnFaceError.from(error).isTrap) throw error;
    renew(core);
    return question((await engine()).core);
  }
}

/**
 * Gives back the memory of something of the core's; what a trap has left locked is lost with its core.
 *
 * @param {{free: () => void}} thing
 */
export function release(thing) {
  try {
    thing.free();
  } catch {
    // The trap itself has been thrown already, and tells more.
  }
}

/** @returns {Promise<Engine>} a module of its own for every core: it holds one */
function script() {
  if (!renewals) return import('../pkg/en_face.js');
  return import(new URL(`../pkg/en_face.js?${renewals}`, import.meta.url).href);
}

/** @param {WebAssembly.Module} [given] @returns {Promise<Loaded>} */
async function start(given) {
  if (typeof WebAssembly !== 'object') throw new EnFaceError('engine-unsupported');
  try {
    const [core, module] = await Promise.all([script(), given ?? compile()]);
    await core.default({ module_or_path: module });
    return (inUse = { core, module });
  } catch (error) {
    // A script that did not load, or got a module that is none of its own, stays so under its address.
    renewals += 1;
    const code = isPolicy(error) ? 'engine-blocked' : await reason('engine-missing');
    throw new EnFaceError(code, error);
  }
}

async function compile() {
  const response = await fetch(new URL('../pkg/en_face_bg.wasm', import.meta.url));
  if (!response.ok) throw new Error(`en_face_bg.wasm: HTTP ${response.status}`);
  // Browsers compile what is still arriving only under this very type, and many a server does not know it.
  const streams = response.headers.get('content-type') === 'application/wasm' && WebAssembly.compileStreaming;
  return streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

/** @param {unknown} error */
function isPolicy(error) {
  return error instanceof WebAssembly.CompileError && /content security|unsafe-eval|csp/i.test(error.message);
}
