// Ribbons between the columns: where they begin and end, how they follow, and when there are none.
import assert from "node:assert/strict";
import test from "node:test";
import { Key } from "selenium-webdriver";
import { browser, engine } from "./harness.mjs";
import { until } from "./processes.mjs";
import { Reader } from "./reading.mjs";

/** @typedef {{ left: number, right: number, top: number, bottom: number }} Box */
/** @typedef {{ look: string, box: Box }} Ribbon */

const page = browser();
const reader = new Reader(page);
const options = { timeout: 120_000 };
const inView = "const view = document.querySelector('en-face'); const root = view.shadowRoot;";
const boxOf = "const boxOf = (element) => { const { left, right, top, bottom } = element.getBoundingClientRect(); return { left, right, top, bottom }; };";

/** @returns {Promise<Ribbon[]>} */
const ribbons = () =>
  page.driver.executeScript(
    `${inView} ${boxOf} return [...root.querySelectorAll('.ribbon')].map((ribbon) => ({ look: ribbon.getAttribute('class'), box: boxOf(ribbon.querySelector('.surface')) }))`,
  );

/** @param {string} selector @returns {Promise<Box>} */
const box = (selector) => page.driver.executeScript(`${inView} ${boxOf} return boxOf(root.querySelector(arguments[0]))`, selector);

/** @param {number} count */
const expectRibbons = async (count) => {
  await until(`${count} ribbons`, async () => (await ribbons()).length === count, { seconds: 5 });
  return ribbons();
};

/** Waits until what was asked for has been drawn. */
const drawn = () => page.driver.executeAsyncScript("const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()))");

/** @param {string} path */
async function wide(path) {
  await page.open("/");
  await page.resize(1440, 900);
  const alignment = await reader.read(path);
  await page.shadow(".ribbons");
  return alignment;
}

/** @param {Box} ribbon @param {Box} left @param {Box} right */
function joins(ribbon, left, right) {
  assert.ok(Math.abs(ribbon.left - left.right) < 24, `${ribbon.left} begins at ${left.right}`);
  assert.ok(Math.abs(ribbon.right - right.left) < 6, `${ribbon.right} ends at ${right.left}`);
  assert.ok(ribbon.top >= Math.min(left.top, right.top) - 3 && ribbon.bottom <= Math.max(left.bottom, right.bottom) + 3, `${JSON.stringify(ribbon)} leads from ${JSON.stringify(left)} to ${JSON.stringify(right)}`);
}

test("a sentence has a ribbon to each counterpart, in m:n links too", options, async () => {
  const { links } = await wide("seeds/night-trains.txt");
  const one = links.findIndex(({ left, right }) => left.length === 1 && right.length === 2);
  const many = links.findIndex(({ left, right }) => left.length === 2 && right.length === 1);
  assert.ok(one >= 0 && many >= 0);
  await reader.point(await reader.sentence(0, links[one].left[0]));
  const fan = await expectRibbons(2);
  assert.equal(fan.filter(({ look }) => look.includes("strongest")).length, 1);
  for (const [at, { box: ribbon }] of fan.entries()) {
    joins(ribbon, await box(`#s0-${links[one].left[0]}`), await box(`#s1-${links[one].right[at]}`));
  }
  await reader.point(await reader.sentence(1, links[many].right[0]));
  const back = await expectRibbons(2);
  for (const { box: ribbon } of back) assert.ok(Math.abs(ribbon.right - (await box(`#s1-${links[many].right[0]}`)).left) < 6);
  assert.deepEqual(await page.axe(), []);
  assert.deepEqual(await page.problems(), []);
});

test("ribbons take no room, catch no pointer, and go when nothing is lit", options, async () => {
  const { links } = await wide("seeds/night-trains.txt");
  const before = await box("#s1-0");
  await page.driver.executeScript("arguments[0].focus()", await reader.sentence(0, links[0].left[0]));
  await expectRibbons(links[0].right.length);
  assert.deepEqual(await box("#s1-0"), before);
  const layer = await page.shadow(".ribbons");
  assert.equal(await layer.getAttribute("aria-hidden"), "true");
  assert.equal(await layer.getCssValue("pointer-events"), "none");
  await reader.press(Key.ESCAPE);
  await expectRibbons(0);
});

