// Long work in short slices: between two of them the thread can do something else.

/** @typedef {{slice: number, pause: () => Promise<unknown>}} Pace how many milliseconds a slice should take; what gives the thread back */

/**
 * A worker has nothing else to do than to hear that work is called off.
 *
 * @type {Pace}
 */
export const IN_WORKER = { slice: 40, pause: turn };

/**
 * The page's own thread has better things to do. One estimate in many is too low by a factor: long sentences follow
 * short ones. A slice that was to take 8 ms still ends before a reader can feel it then.
 *
 * @type {Pace}
 */
export const ON_PAGE = { slice: 8, pause: background };

/**
 * One slice a frame, for what changes what is on the screen. Work that has itself laid out before it ends is measured with
 * what that takes, and the frame has only to paint.
 *
 * @type {Pace}
 */
export const ON_SCREEN = { slice: 14, pause: () => (document.hidden ? turn() : painted(400)) };

/**
 * Works until nothing is left.
 *
 * @param {Pace} pace
 * @param {AbortSignal} signal
 * @param {(count: number) => unknown} work does so many pieces of the work; whether any are left
 */
export async function inSlices({ slice, pause }, signal, work) {
  for (let count = 1; ; ) {
    signal.throwIfAborted();
    const start = performance.now();
    const left = work(count);
    // Clocks are coarse: what seems to take no time at all may have taken a tenth of a millisecond.
    const fitting = (count * slice) / Math.max(performance.now() - start, 0.1);
    count = Math.max(1, Math.floor(Math.min(fitting, count * 4)));
    // After the last slice too: what comes next is work of its own.
    await pause();
    if (!left) return;
  }
}

/** Lets everything that waits have its turn. */
export function turn() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve(undefined);
    };
    port2.postMessage(null);
  });
}

/**
 * Resolves once the browser has had time to paint; where it paints nothing, as in a hidden page, after a while.
 *
 * @param {number} [most] milliseconds
 */
export function painted(most = 100) {
  return new Promise((resolve) => {
    const late = setTimeout(resolve, most);
    requestAnimationFrame(() => setTimeout(() => (clearTimeout(late), resolve(undefined)), 0));
  });
}

/** Lets the page go first, where the browser knows of such a thing. */
function background() {
  const { scheduler } = /** @type {{scheduler?: {postTask?: (task: () => void, options: object) => Promise<void>}}} */ (globalThis);
  return scheduler?.postTask?.(() => {}, { priority: 'background' }) ?? turn();
}
