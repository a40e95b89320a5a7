// Reading: a sample page opens, and a sentence's counterparts light up by mouse, keyboard and touch.
import assert from "node:assert/strict";
import test, { beforeEach } from "node:test";
import { Key } from "selenium-webdriver";
import { browser } from "./harness.mjs";
import { until } from "./processes.mjs";
import { Reader, right } from "./reading.mjs";

const page = browser();
const reader = new Reader(page);
const SAMPLE = "seeds/ceasefire.txt";
const options = { timeout: 90_000 };

/** @type {Awaited<ReturnType<Reader["read"]>>} */
let alignment;
/** @type {import("./reading.mjs").Link} */
let link;

beforeEach(async () => {
  await page.resize(1280, 800);
  alignment = await reader.read(SAMPLE);
  link = alignment.links[0];
});

test("the page stands side by side, with its titles and its source", options, async () => {
  const [zh, en] = await page.shadowAll("section");
  const [left, other] = [await zh.getRect(), await en.getRect()];
  assert.ok(left.x + left.width <= other.x, "two columns");
  assert.equal((await reader.texts("h2[part~=title]")).length, 2);
  assert.deepEqual(await reader.texts("[part~=source-link]"), ["example.org"]);
  assert.equal((await reader.places("sentence")).length, alignment.sides.flatMap((side) => side.sentences).length);
  assert.equal(alignment.regime, "summary");
  assert.deepEqual(await page.problems(), []);
});

test("on a narrow screen the texts stand one under the other, without sideways scrolling", options, async () => {
  await page.resize(375, 800);
  const [zh, en] = await page.shadowAll("section");
  await until("one column", async () => {
    const [above, below] = [await zh.getRect(), await en.getRect()];
    return above.y + above.height <= below.y;
  });
  const sideways = "const { scrollWidth, clientWidth } = document.documentElement; return scrollWidth - clientWidth";
  assert.equal(await page.driver.executeScript(sideways), 0);
});

test("pointing lights a sentence and its counterparts up, leaving lets go", options, async () => {
  await reader.point(await reader.sentence(0, link.left[0]));
  await reader.expect("active", [`0-${link.left[0]}`]);
  await reader.expect("counterpart", right(link));
  await reader.point(await page.find("h1"));
  await reader.expect("active", []);
  await reader.expect("counterpart", []);
  await reader.point(await reader.sentence(1, link.right[0]));
  await reader.expect("active", [`1-${link.right[0]}`]);
  assert.ok((await reader.places("counterpart")).includes(`0-${link.left[0]}`));
});

test("nothing is asked of the network or the core when a sentence is pointed at", options, async () => {
  await page.shadow(".tool.keys");
  await page.driver.executeScript("performance.clearResourceTimings()");
  await reader.point(await reader.sentence(0, link.left[0]));
  await reader.expect("active", [`0-${link.left[0]}`]);
  assert.equal(await page.driver.executeScript("return performance.getEntriesByType('resource').length"), 0);
});

test("a click pins, another lets go", options, async () => {
  const sentence = await reader.sentence(0, link.left[0]);
  await reader.point(sentence);
  await page.driver.actions().click().perform();
  await reader.expect("pinned", [`0-${link.left[0]}`]);
  await reader.point(await page.find("h1"));
  await reader.expect("active", []);
  await reader.expect("counterpart", right(link));
  await reader.point(sentence);
  await page.driver.actions().click().perform();
  await reader.expect("pinned", []);
});

test("keys move, cross over and come back, pin and let go", options, async () => {
  const from = link.left[0];
  await page.driver.executeScript("arguments[0].focus()", await reader.sentence(0, from));
  await reader.expect("active", [`0-${from}`]);
  await reader.press(Key.ARROW_RIGHT);
  await reader.expect("active", [`1-${link.best[1]}`]);
  await reader.press(Key.ARROW_LEFT);
  await reader.expect("active", [`0-${from}`]);
  await reader.press(Key.ARROW_DOWN);
  await reader.expect("active", [`0-${from + 1}`]);
  await reader.press(Key.ARROW_UP);
  await reader.expect("active", [`0-${from}`]);
  await reader.press(Key.END);
  await reader.expect("active", [`0-${alignment.sides[0].sentences.length - 1}`]);
  await reader.press(Key.HOME);
  await reader.expect("active", ["0-0"]);
  await reader.press(Key.ENTER);
  await reader.expect("pinned", ["0-0"]);
  await reader.press(Key.ESCAPE);
  await reader.expect("pinned", []);
  await reader.expect("active", []);
});

test("each text is one tab stop", options, async () => {
  const stops = await reader.texts("[part~=sentence][tabindex='0']");
  assert.equal(stops.length, 2);
  await page.driver.executeScript("arguments[0].focus()", await reader.sentence(0, 0));
  await reader.press(Key.ARROW_DOWN);
  await reader.expect("active", ["0-1"]);
  const focusable = "return [...document.querySelector('en-face').shadowRoot.querySelectorAll('section [tabindex=\"0\"]')].map((e) => e.id)";
  assert.deepEqual(await page.driver.executeScript(focusable), ["s0-1", "s1-0"]);
});

test("a tap lights up, a second pins, a tap beside it lets go", options, async () => {
  const sentence = await reader.sentence(0, link.left[0]);
  await page.tap(sentence);
  await reader.expect("active", [`0-${link.left[0]}`]);
  await reader.expect("counterpart", right(link));
  await reader.expect("pinned", []);
  await page.tap(sentence);
  await reader.expect("pinned", [`0-${link.left[0]}`]);
  await page.tap(await page.shadow("h2"));
  await reader.expect("pinned", []);
  await reader.expect("active", []);
});

