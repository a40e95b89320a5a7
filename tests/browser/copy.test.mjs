// Copying a sentence with its counterparts, by the browser's own way and where that is refused.
import assert from "node:assert/strict";
import test, { beforeEach } from "node:test";
import { Key } from "selenium-webdriver";
import { browser } from "./harness.mjs";
import { until } from "./processes.mjs";
import { Reader } from "./reading.mjs";

const page = browser();
const reader = new Reader(page);
const options = { timeout: 90_000 };

/** Keeps what is copied; `refused` makes the browser's own way fail, as a policy does. */
const WATCH = `
  const refused = arguments[0];
  window.copied = [];
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: refused ? undefined : {
    writeText: async (text) => void copied.push(text),
  } });
  document.addEventListener('copy', (event) => copied.push(event.composedPath()[0].value));`;

/** @type {Awaited<ReturnType<Reader["read"]>>} */
let alignment;

beforeEach(async () => {
  await page.resize(1280, 800);
  alignment = await reader.read("seeds/ceasefire.txt");
  await page.shadow(".tool.keys");
});

const copied = () => page.driver.executeScript("return window.copied");
const message = async () => (await reader.texts(".toast:popover-open"))[0];
const spoken = async () => (await reader.texts("[aria-live=polite]"))[0];

for (const refused of [false, true]) {
  test(`c copies the sentence and its counterparts${refused ? ", also where the clipboard is refused" : ""}`, options, async () => {
    await page.driver.executeScript(WATCH, refused);
    const link = alignment.links.find(({ right }) => right.length > 1) ?? alignment.links[0];
    const sentence = await reader.sentence(0, link.left[0]);
    await page.driver.executeScript("arguments[0].focus()", sentence);
    await reader.press("c");
    const ids = [`#s0-${link.left[0]}`, ...link.right.map((index) => `#s1-${index}`)];
    const expected = (await Promise.all(ids.map((id) => reader.texts(id)))).map(([text]) => text).join("\n");
    await until("what was copied", async () => (await copied()).length > 0, { seconds: 5 });
    assert.deepEqual(await copied(), [expected]);
    await until("a message", async () => Boolean(await message()), { seconds: 5 });
    assert.equal(await spoken(), await message());
    // The focus is where it was, and the message is in nobody's way.
    await reader.press(Key.ARROW_DOWN);
    await reader.expect("active", [`0-${link.left[0] + 1}`]);
    assert.equal(await reader.texts(".toast:popover-open").then((texts) => texts.length), 1);
    assert.deepEqual(await page.axe(), []);
    assert.deepEqual(await page.problems(), []);
  });
}

test("what was copied can be pasted", options, async () => {
  await page.driver.executeScript("arguments[0].focus()", await reader.sentence(0, 0));
  await reader.press("c");
  await until("a message", async () => Boolean(await message()), { seconds: 5 });
  await page.driver.executeScript("const field = document.createElement('textarea'); field.id = 'paste'; document.body.append(field); field.focus()");
  await page.driver.actions().keyDown(Key.CONTROL).sendKeys("v").keyUp(Key.CONTROL).perform();
  const pasted = () => page.driver.executeScript("return document.querySelector('#paste').value");
  await until("what was pasted", async () => Boolean(await pasted()), { seconds: 5 });
  assert.equal(String(await pasted()).split("\n")[0], (await reader.texts("#s0-0"))[0]);
});

test("with nothing lit the key says what to do", options, async () => {
  await page.driver.executeScript("document.querySelector('en-face').shadowRoot.querySelector('.tool.keys').focus()");
  await page.driver.executeScript(WATCH, false);
  await reader.press("c");
  await until("a message", async () => Boolean(await message()), { seconds: 5 });
  assert.deepEqual(await copied(), []);
});

test("a pin is not spoken again because something else was said meanwhile", options, async () => {
  await page.driver.executeScript(WATCH, false);
  await page.driver.executeScript("arguments[0].focus()", await reader.sentence(0, 0));
  await reader.press(Key.ENTER);
  await reader.expect("pinned", ["0-0"]);
  await reader.press("c");
  await until("a message", async () => Boolean(await message()), { seconds: 5 });
  const before = await spoken();
  await reader.point(await page.find("h1"));
  await reader.point(await reader.sentence(1, 0));
  await reader.expect("active", ["1-0"]);
  assert.equal(await spoken(), before);
});

for (const [what, card] of [["mouse", ".peek"], ["finger", ".sheet"]]) {
  test(`a pinned sentence has a button to copy it, by ${what}`, options, async () => {
    await page.driver.executeScript(WATCH, false);
    const { left } = alignment.links[0];
    const sentence = await reader.sentence(0, left[0]);
    if (what === "finger") {
      await page.tap(sentence);
      await page.tap(sentence);
    } else {
      await reader.point(sentence);
      await page.driver.actions().click().perform();
    }
    await reader.expect("pinned", [`0-${left[0]}`]);
    const button = await page.shadow(`${card} .act.copy`);
    await (what === "finger" ? page.tap(button) : button.click());
    await until("what was copied", async () => (await copied()).length > 0, { seconds: 5 });
    assert.equal(String((await copied())[0]).split("\n")[0], (await reader.texts(`#s0-${left[0]}`))[0]);
    await reader.expect("pinned", [`0-${left[0]}`]);
    assert.deepEqual(await page.axe(), []);
  });
}
