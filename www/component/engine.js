// Loads the Rust core, once for all components on a page.

import { EnFaceError } from './errors.js';

/** @typedef {typeof import('../pkg/en_face.js')} Engine */

/** @type {Promise<Engine> | undefined} */
let loading;

/**
 * The core, ready to use.
 *
 * @returns {Promise<Engine>}
 * @throws {EnFaceError} `engine-…`, with what the browser said as its cause
 */
export function engine() {
  loading ??= start().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** @returns {Promise<Engine>} */
async function start() {
  if (typeof WebAssembly !== 'object') throw new EnFaceError('engine-unsupported');
  try {
    const core = await import('../pkg/en_face.js');
    await core.default();
    return core;
  } catch (error) {
    throw new EnFaceError(isPolicy(error) ? 'engine-blocked' : 'engine-missing', error);
  }
}

/** @param {unknown} error */
function isPolicy(error) {
  return error instanceof WebAssembly.CompileError && /content security|unsafe-eval|csp/i.test(error.message);
}
