// The map of the original: what it shows, says, and where it leads, by pointer and by keys.
import assert from "node:assert/strict";
import test from "node:test";
import { Key } from "selenium-webdriver";
import { browser } from "./harness.mjs";
import { until } from "./processes.mjs";
import { Reader } from "./reading.mjs";

const page = browser();
const reader = new Reader(page);
const options = { timeout: 120_000 };
const inView = "const view = document.querySelector('en-face'); const root = view.shadowRoot;";

/** @param {string} path @param {number} [width] */
async function open(path, width = 1440) {
  await page.open("/");
  await page.resize(width, 900);
  const alignment = await reader.read(path);
  await until("a map", () => page.driver.executeScript(`${inView} return Number(root.querySelector('.map')?.getAttribute('aria-valuenow'))`), { seconds: 5 });
  return alignment;
}

/** @param {string} name @returns {Promise<string>} an attribute of the control */
const told = (name) => page.driver.executeScript(`${inView} return root.querySelector('.map').getAttribute(arguments[0])`, name);
/** @returns {Promise<string>} */
const focused = () => page.driver.executeScript(`${inView} return root.activeElement?.id || root.activeElement?.className`);
/** @param {string} element */
const focus = (element) => page.driver.executeScript(`${inView} root.querySelector(arguments[0]).focus()`, element);
/** Where what is seen begins, in pixels of the drawing. @returns {Promise<number>} */
const seen = () => page.driver.executeScript(`${inView} return Number(root.querySelector('.map-seen').getAttribute('y'))`);

/**
 * The sentences of the original whose middles are marked.
 *
 * @param {string} marks
 * @returns {Promise<number[]>}
 */
const marked = (marks) =>
  page.driver.executeScript(
    `${inView}
    const lengths = view.alignment.sides[1].sentences.map(({ text }) => text.length);
    const whole = lengths.reduce((sum, length) => sum + length);
    const drawing = root.querySelector('.map-drawing');
    let before = 0;
    return lengths.flatMap((length, index) => {
      const middle = new DOMPoint(8, ((before + length / 2) / whole) * Number(drawing.getAttribute('height')));
      before += length;
      return [...drawing.querySelectorAll(arguments[0])].some((path) => path.isPointInFill(middle)) ? [index] : [];
    })`,
    marks,
  );

/** A height of the map in the window. @param {number} index a sentence's @returns {Promise<{x: number, y: number}>} */
const point = (index) =>
  page.driver.executeScript(
    `${inView}
    const lengths = view.alignment.sides[1].sentences.map(({ text }) => text.length);
    const sum = (all) => all.reduce((sum, length) => sum + length, 0);
    const { left, top, width, height } = root.querySelector('.map').getBoundingClientRect();
    const share = (sum(lengths.slice(0, arguments[0])) + lengths[arguments[0]] / 2) / sum(lengths);
    return { x: Math.round(left + width / 2), y: Math.round(top + share * height) }`,
    index,
  );

test("it marks what the summary draws on, and says it in words", options, async () => {
  const { links, sides } = await open("seeds/ceasefire.txt");
  const used = [...new Set(links.flatMap(({ right }) => right))].sort((a, b) => a - b);
  assert.deepEqual(await marked(".map-used"), used);
  const [line] = await reader.texts(".map-line");
  assert.ok(line.startsWith(`The summary draws on ${used.length} of ${sides[1].sentences.length} sentences.`), line);
  assert.ok(line.includes(`† ${sides[0].sentences.length - links.length} of its own have no source.`), line);
  assert.equal(await told("aria-valuemax"), String(sides[1].sentences.length));
  assert.deepEqual(await page.axe(), []);
  assert.deepEqual(await page.problems(), []);
});

test("its drawing is as small for any page, and follows other links", options, async () => {
  const { length } = await page.driver.executeScript(`${inView} return root.querySelectorAll('.map-drawing *')`);
  const alignment = await open("seeds/kitchen-thread.txt");
  const again = await page.driver.executeScript(`${inView} return root.querySelectorAll('.map-drawing *')`);
  assert.equal(again.length, length);
  const [{ right }] = /** @type {{ right: number }[]} */ (alignment.checks);
  assert.match((await reader.texts(".map-line"))[0], /≠ One number to check\.$/);
  assert.ok(await page.driver.executeScript(`${inView} return root.querySelector('.map-checks').getAttribute('d')`));
  await focus(`#s1-${right}`);
  await page.driver.executeScript(`${inView} view.alignment = arguments[0]`, { ...alignment, links: alignment.links.slice(0, 1), checks: [] });
  const used = alignment.links[0].right;
  await until("other words", async () => (await reader.texts(".map-line"))[0]?.startsWith(`The summary draws on ${used.length} of`), { seconds: 5 });
  await until("other marks", async () => JSON.stringify(await marked(".map-used")) === JSON.stringify(used), { seconds: 5 });
});

