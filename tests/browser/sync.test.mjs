// Scroll sync: the pane that the reader moves takes the other along, by the links and not by percentage.
import assert from "node:assert/strict";
import test, { beforeEach } from "node:test";
import { Key } from "selenium-webdriver";
import { browser, engine } from "./harness.mjs";
import { until } from "./processes.mjs";
import { Reader } from "./reading.mjs";

const page = browser();
const reader = new Reader(page);
const options = { timeout: 90_000 };

const root = "const view = document.querySelector('en-face'), root = view.shadowRoot, pane = (side) => root.querySelector(`section[data-side='${side}']`);";
/** @param {string} script @param {...unknown} args @returns {Promise<any>} */
const run = (script, ...args) => page.driver.executeScript(`${root} ${script}`, ...args);
/** @param {0 | 1} side @returns {Promise<number>} */
const scrolled = (side) => run("return Math.round(pane(arguments[0]).scrollTop)", side);
/** Turns the wheel over a pane. @param {0 | 1} side @param {number} by */
async function wheel(side, by) {
  const origin = await page.shadow(`section[data-side='${side}']`);
  // WebKitGTK's driver has no wheel: what the browser does after one is done by a script.
  if (engine === "webkit") await run("pane(arguments[0]).dispatchEvent(new WheelEvent('wheel', { bubbles: true, composed: true })); pane(arguments[0]).scrollTop += arguments[1]", side, by);
  else await /** @type {any} */ (page.driver.actions()).scroll(0, 0, 0, by, origin).perform();
}
/** Waits until a pane has come to rest. @param {0 | 1} side */
async function rest(side) {
  let last = NaN;
  await until(`side ${side} at rest`, async () => last === (last = await scrolled(side)), { seconds: 10 });
}
/** How far apart a sentence and its counterpart stand. @param {string} one @param {string} other */
const apart = (one, other) => run("const [a, b] = arguments; return Math.abs(root.getElementById(a).getBoundingClientRect().top - root.getElementById(b).getBoundingClientRect().top)", one, other);

/** @type {Awaited<ReturnType<Reader["read"]>>} */
let alignment;

beforeEach(async () => {
  await page.resize(1280, 700);
  await page.open("/");
  await reader.aligned();
  await page.driver.executeScript("localStorage.clear(); localStorage.setItem('en-face-hint', 'read')");
  alignment = await reader.read("seeds/night-trains.txt");
  await page.shadow(".tool.layout");
});

test("the other text follows by its links, whichever of the two leads", options, async () => {
  assert.equal(alignment.regime, "parallel");
  for (const side of /** @type {const} */ ([0, 1])) {
    await wheel(side, 420);
    await rest(side);
    await rest(/** @type {0 | 1} */ (1 - side));
    assert.ok((await scrolled(0)) > 100 && (await scrolled(1)) > 100, "both have moved");
    // One that begins a paragraph on both sides: in the midst of a line it would be the line's end that is followed.
    const starts = await run("return view.alignment.sides.map(({ blocks }) => blocks.map(({ sentences }) => sentences[0]))");
    const begin = alignment.links.filter(({ left, right }) => starts[0].includes(left[0]) && starts[1].includes(right[0]));
    const bead = begin[Math.floor(begin.length / 2) + side];
    const ids = [`s0-${bead.left[0]}`, `s1-${bead.right[0]}`];
    // Its first line comes to where the reader looks.
    await run(
      `const box = pane(arguments[0]), { top } = box.getBoundingClientRect();
      box.scrollTop += root.getElementById(arguments[1]).getBoundingClientRect().top - top - box.clientHeight * 0.35;`,
      side,
      ids[side],
    );
    await until("the counterpart at the same height", async () => (await apart(ids[0], ids[1])) < 6, { seconds: 10 });
    assert.equal(await reader.scrolled(), 0);
  }
});

test("the texts end together", options, async () => {
  await wheel(0, 20_000);
  await rest(0);
  await until("the end of the other", () => run("return pane(1).scrollHeight - pane(1).clientHeight - pane(1).scrollTop < 3"), { seconds: 10 });
});

test("what a script scrolls takes nothing along", options, async () => {
  await wheel(0, 200);
  await rest(0);
  await rest(1);
  const before = await scrolled(0);
  await run("pane(1).scrollTop += 300");
  await rest(1);
  assert.equal(await scrolled(0), before);
});

test("a key and a switch part the two, and that is remembered", options, async () => {
  await run("root.getElementById('s0-0').focus()");
  await reader.press("s");
  await wheel(0, 300);
  await rest(0);
  assert.ok((await scrolled(0)) > 100);
  assert.equal(await scrolled(1), 0);
  await reader.read("seeds/night-trains.txt");
  await (await page.shadow(".tool.layout")).click();
  const box = await page.shadow(".layouts .toggle:last-child input");
  assert.equal(await box.isSelected(), false);
  await run("arguments[0].click()", box);
  await reader.press(Key.ESCAPE);
  await wheel(0, 300);
  await until("the other follows", async () => (await scrolled(1)) > 100, { seconds: 10 });
  assert.deepEqual(await page.problems(), []);
});

test("who wants nothing to move has to switch it on", { ...options, skip: engine !== "chromium" && "only Chromium's driver can set it" }, async () => {
  const features = [{ name: "prefers-reduced-motion", value: "reduce" }];
  await page.devtools("Emulation.setEmulatedMedia", { features });
  try {
    await wheel(0, 300);
    await rest(0);
    assert.equal(await scrolled(1), 0);
    await run("root.getElementById('s0-12').focus({ preventScroll: true })");
    await reader.press("s");
    await wheel(0, 100);
    await until("the other follows", async () => (await scrolled(1)) > 100, { seconds: 10 });
  } finally {
    await page.devtools("Emulation.setEmulatedMedia", { features: [] });
  }
});
