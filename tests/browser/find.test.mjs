// Finding in both texts: the strip, what counts as the same, where the light goes, and what is left when it closes.
import assert from "node:assert/strict";
import test from "node:test";
import { Key } from "selenium-webdriver";
import { browser } from "./harness.mjs";
import { until } from "./processes.mjs";
import { Reader } from "./reading.mjs";

const page = browser();
const reader = new Reader(page);
const SAMPLE = "seeds/ceasefire.txt";
const options = { timeout: 90_000 };

/** Waits until the strip says so much. @param {string} expected */
async function counts(expected) {
  let found = "";
  const as = async () => (found = (await reader.texts(".find-count"))[0] ?? "") === expected;
  await until("the count", as, { seconds: 5 }).catch(() => assert.equal(found, expected));
}

/** What the browser highlights. @param {string} name @returns {Promise<string[]>} */
const highlighted = (name) =>
  page.driver.executeScript(
    `return [...(CSS.highlights.get(arguments[0]) ?? [])].map(({ startContainer, startOffset, endContainer, endOffset }) => {
      const range = document.createRange();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      return range.toString();
    })`,
    name,
  );

/** Opens the strip and types. @param {string} text */
async function find(text) {
  await page.shadow(".tool.find");
  await page.driver.executeScript("document.querySelector('en-face').shadowRoot.querySelector('.tool.find').click()");
  await reader.press(text);
}

const focused = () =>
  page.driver.executeScript("const { activeElement: e } = document.querySelector('en-face').shadowRoot; return e?.id || e?.className");

/** The sentences whose text holds some words, as `side-index`. @param {string} text @returns {Promise<string[]>} */
const holding = (text) =>
  page.driver.executeScript(
    `return [...document.querySelector("en-face").shadowRoot.querySelectorAll("[part~=sentence]")]
      .filter((e) => e.textContent.toLowerCase().includes(arguments[0])).map((e) => e.dataset.side + "-" + e.dataset.index)`,
    text,
  );

test("matches are counted, marked and gone through, and light up with their counterparts", options, async () => {
  const { links } = await reader.read(SAMPLE);
  const places = await holding("bridge");
  assert.ok(places.length > 1);
  await page.shadow(".tool.find");
  await page.driver.executeScript("arguments[0].focus()", await reader.sentence(0, 0));
  await reader.press("/");
  assert.equal(await focused(), "find-field");
  await reader.press("Bridge");
  await until("all marks", async () => (await highlighted("enface-found")).length >= places.length, { seconds: 5 });
  const all = (await highlighted("enface-found")).length;
  assert.deepEqual(new Set((await highlighted("enface-found")).map((text) => text.toLowerCase())), new Set(["bridge"]));
  await counts(`1 / ${all}`);
  await reader.expect("active", [places[0]]);
  const [, index] = places[0].split("-").map(Number);
  const sources = links.filter((link) => link.right.includes(index)).flatMap((link) => link.left.map((left) => `0-${left}`));
  await reader.expect("counterpart", [...new Set(sources)]);
  assert.equal((await highlighted("enface-found-here")).length, 1);
  const shown = "const r = arguments[0].getBoundingClientRect(); return r.bottom > 0 && r.top < innerHeight";
  const sentence = await page.shadow(`#s${places[0]}`);
  await until("the match on the screen", () => page.driver.executeScript(shown, sentence), { seconds: 5 });
  await reader.press(Key.ENTER);
  await counts(`2 / ${all}`);
  const back = () => page.driver.actions().keyDown(Key.SHIFT).sendKeys(Key.ENTER).keyUp(Key.SHIFT).perform();
  await back();
  await back();
  await counts(`${all} / ${all}`);
  await (await page.shadow(".find .down")).click();
  await counts(`1 / ${all}`);
  assert.deepEqual(await page.axe(), []);
  await page.driver.executeScript("document.querySelector('en-face').shadowRoot.querySelector('.find-field').focus()");
  await reader.press(Key.ESCAPE);
  assert.equal(await focused(), `s${places[0]}`);
  assert.deepEqual(await highlighted("enface-found"), []);
  assert.equal(await (await page.shadow(".strip.find")).isDisplayed(), false);
  assert.deepEqual(await page.problems(), []);
});

test("the strip covers no line of a text that is not scrolled", options, async () => {
  await reader.read(SAMPLE);
  await find("");
  const strip = await (await page.shadow(".strip.find")).getRect();
  const title = await (await page.shadow("#title-0")).getRect();
  assert.ok(strip.y + strip.height <= title.y);
});

test("case, width, kinds of space and of quotes make no difference", options, async () => {
  await reader.read(SAMPLE);
  await find("ＮＯ  ONE’S");
  await counts("Not found");
  for (const [query, plain] of [["ＴＲＵＣＥ", "truce"], ["crew's  mess", "crew’s mess"], ["４５天", "45天"]]) {
    const field = await page.shadow(".find-field");
    await page.driver.executeScript("arguments[0].select()", field);
    await reader.press(query);
    const found = async () => (await highlighted("enface-found"))[0]?.toLowerCase() === plain;
    await until(plain, found, { seconds: 5 });
  }
});

