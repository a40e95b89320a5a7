// The sheet: what a finger gets instead of the card at the edge, and how it goes on from there.
import assert from "node:assert/strict";
import test, { beforeEach } from "node:test";
import { Key } from "selenium-webdriver";
import { browser } from "./harness.mjs";
import { until } from "./processes.mjs";
import { Reader, right } from "./reading.mjs";

const page = browser();
const reader = new Reader(page);
const options = { timeout: 90_000 };

/** @type {Awaited<ReturnType<Reader["read"]>>} */
let alignment;
/** @type {import("./reading.mjs").Link[]} */
let links;

const isOpen = () =>
  page.driver.executeScript("return document.querySelector('en-face').shadowRoot.querySelector('.sheet').matches(':popover-open')");
/** @param {boolean} open */
const opens = (open) => until(`the sheet ${open ? "open" : "closed"}`, async () => (await isOpen()) === open, { seconds: 5 });

/** Waits until no animation and no scrolling goes on any more. */
async function settled() {
  const still = "return document.querySelector('en-face').shadowRoot.getAnimations().length === 0 && Math.round(scrollY)";
  let before = -1;
  await until(
    "rest",
    async () => {
      const now = await page.driver.executeScript(still);
      await new Promise((resolve) => setTimeout(resolve, 80));
      return now !== false && now === (before = now) && now === (await page.driver.executeScript(still));
    },
    { seconds: 5 },
  );
}

/** Whether a sentence lies between the bars and the sheet, as far as there is room for it. @param {import("selenium-webdriver").WebElement} sentence */
const free = (sentence) =>
  page.driver.executeScript(
    `const sheet = document.querySelector("en-face").shadowRoot.querySelector(".sheet").getBoundingClientRect();
    const { top, bottom, height } = arguments[0].getBoundingClientRect();
    const bars = document.querySelector("en-face").shadowRoot.querySelector(".bar").getBoundingClientRect().bottom;
    const fits = bars + height + sheet.height <= innerHeight;
    return top >= bars - 1 && (bottom <= sheet.top || (!fits && sheet.height <= 100 && top < bars + 40));`,
    sentence,
  );

/** @param {0 | 1} side @param {number} index */
async function tap(side, index) {
  await page.shadow(".sheet");
  await page.tap(await reader.sentence(side, index));
  await reader.expect("active", [`${side}-${index}`]);
}

beforeEach(async () => {
  await page.resize(375, 667);
  alignment = await reader.read("seeds/ceasefire.txt");
  links = alignment.links;
});

test("a tap brings the counterparts up in their context, and no card", options, async () => {
  const [link] = links;
  await tap(0, link.left[0]);
  await opens(true);
  const lit = await reader.texts(".sheet-lit");
  const wanted = (await Promise.all(link.right.map((index) => reader.texts(`#s1-${index}`)))).flat();
  assert.deepEqual(lit, wanted);
  assert.ok((await reader.texts(".sheet-around")).length > 0);
  assert.equal((await page.shadowAll(".peek")).length, 0);
  await settled();
  assert.equal(await free(await reader.sentence(0, link.left[0])), true);
  assert.match((await reader.texts("[aria-live]"))[0], /lower edge/);
  assert.deepEqual(await page.axe(), []);
  assert.deepEqual(await page.problems(), []);
});

test("it covers no lit sentence, also at the text's end, on its side and on a small phone", options, async () => {
  for (const [width, height] of [[375, 667], [320, 568], [667, 375]]) {
    await page.resize(width, height);
    const last = alignment.sides[0].sentences.length - 1;
    for (const place of [{ side: 0, index: last }, { side: 1, index: alignment.links.at(-1)?.right[0] ?? 0 }]) {
      const sentence = await reader.sentence(/** @type {0 | 1} */ (place.side), place.index);
      await page.driver.executeScript("scrollTo(0, 0)");
      // As by a finger, wherever the sentence's lines are.
      await page.driver.executeScript(
        `const [e] = arguments;
        e.scrollIntoView({ block: "end" });
        const finger = { pointerType: "touch", pointerId: 7, isPrimary: true, bubbles: true, composed: true };
        e.dispatchEvent(new PointerEvent("pointerdown", finger));
        e.dispatchEvent(new PointerEvent("pointerup", finger));
        e.focus({ preventScroll: true });
        e.dispatchEvent(new PointerEvent("click", finger));`,
        sentence,
      );
      await reader.expect("active", [`${place.side}-${place.index}`]);
      if (!(await isOpen())) continue;
      await settled();
      assert.equal(await free(sentence), true, `${width} × ${height}, ${place.side}-${place.index}`);
    }
  }
  const sideways = "const { scrollWidth, clientWidth } = document.documentElement; return scrollWidth - clientWidth";
  assert.equal(await page.driver.executeScript(sideways), 0);
});