test("it shows where the counterparts of what is lit lie, and what is seen", options, async () => {
  const { links } = await open("seeds/ceasefire.txt");
  const link = links.find(({ right }) => right.length > 1) ?? links[0];
  await focus(`#s0-${link.left[0]}`);
  await until("marks", async () => JSON.stringify(await marked(".map-lit")) === JSON.stringify(link.right), { seconds: 5 });
  const before = await seen();
  await page.driver.executeScript(`${inView} root.querySelector("section[data-side='1']").scrollTop = 900`);
  await until("another window", async () => (await seen()) > before + 20, { seconds: 5 });
  assert.ok(Number(await told("aria-valuenow")) > 5);
});

test("a press goes to the sentence and lights it up, a drag only scrolls", options, async () => {
  const { links } = await open("seeds/ceasefire.txt");
  const target = links[5].right[0];
  await page.driver.actions().move(await point(target)).click().perform();
  await until("the sentence", async () => (await focused()) === `s1-${target}`, { seconds: 5 });
  await reader.expect("active", [`1-${target}`]);
  let top = -1;
  await until("rest", async () => top === (top = await seen()) && top > 20, { seconds: 5 });
  const [from, to] = [await point(target), await point(2)];
  await page.driver.actions().move(from).press().move({ ...to, duration: 100 }).release().perform();
  await until("another window", async () => (await seen()) < top, { seconds: 5 });
  assert.equal(await focused(), "map");
  await reader.expect("active", [`1-${target}`]);
});

test("arrows go from sentence to sentence, Enter goes there", options, async () => {
  const { sides, links } = await open("seeds/ceasefire.txt");
  const { length } = sides[1].sentences;
  const used = new Set(links.flatMap(({ right }) => right));
  await focus(".map");
  await reader.press(Key.HOME);
  await reader.press(Key.ARROW_DOWN);
  assert.equal(await told("aria-valuetext"), `sentence 2 of ${length}, ${used.has(1) ? "used" : "left out"} by the summary`);
  await reader.press(Key.END);
  await reader.press(Key.ARROW_RIGHT);
  assert.equal(await told("aria-valuetext"), `sentence ${length} of ${length}, ${used.has(length - 1) ? "used" : "left out"} by the summary`);
  await reader.press(Key.PAGE_UP);
  assert.equal(await told("aria-valuenow"), String(length - Math.round((length - 1) / 10)));
  await reader.press(Key.END);
  await reader.press(Key.ENTER);
  assert.equal(await focused(), `s1-${length - 1}`);
  await reader.expect("active", [`1-${length - 1}`]);
});

test("a translation's map tells what has a counterpart", options, async () => {
  await open("seeds/night-trains.txt");
  assert.match((await reader.texts(".map-line"))[0], /have a counterpart\./);
  assert.match(await told("aria-valuetext"), /translated|without a counterpart/);
});

test("it takes no room from the text", options, async () => {
  await open("seeds/ceasefire.txt");
  const script = `${inView} return [...root.querySelectorAll('[part~=sentence], .related')].map((one) => one.getBoundingClientRect().toJSON())`;
  const after = await page.driver.executeScript(script);
  await page.driver.executeScript(`${inView} root.querySelector('.map-rail').remove(); root.querySelector('.map-line').remove()`);
  assert.deepEqual(await page.driver.executeScript(script), after);
});

test("where the original doesn't stand by itself there is no map; on a narrow page only words", options, async () => {
  await open("seeds/ceasefire.txt");
  const shown = async () => (await page.shadow(".map-rail")).isDisplayed();
  assert.equal(await shown(), true);
  for (const [kind, is] of /** @type {[string, boolean][]} */ ([["first", false], ["second", true], ["interleaved", false], ["stacked", true]])) {
    await page.driver.executeScript(`${inView} view.layout = arguments[0]`, kind);
    await until(`${is ? "a" : "no"} map in ${kind}`, async () => (await shown()) === is, { seconds: 5 });
  }
  await page.resize(375, 760);
  await until("no map", async () => !(await shown()), { seconds: 5 });
  const line = "return document.querySelector('en-face').shadowRoot.querySelector('.map-line').getBoundingClientRect().width";
  assert.ok(/** @type {number} */ (await page.driver.executeScript(line)) > 100);
  const wide = "return document.documentElement.scrollWidth <= innerWidth";
  assert.equal(await page.driver.executeScript(wide), true);
  assert.deepEqual(await page.axe(), []);
});