test("words are found across inline markup", options, async () => {
  await reader.read("seeds/tidal-lab.md");
  /** @type {[string, string]} the text around an end of emphasised words or of a link */
  const [id, text] = await page.driver.executeScript(
    `const inline = [...document.querySelector("en-face").shadowRoot.querySelectorAll("[part~=sentence] :is(em, strong, a, code)")]
      .find((e) => e.nextSibling?.nodeType === 3 && e.nextSibling.data.trim().length > 5);
    return [inline.closest("[part~=sentence]").id, inline.textContent + inline.nextSibling.data.slice(0, 6)]`,
  );
  await find(text);
  await reader.expect("active", [id.slice(1)]);
  assert.deepEqual(await highlighted("enface-found-here"), [text.trimEnd()]);
});

test("nothing is found twice over, and a search that finds nothing says so", options, async () => {
  await reader.read(SAMPLE);
  await find("zzzz");
  await counts("Not found");
  assert.equal((await reader.texts("[aria-live]"))[0], "Not found");
  assert.equal(await (await page.shadow(".find .down")).isEnabled(), false);
  await page.driver.executeScript("document.querySelector('en-face').shadowRoot.querySelector('.find-field').value = ''");
  await reader.press("a");
  await until("a count", async () => / \/ \d+$/.test((await reader.texts(".find-count"))[0]), { seconds: 5 });
});

test("a match in a text that is not shown is told of by its words and its counterpart", options, async () => {
  const { links } = await reader.read(SAMPLE);
  const link = links.at(-1);
  assert.ok(link);
  const [text] = await reader.texts(`#s0-${link.left[0]}`);
  await page.driver.executeScript("document.querySelector('en-face').layout = 'second'");
  await page.shadow(".frame[data-hides='0']");
  await find(text.slice(0, 12));
  await until("an excerpt", async () => (await reader.texts(".find-excerpt")).length === 1, { seconds: 5 });
  assert.deepEqual(await reader.texts(".find-mark"), [text.slice(0, 12)]);
  await reader.expect("counterpart", link.right.map((index) => `1-${index}`));
  const shown = "const r = arguments[0].getBoundingClientRect(); return r.bottom > 0 && r.top < innerHeight";
  const counterpart = await reader.sentence(1, link.best[1]);
  await until("the counterpart on the screen", () => page.driver.executeScript(shown, counterpart), { seconds: 5 });
  assert.deepEqual(await page.axe(), []);
});

test("a match between the lines is unfolded", options, async () => {
  const { links } = await reader.read(SAMPLE);
  await page.driver.executeScript("document.querySelector('en-face').layout = 'interleaved'");
  await page.shadow(".frame[data-layout='interleaved'] .fold");
  const linked = new Set(links.flatMap(({ right }) => right));
  const place = (await holding("bridge")).find((one) => one.startsWith("1-") && linked.has(Number(one.slice(2))));
  assert.ok(place);
  const [text] = await reader.texts(`#s${place}`);
  await find(text.slice(0, 28));
  await reader.expect("active", [place, place]);
  const shown = `const copies = [...document.querySelector("en-face").shadowRoot.querySelectorAll("[part~=active]")];
    return copies.some((e) => { const r = e.getClientRects()[0]; return r && r.bottom > 0 && r.top < innerHeight; })`;
  await until("the unfolded match on the screen", () => page.driver.executeScript(shown), { seconds: 5 });
  assert.deepEqual(new Set(await highlighted("enface-found-here")), new Set([text.slice(0, 28)]));
  assert.equal((await reader.texts(".find-excerpt")).length, 0);
  assert.deepEqual(await page.problems(), []);
});

test("without highlights of the browser's own the sentence is marked", options, async () => {
  await reader.read(SAMPLE);
  await page.driver.executeScript("Object.defineProperty(CSS, 'highlights', { value: undefined })");
  await find("bridge");
  await reader.expect("found", await holding("bridge"));
  await reader.press(Key.ESCAPE);
  await reader.expect("found", []);
});

test("a pointer at rest takes the light from no match", options, async () => {
  await reader.read(SAMPLE);
  await page.shadow(".tool.find");
  const places = await holding("bridge");
  await reader.point(await reader.sentence(1, 3));
  await reader.expect("active", ["1-3"]);
  await find("bridge");
  for (const place of places.slice(0, 3)) {
    await reader.expect("active", [place]);
    // The text scrolls under the pointer for a while.
    await new Promise((resolve) => setTimeout(resolve, 500));
    await reader.expect("active", [place]);
    if (place !== places[2]) await reader.press(Key.ENTER);
  }
  await reader.point(await page.find("h1"));
  await reader.point(await reader.sentence(1, 3));
  await reader.expect("active", ["1-3"]);
});

test("another page is searched anew, and an element that goes leaves no marks", options, async () => {
  await reader.read(SAMPLE);
  await find("the");
  await until("marks", async () => (await highlighted("enface-found")).length > 0, { seconds: 5 });
  await page.driver.executeScript("document.querySelector('en-face').setAttribute('src', 'seeds/library-hours.txt')");
  const places = async () => (await reader.texts("[part~=sentence]")).filter((text) => /the/i.test(text)).length;
  const inPage = "return [...CSS.highlights.get('enface-found')].every((range) => range.startContainer.isConnected)";
  const renewed = async () => {
    const marks = (await highlighted("enface-found")).length;
    return marks > 0 && marks >= (await places()) && (await page.driver.executeScript(inPage));
  };
  await until("marks in the other page", renewed, { seconds: 5 });
  await page.driver.executeScript("document.querySelector('en-face').remove()");
  assert.deepEqual(await highlighted("enface-found"), []);
  assert.deepEqual(await page.problems(), []);
});
