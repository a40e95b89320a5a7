// Letters: their size and the length of lines change in both texts, are remembered, and lose nothing on a narrow window.
import assert from "node:assert/strict";
import test, { beforeEach } from "node:test";
import { Key } from "selenium-webdriver";
import { browser } from "./harness.mjs";
import { until } from "./processes.mjs";
import { Reader } from "./reading.mjs";

const page = browser();
const reader = new Reader(page);
const options = { timeout: 90_000 };
const SAMPLE = "seeds/ceasefire.txt";

const root = "const view = document.querySelector('en-face'), root = view.shadowRoot;";
/** @param {string} script @param {...unknown} args @returns {Promise<any>} */
const run = (script, ...args) => page.driver.executeScript(`${root} ${script}`, ...args);
/** The size of letters in both texts, in pixels. @returns {Promise<number[]>} */
const sizes = () => run("return [0, 1].map((side) => parseFloat(getComputedStyle(root.getElementById(`s${side}-0`).closest('section')).fontSize))");
/** The longest line of the first text, in pixels. @returns {Promise<number>} */
const longest = () => run("return Math.max(...[...root.querySelectorAll('section[data-side=\"0\"] .block')].map((block) => block.getBoundingClientRect().width))");
const open = () => run("return root.querySelector('.popup.letters-panel').matches(':popover-open')");
/** @param {"size" | "width"} measure @param {"less" | "more"} way */
const button = (measure, way) => page.shadow(`[aria-labelledby=stepper-${measure}] .stepper-button:nth-of-type(${way === "less" ? 1 : 2})`);

beforeEach(async () => {
  await page.resize(1280, 800);
  await page.open("/");
  await reader.aligned();
  await page.driver.executeScript("localStorage.clear(); localStorage.setItem('en-face-hint', 'read')");
  await reader.read(SAMPLE);
  await page.shadow(".tool.letters");
});

test("the size of letters changes in both texts, and what is read stays where it is", options, async () => {
  const before = await sizes();
  await run("root.getElementById('s1-20').scrollIntoView({ block: 'center' }); root.getElementById('s1-20').focus({ preventScroll: true })");
  const top = () => run("return root.getElementById('s1-20').getBoundingClientRect().top");
  const there = await top();
  await reader.press("t");
  await until("the panel", open, { seconds: 5 });
  assert.deepEqual(await page.axe(), []);
  await (await button("size", "more")).click();
  const after = await sizes();
  for (const side of [0, 1]) assert.ok(after[side] > before[side] * 1.1, `${before} to ${after}`);
  assert.ok(Math.abs((await top()) - there) < 2);
  await reader.press(Key.ESCAPE);
  await until("no panel", async () => !(await open()), { seconds: 5 });
  assert.deepEqual(await page.problems(), []);
});

test("what is chosen is remembered, stands before the text does, and can be taken back", options, async () => {
  const before = await sizes();
  await (await page.shadow(".tool.letters")).click();
  await (await button("size", "less")).click();
  const small = await sizes();
  assert.ok(small[0] < before[0]);
  await reader.read(SAMPLE);
  const first = await page.driver.executeAsyncScript(`${root} const done = arguments[0];
    view.addEventListener("enface-ready", () => done(getComputedStyle(root.querySelector("section")).fontSize), { once: true });
    view.reload();`);
  assert.equal(parseFloat(String(first)), small[0]);
  await page.shadow(".tool.letters").then((tool) => tool.click());
  await (await page.shadow(".letters-reset")).click();
  assert.deepEqual(await sizes(), before);
});

test("where the browser takes no more choices, one holds until the page is left", options, async () => {
  await page.shadow(".tool.letters").then((tool) => tool.click());
  await (await button("size", "more")).click();
  const kept = await sizes();
  await run("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }");
  await (await button("size", "more")).click();
  const larger = await sizes();
  assert.ok(larger[0] > kept[0], `${kept} to ${larger}`);
  await (await button("size", "less")).click();
  assert.deepEqual(await sizes(), kept);
});

test("large letters want one column", options, async () => {
  const layout = () => run("return root.querySelector('.frame').dataset.layout");
  assert.equal(await layout(), "columns");
  await (await page.shadow(".tool.letters")).click();
  const more = await button("size", "more");
  for (let time = 0; time < 6; time += 1) await more.click();
  assert.equal(await layout(), "stacked");
  await (await page.shadow(".letters-reset")).click();
  assert.equal(await layout(), "columns");
});

test("lines become shorter and longer, to an end", options, async () => {
  await run("view.layout = 'stacked'");
  const before = await longest();
  await (await page.shadow(".tool.letters")).click();
  const less = await button("width", "less");
  await less.click();
  assert.ok((await longest()) < before - 40);
  for (let time = 0; time < 6; time += 1) await less.click();
  assert.equal(await less.getAttribute("aria-disabled"), "true");
  assert.equal(await run("return root.activeElement === arguments[0]", less), true);
  const more = await button("width", "more");
  for (let time = 0; time < 9; time += 1) await more.click();
  assert.equal(await more.getAttribute("aria-disabled"), "true");
  assert.ok((await longest()) > before + 40);
});

test("the largest letters fit the narrowest window", options, async () => {
  await page.resize(320, 640);
  await (await page.shadow(".tool.letters")).click();
  const more = await button("size", "more");
  for (let time = 0; time < 9; time += 1) await run("arguments[0].click()", more);
  const sideways = "const { scrollWidth, clientWidth } = document.documentElement; return scrollWidth - clientWidth";
  assert.deepEqual(await page.axe(), []);
  await reader.press(Key.ESCAPE);
  for (const layout of ["stacked", "interleaved", "first"]) {
    await run("view.layout = arguments[0]", layout);
    assert.equal(await run(sideways), 0, layout);
    const lost = await run(`return [...root.querySelectorAll(".tool, [part~=sentence], .fold-button")]
      .filter((e) => e.getClientRects().length && (e.getBoundingClientRect().right > innerWidth || e.getBoundingClientRect().left < 0)).map((e) => e.outerHTML.slice(0, 80))`);
    assert.deepEqual(lost, [], layout);
  }
});
