// Loads the Rust core, once for all components on a page; a worker gets the module that the page has compiled.

import { EnFaceError } from './errors.js';

/** @typedef {typeof import('../pkg/en_face.js')} Engine */
/** @typedef {{core: Engine, module: WebAssembly.Module}} Loaded */

/** @type {Promise<Loaded> | undefined} */
let loading;

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

/** @param {WebAssembly.Module} [given] @returns {Promise<Loaded>} */
async function start(given) {
  if (typeof WebAssembly !== 'object') throw new EnFaceError('engine-unsupported');
  try {
    const [core, module] = await Promise.all([import('../pkg/en_face.js'), given ?? compile()]);
    await core.default({ module_or_path: module });
    return { core, module };
  } catch (error) {
    throw new EnFaceError(isPolicy(error) ? 'engine-blocked' : 'engine-missing', error);
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
