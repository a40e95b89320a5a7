// Taking a page along: each format as a file that holds what it should, with a sensible name, and the panel that offers them.
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { beforeEach } from "node:test";
import { Key } from "selenium-webdriver";
import { Between } from "./between.mjs";
import { browser, engine } from "./harness.mjs";
import { until } from "./processes.mjs";
import { Reader } from "./reading.mjs";

const page = browser();
const reader = new Reader(page);
const options = { timeout: 90_000 };

/** Keeps what is saved instead of saving it, and which addresses are given back. */
const WATCH = `
  window.saved = [];
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    const address = make.call(URL, blob);
    blob.text().then((text) => saved.push({ text, type: blob.type, address }));
    return address;
  };
  HTMLAnchorElement.prototype.click = function () {
    window.anchor = { href: this.href, download: this.download };
  };`;

/** What is in a translation memory. */
const PARSE = `
  const memory = new DOMParser().parseFromString(arguments[0], "application/xml");
  const side = (tuv) => [tuv.getAttribute("xml:lang"), tuv.querySelector("seg").textContent];
  return {
    broken: memory.querySelectorAll("parsererror").length,
    root: memory.documentElement.nodeName + memory.documentElement.getAttribute("version"),
    units: [...memory.querySelectorAll("tu")].map((unit) => [...unit.querySelectorAll("tuv")].map(side)),
  };`;

/** @typedef {{ text: string, type: string, address: string }} Saved */

/** @type {Awaited<ReturnType<Reader["read"]>>} */
let alignment;

beforeEach(async () => {
  await page.resize(1280, 800);
  alignment = await reader.read("seeds/ceasefire.txt");
  await page.shadow(".tool.take:enabled");
  await page.driver.executeScript(WATCH);
});

const isOpen = () =>
  page.driver.executeScript("return document.querySelector('en-face').shadowRoot.querySelector('.popup.take').matches(':popover-open')");
const focused = () => page.driver.executeScript("return document.querySelector('en-face').shadowRoot.activeElement?.id ?? ''");

/** @param {number} side @param {number} index */
const textOf = (side, index) => /** @type {{ text: string }} */ (alignment.sides[side].sentences[index]).text;

/**
 * Saves the page in a format.
 *
 * @param {string} format
 * @returns {Promise<Saved & { name: string }>}
 */
async function take(format) {
  const before = await page.driver.executeScript("return saved.length");
  await (await page.shadow(".tool.take")).click();
  await (await page.shadow(`.choice.${format}`)).click();
  const saved = () => page.driver.executeScript("return saved[arguments[0]]", before);
  const file = /** @type {Saved} */ (await until(`a file in ${format}`, saved, { seconds: 5 }));
  const anchor = /** @type {{ href: string, download: string }} */ (await page.driver.executeScript("return anchor"));
  assert.equal(anchor.href, file.address);
  await until("a message", async () => (await reader.texts(".toast:popover-open"))[0]?.includes(anchor.download), { seconds: 5 });
  assert.equal(await isOpen(), false);
  return { ...file, name: anchor.download };
}

/**
 * Does something on a page that is none of the reader's, and has none of its policy.
 *
 * @param {string} html
 * @param {() => Promise<void>} run
 */
async function elsewhere(html, run) {
  const between = await new Between(page.site.address).start();
  try {
    between.on("/taken.html", () => ({ status: 200, headers: { "content-type": "text/html" }, body: Buffer.from(html) }));
    await page.driver.get(`${between.address}/taken.html`);
    await run();
  } finally {
    between.stop();
  }
}

test("the panel opens by key and button, closes by Esc, and gives the focus back", options, async () => {
  await page.driver.executeScript("arguments[0].focus()", await reader.sentence(0, 1));
  await reader.press("x");
  await until("the panel", isOpen, { seconds: 5 });
  assert.deepEqual(await page.axe(), []);
  await reader.press(Key.ESCAPE);
  await until("no panel", async () => !(await isOpen()), { seconds: 5 });
  await until("the focus", async () => (await focused()) === "s0-1", { seconds: 5 });
  await reader.expect("active", ["0-1"]);
  const button = await page.shadow(".tool.take");
  await button.click();
  assert.equal(await button.getAttribute("aria-expanded"), "true");
  await button.click();
  assert.equal(await isOpen(), false);
  await page.resize(320, 700);
  await button.click();
  assert.deepEqual(await page.axe(), []);
  const wide = "return document.querySelector('en-face').shadowRoot.querySelector('.popup.take').scrollWidth";
  assert.ok(Number(await page.driver.executeScript(wide)) <= 320);
  assert.deepEqual(await page.problems(), []);
});

test("JSON is the alignment as it is", options, async () => {
  const { text, type, name } = await take("json");
  // Firefox's driver rounds the numbers that it hands over.
  const same = "return JSON.stringify(JSON.parse(arguments[0])) === JSON.stringify(document.querySelector('en-face').alignment)";
  assert.equal(await page.driver.executeScript(same, text), true);
  assert.match(type, /^application\/json/);
  assert.match(name, /^渡轮上的停火.*\.json$/);
  assert.deepEqual(await page.problems(), []);
});

