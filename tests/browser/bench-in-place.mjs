// How fast two texts of the page's own are linked in place, and how long they hold the page's thread: `cargo xtask bench --browser
// ENGINE`, or `node bench-in-place.mjs` in this folder after `cargo xtask build`. Puts the texts of the folder that
// EN_FACE_BENCH_TEXTS names on a page, links them as often as RUNS says, first with the core, then with the links that it has made,
// and prints medians, side by side; of the longest turns the shortest too, since a busy machine makes them longer, never shorter. What
// a task takes of the processor's time it does not make longer: Chromium tells that.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { median, ms, printRows, TIMING } from "./bench-page.mjs";
import { Tasks } from "./bench-tasks.mjs";
import { Between } from "./between.mjs";
import { Page, engine } from "./harness.mjs";

const RUNS = Number(process.env.EN_FACE_BENCH_RUNS ?? 5);

/** What is measured for itself. */
const PARTS = ["first", "again", "pointing"];

/** Which sentences are pointed at, as shares of the links. */
const PLACES = [0, 0.25, 0.5, 0.75, 1];

/** Runs in the page, so it uses nothing from here. */
const measure = `${TIMING}
  const [attributes, places, done] = arguments;
  const view = document.createElement("en-face");
  for (const [name, value] of Object.entries({ left: "#zh", right: "#en", encoder: "none", loading: "eager", ...attributes })) view.setAttribute(name, value);
  const linked = () => new Promise((resolve, reject) => {
    view.addEventListener("enface-aligned", () => resolve(performance.now()), { once: true });
    view.addEventListener("enface-error", ({ detail }) => reject(new Error(detail.code + ": " + detail.message)), { once: true });
  });
  // A part of the work, with the time until it was done, the longest turn until everything rests, and tasks over 50 ms.
  const part = async (name, work) => {
    let tasks = 0;
    const observer = watch("longtask", () => (tasks += 1));
    const longest = turns();
    performance.mark(name);
    const start = performance.now();
    const time = (await work()) - start;
    await wait(400);
    performance.mark(name + "-end");
    // What is done with it is another task.
    await wait(0);
    const turn = longest();
    observer?.disconnect();
    return { time, turn, tasks: observer && tasks };
  };
  const rectOf = (side, words) => {
    const walker = document.createTreeWalker(document.getElementById(side), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.data.indexOf(words);
      if (at < 0) continue;
      node.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + words.length);
      return { node, rect: range.getClientRects()[0] };
    }
  };
  // From the beginning of the frame after the pointer has moved until that is painted.
  const point = ({ left, top, width, height }) => new Promise((resolve) => {
    const clientX = left + width / 2, clientY = top + height / 2;
    let start;
    requestAnimationFrame(() => (start = performance.now()));
    document.elementFromPoint(clientX, clientY).dispatchEvent(new PointerEvent("pointermove", { bubbles: true, composed: true, pointerType: "mouse", clientX, clientY }));
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - start);
      port2.postMessage(null);
    });
  });
  (async () => {
    let shift = 0;
    const shifts = watch("layout-shift", ({ value }) => (shift += value));
    const first = await part("first", () => {
      const done = linked();
      document.querySelector("main").append(view);
      return done;
    });
    const hovers = [];
    const { links, sides } = view.alignment;
    performance.mark("pointing");
    for (const place of places) {
      const { left } = links[Math.round(place * (links.length - 1))];
      const { rect } = rectOf("zh", sides[0].sentences[left[0]].text.slice(0, 12));
      await wait(300);
      hovers.push(await point(rect));
      if (CSS.highlights && !CSS.highlights.get("enface-active").size) throw new Error("pointing lights nothing up");
      // The card comes when the pointer rests.
      await wait(500);
    }
    performance.mark("pointing-end");
    document.documentElement.dispatchEvent(new PointerEvent("pointerout", { bubbles: true, pointerType: "mouse" }));
    await wait(200);
    // An editor corrects a number.
    const middle = sides[1].sentences[sides[1].sentences.length >> 1].text;
    const { node } = rectOf("en", middle.slice(0, 20));
    await wait(300);
    const again = await part("again", () => {
      const done = linked();
      node.data = node.data.replace(/\\d(?=\\.)/, (digit) => String((Number(digit) + 1) % 10));
      return done;
    });
    shifts?.disconnect();
    return { first, again, hovers, shift: shifts && shift, links: links.length, alignment: attributes.alignment ? null : JSON.stringify(view.alignment) };
  })().then(done, (error) => done({ error: String(error?.stack ?? error) }));
`;

