// How long the tasks of a page's thread take, by the processor's own count: on a machine that is busy with other things a task takes
// longer by the clock, and not by this. Only Chromium tells, in its trace.
import { engine } from "./harness.mjs";

/** @typedef {{ name: string, ph: string, pid: number, tid: number, ts: number, tdur?: number }} Entry */

export class Tasks {
  /** @type {any} Selenium's types do not know it */
  #connection;
  /** @type {Entry[]} */
  #entries = [];
  #complete = () => {};

  /** @param {import("selenium-webdriver").WebDriver} driver @returns {Promise<Tasks | null>} nothing where the browser tells nothing */
  static async of(driver) {
    if (engine !== "chromium") return null;
    const tasks = new Tasks();
    tasks.#connection = await driver.createCDPConnection("page");
    tasks.#connection._wsConnection.on("message", (/** @type {Buffer} */ message) => {
      const { method, params } = JSON.parse(message.toString());
      if (method === "Tracing.dataCollected") tasks.#entries.push(...params.value);
      if (method === "Tracing.tracingComplete") tasks.#complete();
    });
    return tasks;
  }

  async start() {
    this.#entries = [];
    await this.#connection.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: ["toplevel", "blink.user_timing"] } });
  }

  /**
   * The longest task of the page's thread between two marks each, in milliseconds.
   *
   * @param {string[]} marks  of the beginnings, as `performance.mark` of the page has set them; each ends with its name and `-end`
   * @returns {Promise<number[]>}
   */
  async longest(marks) {
    const complete = new Promise((resolve) => (this.#complete = () => resolve(undefined)));
    await this.#connection.send("Tracing.end", {});
    await complete;
    return marks.map((mark) => {
      const [from, to] = [mark, `${mark}-end`].map((name) => this.#entries.find((entry) => entry.name === name));
      if (!from || !to) throw new Error(`the trace has no mark ${mark}`);
      const tasks = this.#entries.filter(({ name, tid, pid, ts }) => /RunTask$/.test(name) && tid === from.tid && pid === from.pid && ts >= from.ts && ts <= to.ts);
      return Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur / 1000));
    });
  }
}