test("TMX is a translation memory with a unit for each link", options, async () => {
  const { text, type, name } = await take("tmx");
  assert.match(type, /xml/);
  assert.match(name, /\.tmx$/);
  /** @type {unknown} */
  let parsed;
  // The reader's own page lets no text become markup.
  await elsewhere("<!doctype html>", async () => {
    parsed = await page.driver.executeScript(PARSE, text);
  });
  const { broken, root, units } = /** @type {{ broken: number, root: string, units: [string, string][][] }} */ (parsed);
  assert.deepEqual([broken, root, units.length], [0, "tmx1.4", alignment.links.length]);
  const [{ left, right }] = alignment.links;
  const unit = Object.fromEntries(units[0]);
  assert.deepEqual(Object.keys(unit).sort(), ["en", "zh"]);
  for (const sentence of left.map((index) => textOf(0, index))) assert.ok(unit.zh.includes(sentence), unit.zh);
  for (const sentence of right.map((index) => textOf(1, index))) assert.ok(unit.en.includes(sentence), unit.en);
});

test("the page by itself lights up counterparts without a script", options, async () => {
  const { text, type, name } = await take("html");
  assert.match(type, /^text\/html/);
  assert.match(name, /\.html$/);
  assert.doesNotMatch(text, /<script/i);
  await elsewhere(text, async () => {
    const [link] = alignment.links;
    const find = "return [...document.querySelectorAll('.s')].find((sentence) => sentence.textContent.includes(arguments[0]))";
    const [left, right] = /** @type {import("selenium-webdriver").WebElement[]} */ (
      await Promise.all([link.left, link.right].map(([index], side) => page.driver.executeScript(find, textOf(side, index))))
    );
    const colour = () => right.getCssValue("background-color");
    const plain = await colour();
    await page.driver.executeScript("arguments[0].scrollIntoView({ block: 'center' })", left);
    await page.driver.actions().move({ origin: left }).perform();
    await until("a lit counterpart", async () => (await colour()) !== plain, { seconds: 5 });
    assert.deepEqual(await page.axe(), []);
  });
});

test("Markdown and plain text have every sentence of the first text and its counterparts", options, async () => {
  for (const [format, ending] of [["md", "md"], ["text", "txt"]]) {
    const { text, name } = await take(format);
    assert.match(name, new RegExp(`\\.${ending}$`));
    const plain = text.replaceAll("\\", "");
    const places = [...alignment.sides[0].sentences.keys()].map((index) => [0, index]);
    places.push(...alignment.links.flatMap(({ right }) => right.map((index) => [1, index])));
    for (const [side, index] of places) assert.ok(plain.includes(textOf(side, index)), `${format}: ${textOf(side, index)}`);
  }
});

test("a name is made of a title that no file system would take", options, async () => {
  const titles = { zh: `  ../a\\b:c?"<${"很".repeat(200)}.` };
  const odd = { ...alignment, page: { titles, source: null, related: [] } };
  await page.driver.executeScript("document.querySelector('en-face').alignment = arguments[0]", odd);
  await until("the other page", async () => (await reader.texts("h2[part~=title]"))[0]?.includes("a\\b"), { seconds: 5 });
  await page.shadow(".tool.take:enabled");
  const { name } = await take("json");
  assert.match(name, /^a b c 很+\.json$/);
  assert.ok(Buffer.byteLength(name) < 256);
});

test("a pair is copied from the panel, where one is lit", options, async () => {
  const button = await page.shadow(".tool.take");
  await button.click();
  assert.equal(await (await page.shadow(".choice.copy")).isEnabled(), false);
  await reader.press(Key.ESCAPE);
  await page.driver.executeScript("arguments[0].focus()", await reader.sentence(0, 0));
  await reader.press("x");
  await (await page.shadow(".choice.copy:enabled")).click();
  await until("a message", async () => (await reader.texts(".toast:popover-open")).length > 0, { seconds: 5 });
});

test("where the links are plain ones, the panel says so before they are saved", options, async () => {
  await (await page.shadow(".tool.take")).click();
  assert.equal((await reader.texts(".take-note")).length, 1);
  await reader.press(Key.ESCAPE);
  await page.driver.executeScript("document.querySelector('en-face').alignment = arguments[0]", { ...alignment, links: [] });
  await until("the other links", async () => (await reader.aligned()).links.length === 0, { seconds: 5 });
  await (await page.shadow(".tool.take:enabled")).click();
  assert.equal((await reader.texts(".take-note")).length, 0);
});

test("a page that goes takes the panel with it", options, async () => {
  const button = await page.shadow(".tool.take");
  await button.click();
  await page.driver.executeScript("document.querySelector('en-face').setAttribute('src', 'nothing.txt')");
  await until("no panel", async () => !(await isOpen()), { seconds: 5 });
  assert.equal(await button.isEnabled(), false);
});

// The others cannot be told where to save while they run.
if (engine === "chromium") {
  test("the browser saves the file under its name", options, async () => {
    const folder = mkdtempSync(join(tmpdir(), "en-face-"));
    try {
      await page.devtools("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: folder });
      // Without what the other tests put between.
      await page.driver.navigate().refresh();
      await (await page.shadow(".tool.take:enabled")).click();
      await (await page.shadow(".choice.md")).click();
      const saved = await until("a file", async () => readdirSync(folder).find((name) => name.endsWith(".md")), { seconds: 10 });
      assert.match(saved, /^渡轮上的停火.*\.md$/);
      assert.ok(readFileSync(join(folder, saved), "utf8").includes(textOf(0, 0)));
      assert.deepEqual(await page.problems(), []);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}