test("a counterpart off the screen is shown at the edge, and gone to only when asked", options, async () => {
  const far = alignment.links.at(-1);
  assert.ok(far);
  await page.driver.executeScript("scrollTo(0, 0)");
  await page.driver.executeScript("arguments[0].focus({ preventScroll: true })", await reader.sentence(0, far.left[0]));
  const go = await page.shadow(".below .peek .peek-go");
  assert.equal(await reader.scrolled(), 0);
  const [text] = await reader.texts(`#s1-${far.best[1]}`);
  assert.deepEqual((await reader.texts(".peek-text"))[0], text);
  await go.click();
  const shown = "const r = arguments[0].getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight";
  const counterpart = await reader.sentence(1, far.best[1]);
  await until("the counterpart on the screen", () => page.driver.executeScript(shown, counterpart), { seconds: 5 });
  await reader.expect("pinned", [`0-${far.left[0]}`]);
});

test("the card follows the scrolling of a column by itself", options, async () => {
  const far = alignment.links.at(-1);
  assert.ok(far);
  await page.driver.executeScript("arguments[0].focus({ preventScroll: true })", await reader.sentence(0, far.left[0]));
  await page.shadow(".below .peek .peek-go");
  const counterpart = await reader.sentence(1, far.best[1]);
  const scroll = "const pane = arguments[0].closest('section'); pane.scrollTop += arguments[0].getBoundingClientRect().top - arguments[1]";
  await page.driver.executeScript(scroll, counterpart, 400);
  await until("no card", async () => (await page.shadowAll(".peek")).length === 0, { seconds: 5 });
  await page.driver.executeScript(scroll, counterpart, 4000);
  await page.shadow(".below .peek .peek-go");
});

test("a counterpart that the card itself would cover stands in it", options, async () => {
  // Far enough down that the column can be scrolled to it.
  const several = alignment.links.findLast(({ right }) => right.length > 1);
  assert.ok(several);
  const [first, second] = several.right;
  const scroll =
    "const pane = arguments[0].closest('section'); pane.scrollTop += arguments[1].getBoundingClientRect().top - pane.getBoundingClientRect().bottom - 10";
  await page.driver.executeScript(scroll, await reader.sentence(1, first), await reader.sentence(1, second));
  await page.driver.executeScript("arguments[0].focus({ preventScroll: true })", await reader.sentence(0, several.left[0]));
  await page.shadow(".below .peek");
  const both = [...(await reader.texts(`#s1-${first}`)), ...(await reader.texts(`#s1-${second}`))];
  await until("both in the card", async () => (await reader.texts(".peek-text")).join() === both.join(), { seconds: 5 });
});

test("a card that came by pointing can be pointed at", options, async () => {
  const far = alignment.links.at(-1);
  assert.ok(far);
  await page.resize(1280, 1000);
  await page.driver.actions().move({ origin: await reader.sentence(0, far.left[0]) }).perform();
  const card = await page.shadow(".peek");
  await page.driver.actions().move({ origin: card }).perform();
  await new Promise((resolve) => setTimeout(resolve, 600));
  assert.equal((await page.shadowAll(".peek")).length, 1);
  await reader.expect("active", [`0-${far.left[0]}`]);
});

test("closing the card gives the focus back", options, async () => {
  const far = alignment.links.at(-1);
  assert.ok(far);
  await page.driver.executeScript("arguments[0].focus({ preventScroll: true })", await reader.sentence(0, far.left[0]));
  await page.driver.executeScript("arguments[0].focus()", await page.shadow(".peek-go"));
  await reader.press(Key.ESCAPE);
  await reader.expect("active", []);
  assert.equal((await page.shadowAll(".peek")).length, 0);
  const focused = "return document.querySelector('en-face').shadowRoot.activeElement?.id";
  assert.equal(await page.driver.executeScript(focused), `s0-${far.left[0]}`);
});

test("a sentence without support says so", options, async () => {
  const bare = (await reader.places("unsupported"))[0];
  assert.ok(bare, "the sample has a sentence without counterpart");
  await page.driver.executeScript("arguments[0].focus()", await page.shadow(`#s${bare}`));
  await page.shadow(".peek-note");
  assert.equal((await reader.texts(".peek-go")).length, 0);
});

test("a number that disagrees is marked and told of", options, async () => {
  const { checks } = await reader.read("seeds/kitchen-thread.txt");
  assert.equal(checks.length, 1);
  const marked = (await reader.places("check")).filter((place) => place.startsWith("0-"));
  assert.equal(marked.length, 1);
  await page.driver.executeScript("arguments[0].focus()", await page.shadow(`#s${marked[0]}`));
  await page.shadow(".peek-note");
  assert.match((await reader.texts(".peek-note"))[0], /19/);
});

test("links arrive without moving a line", options, async () => {
  await page.open("/?page=seeds/library-hours.txt");
  await reader.aligned();
  const script = `const done = arguments[0];
    const view = document.querySelector("en-face");
    const tops = () => [...view.shadowRoot.querySelectorAll("[part~=sentence]")].map((e) => e.getBoundingClientRect().top);
    let before;
    view.addEventListener("enface-ready", () => { before = tops(); }, { once: true });
    view.addEventListener("enface-aligned", () => done([before, tops()]), { once: true });
    view.setAttribute("src", "${SAMPLE}");`;
  const [before, after] = /** @type {number[][]} */ (await page.driver.executeAsyncScript(script));
  assert.ok(before.length > 40);
  assert.deepEqual(after, before);
});
