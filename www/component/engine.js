// Loads the Rust core, once for all components on a page; a worker gets the module that the page has compiled.

import { makeCore } from './core.js';
import { EnFaceError } from './errors.js';
import { home, reason } from './refused.js';
import { VERSION } from './version.js';

/** @typedef {import('./core.js').Core} Engine */
/** @typedef {{core: Engine, module: WebAssembly.Module}} Loaded */

/**
 * The core's own script and its module. A bundler copies both as they are: the script has to be loaded anew for every core,
 * and the worker's, which is copied too, gets its address from the page.
 */
export const SCRIPT = new URL('../pkg/en_face.js', import.meta.url).href;
const MODULE = new URL('../pkg/en_face_bg.wasm', import.meta.url).href;

/** @type {Promise<Loaded> | undefined} */
let loading;
/** @type {Loaded | undefined} what is in use now */
let inUse;
/** How often a core has been replaced, or did not start. */
let renewals = 0;

/**
 * The core, ready to use, and the module that it was made from.
 *
 * @param {WebAssembly.Module} [module] one that has been compiled already
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
 * Whether the core has trapped: by a fault of its own or of the browser's below it, or for want of memory.
 *
 * @param {unknown} thrown
 */
export function isTrap(thrown) {
  return thrown instanceof WebAssembly.RuntimeError;
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
    if (!isTrap(error)) throw error;
    renew(core);
    return question((await engine()).core);
  }
}

/** @param {WebAssembly.Module} [given] @returns {Promise<Loaded>} */
async function start(given) {
  if (typeof WebAssembly !== 'object') throw new EnFaceError('engine-unsupported');
  try {
    const compiling = given ?? compile();
    const core = await makeCore(compiling, renewals ? `${SCRIPT}${SCRIPT.includes('?') ? '&' : '?'}${renewals}` : SCRIPT);
    // Caches, and copies by hand, may bring together what does not belong together.
    const version = given ? VERSION : core.version?.();
    if (version !== VERSION) throw new EnFaceError('engine-version', new Error(`${version}, not ${VERSION}`));
    return (inUse = { core, module: await compiling });
  } catch (error) {
    // A script that did not load, or got a module that is none of its own, stays so under its address.
    renewals += 1;
    if (error instanceof EnFaceError) throw error;
    const code = isPolicy(error) ? 'engine-blocked' : await reason('engine-missing', home());
    throw new EnFaceError(code, error);
  }
}

async function compile() {
  const response = await fetch(MODULE);
  if (!response.ok) throw new Error(`en_face_bg.wasm: HTTP ${response.status}`);
  // Browsers compile what is still arriving only under this very type, and many a server does not know it.
  const streams = response.headers.get('content-type') === 'application/wasm' && WebAssembly.compileStreaming;
  return streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

/** @param {unknown} error */
function isPolicy(error) {
  return error instanceof WebAssembly.CompileError && /content security|unsafe-eval|csp/i.test(error.message);
}
