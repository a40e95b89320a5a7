// What may stand around a component: frames, pages that read from right to left, large letters, the reader's own colours; and how
// the focus gets in. Zoom is a small window: small.test.mjs.
import assert from "node:assert/strict";
import test from "node:test";
import { Key } from "selenium-webdriver";
import { everything } from "./everything.mjs";
import { browser, engine } from "./harness.mjs";
import { between, ownPages } from "./own-page.mjs";
import { until } from "./processes.mjs";

const page = browser();
const { run, open: opened } = ownPages(page, 700);
const options = { timeout: 120_000 };
const SRC = "/seeds/ceasefire.txt";
const ONE = `<en-face id="one" src="${SRC}" encoder="none"></en-face>`;

const press = (/** @type {string[]} */ ...keys) => page.driver.actions().sendKeys(...keys).perform();
const sideways = () => run("const { scrollWidth, clientWidth } = document.documentElement; return scrollWidth - clientWidth");
/** The rectangle of what a selector finds in the shadow tree. @param {string} selector @returns {Promise<{ left: number, right: number, top: number, bottom: number }>} */
const rect = (selector) => run("return document.querySelector('en-face').shadowRoot.querySelector(arguments[0]).getBoundingClientRect().toJSON()", selector);
/** Which sentence has the focus. */
const focused = () => run("return document.querySelector('en-face').shadowRoot.activeElement?.id ?? ''");

/** Opens a page of its own with this in its body, and waits for links and tools. @param {string} body @param {string} [head] */
async function open(body, head = "") {
  await opened(body, `<script type="module" src="/en-face.js"></script>${head}`);
  await until("links", () => run("return Boolean(document.querySelector('en-face')?.alignment)"), { seconds: 20 });
  await run("localStorage.clear()");
  await page.shadow(".tool.keys");
}

test("in a frame it is read, keys and panels stay in there", options, async () => {
  between.page("/inner.html", { body: ONE });
  between.on("*", ({ headers }) => ({ headers: { ...headers, "content-security-policy": "" } }));
  between.page("/outer.html", { head: "", body: '<iframe id="frame" title="frame" src="/inner.html" width="1000" height="600"></iframe>' });
  await page.open("/outer.html", { address: between.address });
  await page.driver.switchTo().frame(await page.find("#frame"));
  try {
    await page.shadow(".tool.keys");
    await run("document.querySelector('en-face').shadowRoot.getElementById('s0-0').focus()");
    await press(Key.ARROW_DOWN, Key.ENTER);
    assert.equal(await focused(), "s0-1");
    await press("?");
    const panel = await page.shadow(".popup:popover-open");
    const { top, bottom } = await run("return arguments[0].getBoundingClientRect().toJSON()", panel);
    assert.ok(top >= 0 && bottom <= 600, `${top} to ${bottom}`);
  } finally {
    await page.driver.switchTo().defaultContent();
  }
});

test("on a page that reads from right to left the first text is on the right, and arrows lead where they point", options, async () => {
  await open(`<div dir="rtl"><en-face src="${SRC}" encoder="none" layout="columns"></en-face></div>`);
  const [first, second] = [await rect("[data-side='0']"), await rect("[data-side='1']")];
  assert.ok(first.left >= second.right, `${first.left} is not right of ${second.right}`);
  assert.equal(await sideways(), 0);
  const link = await run("return document.querySelector('en-face').alignment.links[0]");
  await run("document.querySelector('en-face').shadowRoot.getElementById(arguments[0]).focus()", `s0-${link.left[0]}`);
  await press(Key.ARROW_LEFT);
  assert.equal(await focused(), `s1-${link.best[1]}`);
  await press(Key.ARROW_RIGHT);
  assert.equal(await focused(), `s0-${link.left[0]}`);
  // A ribbon leads from the one to the other, through the gap between the columns.
  await page.shadow(".ribbons path");
  const [ribbon, active, counterpart] = [await rect(".ribbons path"), await rect("[part~=active]"), await rect("[part~=counterpart]")];
  assert.ok(Math.abs(ribbon.left - counterpart.right) < 12 && Math.abs(ribbon.right - active.left) < 12, JSON.stringify([counterpart, ribbon, active]));
  const map = await rect("[part=map]");
  assert.ok(map.right <= second.left + 40 && map.left >= 0, JSON.stringify([map, second]));
  assert.deepEqual(await page.axe(), []);
});

test("letters twice as large lose nothing, and scroll nothing sideways", options, async () => {
  await page.resize(640, 700);
  await open(ONE, "<style>html { font-size: 200% }</style>");
  assert.equal(await sideways(), 0);
  for (const { left, right } of [await rect(".bar"), await rect("#s0-0"), await rect("#s1-0")]) assert.ok(left >= 0 && right <= 640);
});

