// Deep links: the address names the pinned sentence, also after the text has changed a little.
import assert from "node:assert/strict";
import test from "node:test";
import { Key } from "selenium-webdriver";
import { Between } from "./between.mjs";
import { browser } from "./harness.mjs";
import { until } from "./processes.mjs";
import { Reader } from "./reading.mjs";

const page = browser();
const reader = new Reader(page);
const SAMPLE = "seeds/ceasefire.txt";
const options = { timeout: 90_000 };

/** @returns {Promise<string>} */
const fragment = () => page.driver.executeScript("return location.hash");
const focused = () => page.driver.executeScript("return document.querySelector('en-face').shadowRoot.activeElement?.id");
const message = async () => (await reader.texts(".toast:popover-open"))[0];

/** Waits for the address. @param {RegExp} form */
const addressed = (form) => until(String(form), async () => form.test(await fragment()), { seconds: 5 });

/** Opens the sample with a fragment, in a window that was elsewhere. @param {string} hash */
async function openAt(hash) {
  await page.driver.get("about:blank");
  await page.driver.get(`${page.site.address}/?page=${SAMPLE}&encoder=none${hash}`);
  await reader.aligned();
}

/** Pins a sentence by the keyboard; what the address says then. @param {0 | 1} side @param {number} index */
async function pin(side, index) {
  await page.shadow(".sheet");
  await page.driver.executeScript("arguments[0].focus()", await reader.sentence(side, index));
  await reader.press(Key.ENTER);
  await addressed(new RegExp(`\\.${side}-${index}\\.`));
  return fragment();
}

/** @param {import("selenium-webdriver").WebElement} sentence */
const onScreen = (sentence) =>
  until(
    "the sentence on the screen",
    () => page.driver.executeScript("const r = arguments[0].getBoundingClientRect(); return r.top > 0 && r.bottom < innerHeight", sentence),
    { seconds: 5 },
  );

