// The worker: gets the compiled core from the page, then takes orders. Where no worker may start, the page imports this
// script, and the same workshop takes the orders on its own thread.

import { makeCore } from './core.js';
import { IN_WORKER } from './slices.js';
import { Workshop } from './workshop.js';

export { ON_PAGE } from './slices.js';
export { Workshop };

/** @param {MessageEvent<{module: WebAssembly.Module, script: string}>} event */
async function start({ data }) {
  try {
    const core = await makeCore(data.module, data.script);
    const workshop = new Workshop(core, IN_WORKER, (answer) => postMessage(answer));
    addEventListener('message', (event) => workshop.take(event.data));
    postMessage({ ready: true });
  } catch {
    // The page's own thread then finds out what is wrong, or does without a worker.
    postMessage({ ready: false });
  }
}

if (!globalThis.document) addEventListener('message', start, { once: true });
