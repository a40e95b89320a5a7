// What the benchmarks of pages share: what they run in a page to take its time, and how they print it.

/** Runs in the page before a benchmark's own script. */
export const TIMING = `
  const wait = (time) => new Promise((resolve) => setTimeout(resolve, time));
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(performance.now());
    port2.postMessage(null);
  }));
  const watch = (type, see) => {
    if (!PerformanceObserver.supportedEntryTypes.includes(type)) return null;
    const observer = new PerformanceObserver((list) => list.getEntries().forEach(see));
    observer.observe({ type });
    return observer;
  };
  // How long a turn has to wait: what holds the thread, be it script, layout or painting, holds it up too.
  const turns = () => {
    let [last, longest, over] = [performance.now(), 0, false];
    const turn = () => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      if (!over) setTimeout(turn, 0);
    };
    turn();
    return () => ((over = true), longest);
  };`;

/** @param {number[]} values */
export const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
/** @param {number} value */
export const ms = (value) => value.toFixed(1);

/**
 * Prints a row for each thing that was measured, a column for each lot of runs.
 *
 * @template Run
 * @param {[string, (runs: Run[]) => string][]} rows
 * @param {Run[][]} columns
 */
export function printRows(rows, columns) {
  for (const [name, of] of rows) console.log(name.padEnd(40) + columns.map((runs) => of(runs).padStart(14)).join(""));
}