test("a sheet that comes up under the finger takes the tap from no sentence", options, async () => {
  await page.resize(667, 375);
  for (const link of links) {
    await tap(0, link.left[0]);
    await opens(true);
    await settled();
    await reader.press(Key.ESCAPE);
    await opens(false);
  }
});

test("every button has room for a finger", options, async () => {
  await tap(0, links[0].left[0]);
  await opens(true);
  for (const button of await page.shadowAll(".sheet button")) {
    const { width, height } = await button.getRect();
    assert.ok(width >= 44 && height >= 44, `${await button.getAttribute("class")}: ${width} × ${height}`);
  }
});

test("swiping and buttons go from link to link", options, async () => {
  const [here, next] = links;
  await tap(0, here.left[0]);
  await opens(true);
  await settled();
  await page.swipe(await page.shadow(".sheet-head"), -120, 0);
  await reader.expect("active", [`0-${next.left[0]}`]);
  await reader.expect("counterpart", right(next));
  await settled();
  await page.swipe(await page.shadow(".sheet-head"), 120, 5);
  await reader.expect("active", [`0-${here.left[0]}`]);
  await settled();
  await (await page.shadow(".sheet-button.next")).click();
  await reader.expect("active", [`0-${next.left[0]}`]);
  const wanted = (await Promise.all(next.right.map((index) => reader.texts(`#s1-${index}`)))).flat();
  assert.deepEqual(await reader.texts(".sheet-lit"), wanted);
  await settled();
  assert.equal(await free(await reader.sentence(0, next.left[0])), true);
});

test("the text behind can be scrolled, a swipe down puts the sheet away", options, async () => {
  await tap(0, links[0].left[0]);
  await opens(true);
  await settled();
  const before = await reader.scrolled();
  await page.driver.executeScript("scrollBy(0, 200)");
  await until("another place", async () => (await reader.scrolled()) !== before, { seconds: 5 });
  await page.swipe(await page.shadow(".sheet-head"), 4, 120);
  await opens(false);
  await reader.expect("active", []);
});

test("pinning, going there and back, and putting away what stays pinned", options, async () => {
  const link = links[1];
  await tap(0, link.left[0]);
  await opens(true);
  await settled();
  await page.tap(await page.shadow(".sheet-button.pin"));
  await reader.expect("pinned", [`0-${link.left[0]}`]);
  assert.equal(await (await page.shadow(".sheet-button.pin")).getAttribute("aria-pressed"), "true");
  await page.driver.executeScript("arguments[0].click()", await page.shadow(".sheet-go"));
  await reader.expect("active", [`1-${link.right[0]}`]);
  await settled();
  assert.equal(await free(await reader.sentence(1, link.right[0])), true);
  await page.driver.executeScript("arguments[0].click()", await page.shadow(".sheet-button.close"));
  await opens(false);
  await reader.expect("pinned", [`0-${link.left[0]}`]);
  await reader.expect("active", []);
});

test("Esc closes it and gives the focus back; a tap beside closes it", options, async () => {
  await tap(0, links[0].left[0]);
  await opens(true);
  await page.driver.executeScript("arguments[0].focus()", await page.shadow(".sheet-button.next"));
  await reader.press(Key.ESCAPE);
  await opens(false);
  const focused = "return document.querySelector('en-face').shadowRoot.activeElement?.id";
  assert.equal(await page.driver.executeScript(focused), `s0-${links[0].left[0]}`);
  await tap(0, links[1].left[0]);
  await opens(true);
  await settled();
  await page.tap(await page.shadow("#title-0"));
  await opens(false);
  await reader.expect("active", []);
});

test("keys and a mouse get the card", options, async () => {
  await page.shadow(".sheet");
  const far = alignment.links.at(-1);
  assert.ok(far);
  await page.driver.executeScript("arguments[0].focus()", await reader.sentence(0, far.left[0]));
  await page.shadow(".peek");
  assert.equal(await isOpen(), false);
});

test("facing pages that show the counterparts are not covered by them", options, async () => {
  await page.resize(1024, 768);
  await page.shadow(".frame[data-layout='columns']");
  await page.driver.executeScript("scrollTo(0, 0)");
  const [link] = links;
  await tap(0, link.left[0]);
  await opens(true);
  await settled();
  for (const index of link.right) assert.equal(await free(await reader.sentence(1, index)), true);
  assert.deepEqual(await reader.texts(".sheet-lit"), []);
});