const folder = process.env.EN_FACE_BENCH_TEXTS;
if (!folder) throw new Error("EN_FACE_BENCH_TEXTS names no folder of texts: run `cargo xtask bench --browser chromium`");

/** @param {string} text one that says nothing in HTML */
const paragraphs = (text) => text.trim().split("\n\n").map((paragraph) => `<p>${paragraph.trim()}</p>`).join("\n");
/** @param {number} count @param {string} lang */
const article = (count, lang) => `<article id="${lang}" lang="${lang}">${paragraphs(readFileSync(join(folder, `${count}.${lang}.txt`), "utf8"))}</article>`;

/**
 * @typedef {{ time: number, turn: number, tasks: number | null }} Part
 * @typedef {{ first: Part, again: Part, hovers: number[], shift: number | null, links: number, alignment: string | null, busy?: number[], error?: string }} Run
 */

const page = new Page();
await page.start([]);
const between = await new Between(page.site.address).start();
try {
  await page.driver.manage().setTimeouts({ script: 300_000 });
  await page.resize(1280, 800);
  const tasks = await Tasks.of(page.driver);
  const counts = readdirSync(folder).flatMap((name) => (name.endsWith(".zh.txt") ? [parseInt(name, 10)] : [])).sort((a, b) => a - b);
  /** @type {Record<"core" | "finished", Run[][]>} */
  const columns = { core: [], finished: [] };
  for (const count of counts) {
    between.page(`/${count}.html`, { body: article(count, "zh") + article(count, "en") });
    for (const [how, attributes] of /** @type {["core" | "finished", object][]} */ ([["core", {}], ["finished", { alignment: `/${count}.json` }]])) {
      const runs = [];
      for (let run = 0; run < RUNS; run += 1) {
        await page.open(`/${count}.html`, { address: between.address });
        // The page comes to rest.
        await new Promise((resolve) => setTimeout(resolve, 1000));
        await tasks?.start();
        const found = /** @type {Run} */ (await page.driver.executeAsyncScript(measure, attributes, PLACES));
        if (found.error) throw new Error(`${count} sentences, ${how}: ${found.error}`);
        found.busy = await tasks?.longest(PARTS);
        const made = found.alignment;
        if (made) between.on(`/${count}.json`, () => ({ status: 200, headers: { "content-type": "application/json" }, body: Buffer.from(made) }));
        runs.push(found);
      }
      columns[how].push(runs);
    }
  }
  /** @param {(run: Run) => number} of */
  const turn = (of) => (/** @type {Run[]} */ runs) => `${ms(median(runs.map(of)))} (${ms(Math.min(...runs.map(of)))})`;
  /** @param {string} part */
  const busy = (part) => (/** @type {Run[]} */ runs) => (runs[0].busy ? ms(median(runs.map((run) => run.busy?.[PARTS.indexOf(part)] ?? NaN))) : "?");
  /** @type {[string, (runs: Run[]) => string][]} */
  const rows = [
    ["links", ([run]) => run.links.toLocaleString("en")],
    ["from the element to its links", (runs) => ms(median(runs.map(({ first }) => first.time)))],
    ["longest task, of the processor's time", busy("first")],
    ["longest turn until all rests", turn(({ first }) => first.turn)],
    ["tasks over 50 ms", (runs) => runs.map(({ first }) => first.tasks ?? "?").join(" ")],
    ["from a correction to new links", (runs) => ms(median(runs.map(({ again }) => again.time)))],
    ["longest task, of the processor's time", busy("again")],
    ["longest turn until all rests", turn(({ again }) => again.turn)],
    ["tasks over 50 ms", (runs) => runs.map(({ again }) => again.tasks ?? "?").join(" ")],
    ["pointer to paint", (runs) => ms(median(runs.flatMap(({ hovers }) => hovers)))],
    ["pointer to paint, slowest place", (runs) => ms(median(runs.map(({ hovers }) => Math.max(...hovers))))],
    ["longest task, of the processor's time", busy("pointing")],
    ["layout shift", (runs) => (runs[0].shift === null ? "?" : Math.max(...runs.map(({ shift }) => shift ?? 0)).toFixed(4))],
  ];
  console.log(`${engine}, medians of ${RUNS} (and the least), milliseconds; tasks over 50 ms in each run, the largest layout shift of all`);
  for (const [title, all] of /** @type {[string, Run[][]][]} */ ([["finished links", columns.finished], ["links from the core", columns.core]])) {
    console.log(`\n${title.padEnd(40)}${counts.map((count) => `${count} a side`.padStart(14)).join("")}`);
    printRows(rows, all);
  }
} finally {
  between.stop();
  await page.stop();
}
process.exit(0);