test("what is pinned keeps its ribbons beside those of what is lit", options, async () => {
  const { links } = await wide("seeds/night-trains.txt");
  await page.driver.executeScript("arguments[0].focus()", await reader.sentence(0, links[0].left[0]));
  await reader.press(Key.ENTER);
  await expectRibbons(links[0].right.length);
  await reader.press(Key.ARROW_DOWN);
  await expectRibbons(links[0].right.length + links[1].right.length);
});

test("a ribbon follows its ends when a column is scrolled, and points to where one has gone", options, async () => {
  const { links } = await wide("seeds/ceasefire.txt");
  const [link] = links;
  const other = `#s1-${link.best[1]}`;
  await page.driver.executeScript("arguments[0].focus()", await reader.sentence(0, link.left[0]));
  const [before] = await expectRibbons(1);
  const scroll = `${inView} root.querySelector("section[data-side='1']").scrollTop = arguments[0]`;
  await page.driver.executeScript(scroll, 60);
  await drawn();
  const [moved] = await expectRibbons(1);
  assert.notDeepEqual(moved.box, before.box);
  joins(moved.box, await box(`#s0-${link.left[0]}`), await box(other));
  await page.driver.executeScript(scroll, 4000);
  await drawn();
  const [gone] = await expectRibbons(1);
  const pane = await box("section[data-side='1']");
  assert.ok(Math.abs(gone.box.top - pane.top) < 12, `${gone.box.top} is not at the pane's edge ${pane.top}`);
  assert.ok(gone.box.right < (await box(other)).left);
});

test("dashes and dots tell how sure a link is", options, async () => {
  const alignment = await wide("seeds/night-trains.txt");
  for (const [score, look, dashes] of /** @type {[number, string, boolean][]} */ ([[0.9, "sure", false], [0.6, "likely", true], [0.3, "possible", true]])) {
    const links = [{ left: [0], right: [0], best: [0, 0], score }];
    await page.driver.executeScript(`${inView} view.alignment = arguments[0]`, { ...alignment, links });
    await until("other links", async () => (await page.driver.executeScript(`${inView} return view.alignment?.links[0].score`)) === score, { seconds: 5 });
    await page.driver.executeScript("arguments[0].focus()", await reader.sentence(0, 0));
    const ribbon = await page.shadow(`.ribbon.${look} .sides`);
    assert.equal((await ribbon.getCssValue("stroke-dasharray")) !== "none", dashes);
  }
});

test("with the columns swapped they lead the other way; without two columns there are none", options, async () => {
  const { links } = await wide("seeds/night-trains.txt");
  await page.driver.executeScript("localStorage.setItem('en-face', JSON.stringify({ swapped: true }))");
  await wide("seeds/night-trains.txt");
  await page.driver.executeScript("arguments[0].focus()", await reader.sentence(0, links[1].left[0]));
  const [ribbon] = await expectRibbons(links[1].right.length);
  const [left, right] = [await box(`#s1-${links[1].right[0]}`), await box(`#s0-${links[1].left[0]}`)];
  assert.ok(left.right < right.left);
  assert.ok(ribbon.box.right - ribbon.box.left > 20 && Math.abs(ribbon.box.right - right.left) < 6);
  await page.driver.executeScript("localStorage.clear()");
  await page.driver.executeScript(`${inView} view.layout = 'stacked'`);
  await expectRibbons(0);
});

const media = { ...options, skip: engine !== "chromium" && "only Chromium's driver can set it" };
for (const [name, value] of [["prefers-reduced-motion", "reduce"], ["forced-colors", "active"]]) {
  test(`there are none with ${name}`, media, async () => {
    const { links } = await wide("seeds/night-trains.txt");
    await page.driver.executeScript("arguments[0].focus()", await reader.sentence(0, links[0].left[0]));
    await expectRibbons(links[0].right.length);
    const emulate = (/** @type {object[]} */ features) => page.devtools("Emulation.setEmulatedMedia", { features });
    await emulate([{ name, value }]);
    await expectRibbons(0);
    assert.equal(await (await page.shadow(".ribbons")).isDisplayed(), false);
    await emulate([{ name, value: "" }]);
    await expectRibbons(links[0].right.length);
  });
}
