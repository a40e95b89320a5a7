// Pictures of every state: `node screenshots.mjs [NAME…]` in this folder, after `cargo xtask build`. They go to
// target/screenshots/ENGINE/; those that docs/ shows are copied there with `--docs`.
import { copyFileSync, mkdirSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { Key } from "selenium-webdriver";
import { Page } from "./harness.mjs";
import { until } from "./processes.mjs";
import { Reader } from "./reading.mjs";

/** @typedef {import("./reading.mjs").Link} Link */

const page = new Page();
const reader = new Reader(page);
const settle = () => new Promise((resolve) => setTimeout(resolve, 700));

/** @param {string} selector */
const click = async (selector) => page.driver.executeScript("arguments[0].click()", await page.shadow(selector));
/** @param {0 | 1} side @param {number} index */
const focus = async (side, index) => page.driver.executeScript("arguments[0].focus()", await reader.sentence(side, index));
/** @param {string} layout */
const lay = (layout) => page.driver.executeScript("document.querySelector('en-face').layout = arguments[0]", layout);

/** How a state is come by: its name, its page, what is done. @type {[string, string, (links: Link[]) => Promise<void>][]} */
const states = [
  ["hover", "seeds/ceasefire.txt", async ([, , link]) => reader.point(await reader.sentence(0, link.left[0]))],
  ["parallel", "seeds/night-trains.txt", async (links) => reader.point(await reader.sentence(0, links[3].left[0]))],
  ["markdown", "seeds/tidal-lab.md", async ([, link]) => reader.point(await reader.sentence(0, link.left[0]))],
  [
    "pinned",
    "seeds/ceasefire.txt",
    async ([link, , other]) => {
      await focus(0, link.left[0]);
      await reader.press(Key.ENTER);
      await focus(0, other.left[0]);
    },
  ],
  [
    "peek",
    "seeds/ceasefire.txt",
    async (links) => {
      await focus(0, links[links.length - 2].left[0]);
      await reader.press(Key.ENTER);
    },
  ],
  [
    "check",
    "seeds/kitchen-thread.txt",
    async () => {
      const [marked] = await reader.places("check");
      await page.driver.executeScript("arguments[0].focus()", await page.shadow(`#s${marked}`));
    },
  ],
  [
    "unsupported",
    "seeds/night-trains.txt",
    async () => {
      const [bare] = await reader.places("unsupported");
      await page.driver.executeScript("arguments[0].focus()", await page.shadow(`#s${bare}`));
    },
  ],
  ["sheet", "seeds/ceasefire.txt", async ([, , link]) => page.tap(await reader.sentence(0, link.left[0]))],
  [
    "why",
    "seeds/ceasefire.txt",
    async ([, , link]) => {
      await focus(0, link.left[0]);
      await reader.press("w");
    },
  ],
  [
    "interleaved",
    "seeds/ceasefire.txt",
    async ([, , link]) => {
      await lay("interleaved");
      await focus(0, link.left[0]);
      await reader.press(Key.ARROW_RIGHT);
    },
  ],
  ["stacked", "seeds/night-trains.txt", async () => lay("stacked")],
  [
    "one-language",
    "seeds/ceasefire.txt",
    async ([, , link]) => {
      await lay("second");
      await focus(1, link.right[0]);
    },
  ],
  ["layouts", "seeds/ceasefire.txt", async () => click(".tool.layout")],
  ["letters", "seeds/ceasefire.txt", async () => click(".tool.letters")],
  [
    "find",
    "seeds/ceasefire.txt",
    async () => {
      await click(".tool.find");
      await reader.press("ferry");
    },
  ],
  [
    "correct",
    "seeds/ceasefire.txt",
    async ([, , link]) => {
      await focus(0, link.left[0]);
      await reader.press("e");
    },
  ],
  ["take", "seeds/ceasefire.txt", async () => click(".tool.take")],
  ["keys", "seeds/ceasefire.txt", async () => click(".tool.keys")],
  ["menu", "seeds/old-maps.md", async () => (await page.find("#pages-button")).click()],
];

/** What docs/ shows: each state once in a wide or a narrow window, light or dark. */
const DOCS = new Set([
  ...["hover-1440-light", "hover-1440-dark", "hover-768-light", "parallel-1440-dark", "markdown-768-dark", "pinned-1440-light"],
  ...["peek-1440-light", "peek-375-light", "check-375-dark", "unsupported-1440-light", "sheet-375-light", "sheet-375-dark"],
  ...["why-1440-light", "why-375-dark", "interleaved-1440-light", "interleaved-375-light", "stacked-768-dark", "one-language-768-light"],
  ...["layouts-1440-light", "letters-768-dark", "find-1440-light", "find-375-dark", "correct-1440-light", "correct-375-light"],
  ...["take-1440-light", "take-375-dark", "keys-768-light", "menu-375-light", "error-375-dark"],
]);

const names = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const forDocs = process.argv.includes("--docs");
const docs = fileURLToPath(new URL("../../docs/screenshots/", import.meta.url));
mkdirSync(docs, { recursive: true });

/** @param {string} tag @param {{ width: number, height: number, dark: boolean }} look */
async function take(tag, look) {
  await settle();
  const file = await page.screenshot(tag, look);
  if (forDocs) copyFileSync(file, docs + basename(file));
  console.log(file);
}

/** Pictures that the README puts side by side: the same page, one sentence lit after the other. */
async function strip() {
  const look = { width: 960, height: 620, dark: false };
  await page.open("/");
  await page.resize(look.width, look.height);
  await page.driver.executeScript("localStorage.clear(); localStorage.setItem('en-face-hint', 'read')");
  await page.open("/?page=seeds/ceasefire.txt", { encoder: true });
  await better();
  const { links } = await reader.aligned();
  const [first, , third] = links;
  for (const [number, act] of [
    async () => focus(0, first.left[0]),
    async () => focus(0, third.left[0]),
    async () => {
      await reader.press(Key.ENTER);
      await focus(0, first.left[0]);
    },
  ].entries()) {
    await act();
    await take(`strip-${number + 1}`, look);
  }
}

const better = () =>
  until("better links", () => page.driver.executeScript("return enFaceTestEvents.filter(({ type }) => type === 'aligned').length > 1"), { seconds: 45 });

await page.start([]);
try {
  if (!names.length || names.includes("strip")) await strip();
  for (const dark of [false, true]) {
    for (const width of [375, 768, 1440]) {
      const look = { width, height: width === 375 ? 760 : 900, dark };
      const tag = (/** @type {string} */ name) => `${name}-${width}-${dark ? "dark" : "light"}`;
      const wanted = (/** @type {string} */ name) =>
        (!names.length || names.includes(name)) && (!forDocs || DOCS.has(tag(name)));
      await page.open("/");
      await page.setDark(dark);
      await page.resize(width, look.height);
      for (const [name, path, act] of states.filter(([name]) => wanted(name))) {
        // Choices and pins of the state before are nothing to this one.
        await page.driver.executeScript("localStorage.clear()");
        await page.open(`/?page=${path}`, { encoder: true });
        await better();
        await page.shadow(".tool.keys");
        const { links } = await reader.aligned();
        await act(links);
        await take(tag(name), look);
      }
      if (wanted("error")) {
        await page.open("/?page=seeds/nowhere.txt");
        await page.shadow(".status .code");
        await take(tag("error"), look);
      }
    }
  }
} finally {
  await page.stop();
}
process.exit(0);
