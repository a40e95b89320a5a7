// The documentation: every page opens without a fault, can be reached and read by everybody, and its examples run.
import assert from "node:assert/strict";
import test from "node:test";
import { Key } from "selenium-webdriver";
import { browser, engine } from "./harness.mjs";
import { until } from "./processes.mjs";

const page = browser();
const options = { timeout: 240_000 };

/** @param {string} script @param {...unknown} args @returns {Promise<any>} */
const run = (script, ...args) => page.driver.executeScript(script, ...args);

/** Opens a page of the documentation and waits for its script. @param {string} path */
async function open(path) {
  page.site.reports.length = 0;
  await page.driver.get(`${page.site.address}/docs/${path}`);
  await until("the page's script", () => run("return document.querySelector('.theme')?.hidden === false"), { seconds: 10 });
}

/** The pages, from the list that each has. @returns {Promise<string[]>} */
async function pages() {
  await open("");
  return run("return [...document.querySelectorAll('#_pages > ul > li > a')].map((link) => link.getAttribute('href'))");
}

test("every page opens without a fault, and axe finds none, light and dark, wide and narrow", options, async () => {
  /** @type {[boolean, number][]} the other engines have the narrow pages only, for the sake of time */
  const ways = engine === "chromium" ? [[false, 1440], [true, 320]] : [[true, 320]];
  for (const [dark, width] of ways) {
    await page.setDark(dark);
    await page.resize(width, 900);
    const found = await pages();
    assert.ok(found.length > 5, String(found));
    for (const path of found) {
      await open(path);
      // Frames have tests of their own.
      assert.deepEqual(await page.axe({ iframes: false }), [], path);
      assert.deepEqual(await page.problems(), [], path);
      const scrolls = await run("return document.documentElement.scrollWidth > document.documentElement.clientWidth");
      assert.equal(scrolls, false, `${path} is wider than ${width} px`);
    }
  }
});

test("by keyboard: to the text at once, and on a narrow screen through the list", options, async () => {
  await page.setDark(false);
  await page.resize(375, 800);
  await open("index.html");
  const press = (/** @type {string} */ key) => page.driver.actions().sendKeys(key).perform();
  const focused = () => run("return document.activeElement?.textContent?.trim()");
  await press(Key.TAB);
  assert.equal(await focused(), "Skip to the text");
  await press(Key.ENTER);
  await until("the text in focus", () => run("return document.activeElement?.id === '_text'"));
  await run("document.querySelector('.contents').focus()");
  await press(Key.ENTER);
  await until("the list", () => run("return document.querySelector('#_pages').matches(':popover-open')"));
  await press(Key.TAB);
  // What scrolls is a stop of its own in Firefox.
  if (await run("return document.activeElement?.id === '_pages'")) await press(Key.TAB);
  assert.equal(await focused(), "Overview");
  await press(Key.TAB);
  await press(Key.ENTER);
  await until("the next page", () => run("return location.pathname === '/docs/reading.html'"), { seconds: 10 });
  await press(Key.ESCAPE);
  assert.deepEqual(await page.problems(), []);
});

test("the colours that were chosen hold on the next page, and in the reader", options, async () => {
  await page.resize(1280, 800);
  await open("index.html");
  await run("localStorage.clear(); location.reload()");
  await open("index.html");
  await (await page.find(".theme")).click();
  assert.equal(await run("return document.documentElement.dataset.theme"), "light");
  await open("design.html");
  assert.equal(await run("return document.documentElement.dataset.theme"), "light");
  await page.open("/");
  await until("the reader's colours", () => run("return document.documentElement.dataset.theme === 'light'"));
  await (await page.find('.tools a[href="docs/index.html"]')).click();
  await until("the documentation", () => run("return location.pathname === '/docs/index.html'"), { seconds: 10 });
  await run("localStorage.clear()");
  assert.deepEqual(await page.problems(), []);
});

test("on a narrow screen the button that copies stands over no code", options, async () => {
  await page.resize(375, 800);
  for (const path of ["developers.html", "gallery.html"]) {
    await open(path);
    const covered = await run(`return [...document.querySelectorAll(".copied")].filter((block) => {
      const button = block.querySelector(".copy").getBoundingClientRect();
      const range = document.createRange();
      range.selectNodeContents(block.querySelector(".code"));
      const meets = ({ left, right, top, bottom }) => left < button.right && right > button.left && top < button.bottom && bottom > button.top;
      return button.width && [...range.getClientRects()].some(meets);
    }).map((block) => block.textContent.slice(0, 40))`);
    assert.deepEqual(covered, [], path);
  }
});

test("code is copied as it stands", options, async () => {
  await open("developers.html");
  // A driver's browser may keep its clipboard from pages.
  await run("window.copied = []; navigator.clipboard.writeText = async (text) => void copied.push(text)");
  await run("document.querySelector('.copy').click()");
  await until("the copy", () => run("return document.querySelector('.copy').textContent === 'Copied'"));
  assert.deepEqual(await run("return copied"), [await run("return document.querySelector('.code').textContent")]);
});