test("a pinned sentence is named by the address, and let go again", options, async () => {
  await reader.read(SAMPLE);
  const length = await page.driver.executeScript("return history.length");
  assert.match(await pin(0, 3), /^#view\.0-3\.[0-9a-z]{8}$/);
  await reader.press(Key.ESCAPE);
  await until("no fragment", async () => (await fragment()) === "", { seconds: 5 });
  assert.equal(await page.driver.executeScript("return history.length"), length);
  assert.deepEqual(await page.problems(), []);
});

test("it is pinned, shown and in focus after a reload, and in every layout", options, async () => {
  const { sides } = await reader.read(SAMPLE);
  const index = sides[1].sentences.length - 3;
  const hash = await pin(1, index);
  await page.driver.navigate().refresh();
  await reader.aligned();
  for (const layout of ["", "stacked", "interleaved"]) {
    if (layout) await page.driver.executeScript("document.querySelector('en-face').layout = arguments[0]", layout);
    await reader.expect("pinned", [`1-${index}`]);
    assert.equal(await fragment(), hash);
    if (layout !== "interleaved") await onScreen(await reader.sentence(1, index));
    if (!layout) assert.equal(await focused(), `s1-${index}`);
  }
  assert.deepEqual(await page.problems(), []);
});

test("it is found again where it has moved, or has changed after its beginning", options, async () => {
  await reader.read(SAMPLE);
  const hash = await pin(1, 12);
  await openAt(hash.replace("1-12", "1-7"));
  await reader.expect("pinned", ["1-12"]);
  await addressed(/\.1-12\./);
  await openAt(hash.replace("1-12", "1-90000"));
  await reader.expect("pinned", ["1-12"]);
  const changed = hash.slice(0, -8) + (hash.slice(-8, -4) === "0000" ? "0001" : "0000") + hash.slice(-4);
  await openAt(changed.replace("1-12", "1-14"));
  await reader.expect("pinned", ["1-12"]);
});

test("a sentence that is gone is told of once", options, async () => {
  await openAt("#view.1-3.00000000");
  await until("a message", async () => /no longer here/.test((await message()) ?? ""), { seconds: 5 });
  await reader.expect("pinned", []);
  await until("no message", async () => !(await message()), { seconds: 15 });
  await page.driver.executeScript("document.querySelector('en-face').reload()");
  await reader.aligned();
  await new Promise((resolve) => setTimeout(resolve, 500));
  assert.equal(await message(), undefined);
  assert.deepEqual(await page.problems(), []);
});

test("fragments of other makes are left alone, and the skip link leads to the text", options, async () => {
  await reader.read(SAMPLE);
  const hash = await pin(0, 2);
  await page.driver.executeScript("document.querySelector('.skip').focus()");
  await reader.press(Key.ENTER);
  await addressed(/^#text$/);
  assert.equal(await page.driver.executeScript("return document.activeElement.id"), "text");
  await reader.expect("pinned", ["0-2"]);
  await page.driver.navigate().back();
  await addressed(/^#view/);
  assert.equal(await fragment(), hash);
  await reader.expect("pinned", ["0-2"]);
});

test("another fragment leads to another sentence", options, async () => {
  await reader.read(SAMPLE);
  const first = await pin(0, 2);
  const second = await pin(1, 30);
  await page.driver.executeScript("location.hash = arguments[0]", first);
  await reader.expect("pinned", ["0-2"]);
  await until("the focus", async () => (await focused()) === "s0-2", { seconds: 5 });
  await page.driver.executeScript("location.hash = arguments[0]", second);
  await reader.expect("pinned", ["1-30"]);
  await onScreen(await reader.sentence(1, 30));
  assert.deepEqual(await page.problems(), []);
});

test("another page's address has no fragment, and back there is the sentence again", options, async () => {
  await reader.read(SAMPLE);
  const hash = await pin(0, 4);
  await (await page.find("#pages-button")).click();
  await page.driver.executeScript("[...document.querySelectorAll('#folders a')].find((a) => a.href.includes('library-hours')).click()");
  await until("the other page", async () => (await page.driver.executeScript("return location.search")).includes("library-hours"));
  await reader.aligned();
  assert.equal(await fragment(), "");
  await reader.expect("pinned", []);
  await page.driver.navigate().back();
  await addressed(/\.0-4\./);
  await reader.expect("pinned", ["0-4"]);
  assert.equal(await fragment(), hash);
  assert.deepEqual(await page.problems(), []);
});

test("a reader who has gone elsewhere keeps the focus", options, async () => {
  await reader.read(SAMPLE);
  const hash = await pin(0, 1);
  await openAt("");
  await page.driver.executeScript("document.querySelector('#theme').focus(); location.replace(arguments[0])", "#text");
  await page.driver.executeScript("document.querySelector('#theme').focus()");
  const view = "document.querySelector('en-face')";
  await page.driver.executeScript(`history.replaceState(null, '', arguments[0]); ${view}.reload()`, hash);
  await reader.expect("pinned", ["0-1"]);
  assert.equal(await page.driver.executeScript("return document.activeElement.id"), "theme");
});

test("the link to a sentence can be copied", options, async () => {
  await reader.read(SAMPLE);
  await page.driver.executeScript(
    `window.copied = [];
    Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText: async (text) => void copied.push(text) } });`,
  );
  const hash = await pin(0, 3);
  await page.driver.actions().keyDown(Key.SHIFT).sendKeys("c").keyUp(Key.SHIFT).perform();
  const copied = async () => (await page.driver.executeScript("return copied"))[0];
  await until("an address", async () => Boolean(await copied()), { seconds: 5 });
  assert.equal(await copied(), `${await page.driver.executeScript("return location.href")}`);
  assert.ok((await copied()).endsWith(hash));
  await (await page.shadow(".act.copy-link")).click();
  await until("another one", async () => (await page.driver.executeScript("return copied.length")) === 2, { seconds: 5 });
  assert.deepEqual(await page.axe(), []);
});

test("several elements are told apart; one without deep links leaves the address alone", options, async (context) => {
  const between = await new Between(page.site.address).start();
  context.after(() => between.stop());
  const element = (/** @type {string} */ id, /** @type {string} */ more) => `<en-face id="${id}" ${more} encoder="none" src="/${SAMPLE}"></en-face>`;
  between.page("/three.html", { body: element("one", 'deep-links="on"') + element("two", 'deep-links="on"') + element("plain", "") });
  await page.open("/three.html", { address: between.address });
  const press = async (/** @type {string} */ id, /** @type {number} */ index) => {
    await page.shadow(".sheet", { host: `#${id}` });
    await page.driver.executeScript("arguments[0].focus()", await page.shadow(`#s0-${index}`, { host: `#${id}` }));
    await reader.press(Key.ENTER);
  };
  await press("plain", 2);
  await page.shadow("#s0-2[part~=pinned]", { host: "#plain" });
  assert.equal(await fragment(), "");
  await press("two", 3);
  await addressed(/^#two\.0-3\./);
  await page.driver.navigate().refresh();
  await page.shadow("#s0-3[part~=pinned]", { host: "#two" });
  assert.equal((await page.shadowAll("[part~=pinned]", { host: "#one" })).length, 0);
  assert.deepEqual(await page.problems(), []);
});
