// How fast a page of any length is read in a browser: `cargo xtask bench --browser ENGINE`, or `node bench-reading.mjs` in
// this folder after `cargo xtask build`. Opens the pages of the folder that EN_FACE_BENCH_PAGES names, each as often as
// RUNS says, in a reader that is open already, and prints medians, side by side.
import { median, ms, printRows, TIMING } from "./bench-page.mjs";
import { Page, engine } from "./harness.mjs";

const RUNS = 5;

/** Where on the page a sentence is pointed at, as shares of its links. */
const PLACES = [0, 0.25, 0.5, 0.75, 1];

/** Runs in the page, so it uses nothing from here. */
const measure = `${TIMING}
  const [path, places, done] = arguments;
  const view = document.querySelector("en-face");
  const aligned = new Promise((resolve) => view.addEventListener("enface-aligned", resolve, { once: true }));
  const ready = new Promise((resolve) => view.addEventListener("enface-ready", () => resolve(performance.now()), { once: true }));
  const sentences = () => view.shadowRoot.querySelectorAll("[part~=sentence]");
  const point = (element) => new Promise((resolve) => requestAnimationFrame(() => {
    // Browsers hand on a pointer's movements right before they paint.
    const start = performance.now();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(performance.now() - start);
    element.dispatchEvent(new PointerEvent("pointerover", { bubbles: true, composed: true, pointerType: "mouse" }));
    port2.postMessage(null);
  }));
  (async () => {
    let longTasks = 0;
    const shifts = [];
    const observers = [watch("longtask", () => (longTasks += 1)), watch("layout-shift", (entry) => shifts.push(entry))];
    const longest = turns();
    const start = performance.now();
    view.setAttribute("src", path);
    // The page before is dropped at once.
    await Promise.resolve();
    let first;
    do first = await painted(); while (!sentences().length);
    // With the text the window's scroll bar comes back, which moves the head of the reader's page.
    const still = await painted();
    const whole = await ready;
    await aligned;
    const links = await painted();
    await wait(300);
    const turn = longest();
    const [seesTasks, seesShifts] = observers.map((observer) => observer !== null);
    observers.forEach((observer) => observer?.disconnect());
    const later = shifts.filter((entry) => entry.startTime > still).reduce((sum, entry) => sum + entry.value, 0);
    const hovers = [];
    const found = view.alignment.links;
    for (const place of places) {
      const { left } = found[Math.round(place * (found.length - 1))];
      const element = view.shadowRoot.getElementById("s0-" + left[0]);
      element.scrollIntoView({ block: "center" });
      await wait(400);
      hovers.push(await point(element));
      if (!element.part.contains("active")) throw new Error("pointing lights nothing up");
      view.shadowRoot.querySelector(".frame").dispatchEvent(new PointerEvent("pointerleave", { pointerType: "mouse" }));
      await wait(400);
    }
    return { count: sentences().length, first: first - start, whole: whole - start, links: links - start, turn, hovers,
      longTasks: seesTasks ? longTasks : null, shift: seesShifts ? later : null };
  })().then(done, (error) => done({ error: String(error?.stack ?? error) }));
`;

const folder = process.env.EN_FACE_BENCH_PAGES;
if (!folder) throw new Error("EN_FACE_BENCH_PAGES names no folder of pages: run `cargo xtask bench --browser chromium`");

/**
 * @typedef {{ count: number, first: number, whole: number, links: number, turn: number, hovers: number[],
 *   longTasks: number | null, shift: number | null, error?: string }} Run
 */

const page = new Page();
await page.start(["--pages", folder]);
try {
  await page.open("/?page=seeds/library-hours.txt");
  await page.driver.manage().setTimeouts({ script: 300_000 });
  const { folders } = await page.driver.executeAsyncScript("fetch('/pages.json').then((r) => r.json()).then(arguments[0])");
  /** @type {string[]} */
  const paths = folders.at(-1).pages.map((/** @type {{ path: string }} */ entry) => entry.path);
  const columns = [];
  for (const path of paths) {
    /** @type {Run[]} */
    const runs = [];
    for (let run = 0; run < RUNS; run += 1) {
      await page.open("/?page=seeds/library-hours.txt");
      // The reader's own page comes to rest.
      await new Promise((resolve) => setTimeout(resolve, 1000));
      const found = /** @type {Run} */ (await page.driver.executeAsyncScript(measure, path, PLACES));
      if (found.error) throw new Error(`${path}: ${found.error}`);
      runs.push(found);
    }
    columns.push(runs);
  }
  columns.sort((a, b) => a[0].count - b[0].count);
  /** @type {[string, (runs: Run[]) => string][]} */
  const rows = [
    ["sentences, both sides", ([run]) => run.count.toLocaleString("en")],
    ["first screen of text", (runs) => ms(median(runs.map((run) => run.first)))],
    ["all of the text", (runs) => ms(median(runs.map((run) => run.whole)))],
    ["first links", (runs) => ms(median(runs.map((run) => run.links)))],
    ["longest turn", (runs) => ms(median(runs.map((run) => run.turn)))],
    ["tasks over 50 ms", (runs) => runs.map((run) => run.longTasks ?? "?").join(" ")],
    ["hover to paint", (runs) => ms(median(runs.flatMap((run) => run.hovers)))],
    ["hover to paint, slowest place", (runs) => ms(median(runs.map((run) => Math.max(...run.hovers))))],
    ["layout shift after the first screen", (runs) => (runs[0].shift === null ? "?" : Math.max(...runs.map((run) => run.shift ?? 0)).toFixed(4))],
  ];
  console.log(`${engine}, medians of ${RUNS}, milliseconds; tasks over 50 ms in each run, the largest layout shift of all`);
  printRows(rows, columns);
} finally {
  await page.stop();
}
process.exit(0);
