// Makes a core of a compiled module: on the page, and in the worker.

/** @typedef {typeof import('../pkg/en_face.js')} Core */

/**
 * @param {WebAssembly.Module | Promise<WebAssembly.Module>} module
 * @param {string} address of its script, which holds the core: one that was asked for before gives the same core again
 * @returns {Promise<Core>}
 * @throws what the browser says, where it can't load or start it
 */
export async function makeCore(module, address) {
  const loading = /** @type {Promise<Core>} */ (import(/* @vite-ignore */ /* webpackIgnore: true */ address));
  const [core, module_or_path] = await Promise.all([loading, module]);
  await core.default({ module_or_path });
  return core;
}

/**
 * Gives back the memory of something of a core's; what a trap has left locked is lost with its core.
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
