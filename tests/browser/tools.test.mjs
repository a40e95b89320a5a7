// The row of tools and its panels: they come after the text without moving it, by mouse and by keyboard.
import assert from "node:assert/strict";
import test from "node:test";
import { Key } from "selenium-webdriver";
import { browser } from "./harness.mjs";
import { until } from "./processes.mjs";
import { Reader } from "./reading.mjs";

const page = browser();
const reader = new Reader(page);
const options = { timeout: 120_000 };

const focused = () => page.driver.executeScript("return document.querySelector('en-face').shadowRoot.activeElement?.className ?? ''");
const isOpen = (/** @type {string} */ name) =>
  page.driver.executeScript("return document.querySelector('en-face').shadowRoot.querySelector(arguments[0])?.matches(':popover-open') ?? false", `.popup.${name}`);

test("the tools come after the text and move nothing", options, async () => {
  await page.open("/?page=seeds/ceasefire.txt");
  const first = await reader.sentence(0, 0);
  const { y } = await first.getRect();
  await page.shadow(".tool.keys");
  assert.equal((await first.getRect()).y, y);
  const bar = await page.shadow("[role=toolbar]");
  assert.ok(await bar.getAccessibleName());
  assert.deepEqual(await page.problems(), []);
});

test("the row is one tab stop, and arrows go through it", options, async () => {
  await reader.read("seeds/ceasefire.txt");
  const last = await page.shadow(".tool.keys");
  const stops = await page.shadowAll(".tool[tabindex='0']");
  assert.equal(stops.length, 1);
  await page.driver.executeScript("arguments[0].focus()", stops[0]);
  await reader.press(Key.END);
  assert.equal(await focused(), await last.getAttribute("class"));
  await reader.press(Key.ARROW_RIGHT);
  assert.equal(await focused(), await stops[0].getAttribute("class"));
  await reader.press(Key.ARROW_LEFT);
  assert.equal(await focused(), await last.getAttribute("class"));
});

test("? lists the keys; Esc closes the list, gives the focus back, and lets go of nothing", options, async () => {
  await reader.read("seeds/ceasefire.txt");
  await page.shadow(".tool.keys");
  const sentence = await reader.sentence(0, 1);
  await page.driver.executeScript("arguments[0].focus()", sentence);
  await reader.press(Key.ENTER);
  await reader.expect("pinned", ["0-1"]);
  await reader.press("?");
  await until("the list", () => isOpen("key-list"), { seconds: 5 });
  assert.match((await reader.texts(".key-list"))[0], /Enter/);
  assert.deepEqual(await page.axe(), []);
  await reader.press(Key.ESCAPE);
  await until("no list", async () => !(await isOpen("key-list")), { seconds: 5 });
  assert.match(String(await focused()), /linked/);
  await reader.expect("pinned", ["0-1"]);
  await reader.press(Key.ESCAPE);
  await reader.expect("pinned", []);
});

test("an element that goes takes its tools with it, and gets them again", options, async () => {
  await reader.read("seeds/ceasefire.txt");
  await page.shadow(".tool.keys");
  await page.driver.executeScript("window.gone = document.querySelector('en-face'); gone.remove()");
  const count = "return gone.shadowRoot.querySelectorAll('.tool, .popup').length";
  assert.equal(await page.driver.executeScript(count), 0);
  await page.driver.executeScript("document.querySelector('main').append(gone)");
  await page.shadow(".tool.keys");
  assert.equal((await page.shadowAll(".tool.keys")).length, 1);
  assert.deepEqual(await page.problems(), []);
});

test("without tools the text is read as before", options, async () => {
  await page.open("/");
  await page.driver.executeScript("document.querySelector('en-face').setAttribute('controls', 'none')");
  await reader.aligned();
  const bar = await page.shadow("[part=bar]");
  assert.equal(await bar.isDisplayed(), false);
});