test("the focus that a page gives it goes to the text, and to the element itself where that has a tabindex", options, async () => {
  await open(`<button id="before">before</button>${ONE}`);
  await run("document.querySelector('en-face').shadowRoot.getElementById('s0-0').focus()");
  await press(Key.ARROW_DOWN, Key.ARROW_DOWN);
  await run("document.getElementById('before').focus()");
  await run("document.querySelector('en-face').focus()");
  assert.equal(await focused(), "s0-2");
  // Where it is already it stays.
  await run("document.querySelector('en-face').shadowRoot.getElementById('s1-0').focus(); document.querySelector('en-face').focus()");
  assert.equal(await focused(), "s1-0");
  await run("document.getElementById('before').focus(); document.querySelector('en-face').tabIndex = 0; document.querySelector('en-face').focus()");
  assert.equal(await focused(), "");
  assert.equal(await run("return document.activeElement.localName"), "en-face");
  // A click on a text gives the focus to no button.
  await run("document.querySelector('en-face').removeAttribute('tabindex'); document.getElementById('before').focus()");
  await (await page.shadow("#title-0")).click();
  assert.equal(await run("return document.querySelector('en-face').shadowRoot.activeElement?.className ?? ''"), "");
});

test("several on a page are in the languages that they are in, whatever the page is in", options, async () => {
  const own = '<en-face id="two" layout="stacked"></en-face>';
  await open(`<div lang="fr">${ONE}${own}</div>`);
  await run("document.getElementById('two').alignment = { ...arguments[0], sides: arguments[0].sides.map((side, at) => ({ ...side, lang: ['ja', 'de'][at] })) }", everything());
  await until("the second", () => run("return Boolean(document.getElementById('two').alignment)"));
  const langs = (/** @type {string} */ id) => run("return [...document.getElementById(arguments[0]).shadowRoot.querySelectorAll('section')].map(({ lang }) => lang)", id);
  assert.deepEqual(await langs("one"), ["zh", "en"]);
  assert.deepEqual(await langs("two"), ["ja", "de"]);
  const words = await run("return [...document.querySelectorAll('en-face')].map(({ shadowRoot }) => shadowRoot.querySelector('.bar').closest('[lang]').lang)");
  assert.deepEqual(words, ["en", "en"]);
});

test("moved by append or by moveBefore it shows its text", options, async () => {
  await open(`<div id="there"></div>${ONE}`);
  for (const how of ["append", "moveBefore"]) {
    await run(
      `const [how] = arguments;
       const view = document.getElementById("one");
       const there = document.getElementById("there");
       const to = view.parentNode === there ? there.parentNode : there;
       if (how === "append" || !to.moveBefore) to.append(view);
       else to.moveBefore(view, null);`,
      how,
    );
    await until("links", () => run("return Boolean(document.getElementById('one').alignment)"));
    await page.shadow(".tool.keys");
    assert.equal(await run("return document.getElementById('one').shadowRoot.querySelectorAll('.tool.keys').length"), 1);
  }
  assert.deepEqual(await page.problems(), []);
});

test("a colour scheme that the page sets for it alone is followed", options, async () => {
  await open(ONE);
  const ink = () => run("return getComputedStyle(document.querySelector('en-face').shadowRoot.querySelector('.frame')).color");
  await run("document.querySelector('en-face').style.colorScheme = 'light'");
  const light = await ink();
  await run("document.querySelector('en-face').style.colorScheme = 'dark'");
  assert.notEqual(await ink(), light);
});

test("with the system's own colours what is lit can be told from the rest", { ...options, skip: engine !== "chromium" && "only Chromium's driver can set them" }, async () => {
  await open(ONE);
  await page.devtools("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }] });
  try {
    const link = await run("return document.querySelector('en-face').alignment.links[0]");
    await run("document.querySelector('en-face').shadowRoot.getElementById(arguments[0]).focus()", `s0-${link.left[0]}`);
    const look = (/** @type {string} */ selector) =>
      run("const style = getComputedStyle(document.querySelector('en-face').shadowRoot.querySelector(arguments[0])); return [style.backgroundColor, style.outlineStyle]", selector);
    const [plain, active, counterpart] = [await look("[part='sentence']"), await look("[part~='active']"), await look("[part~='counterpart']")];
    assert.notEqual(active[0], plain[0]);
    assert.deepEqual([plain[1], counterpart[1]], ["none", "dashed"]);
  } finally {
    await page.devtools("Emulation.setEmulatedMedia", { features: [] });
  }
});
