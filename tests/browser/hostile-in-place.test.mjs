// Hostile texts in place: the page shows them as it will; the component reads them, changes none of them, and shows them as text.
import assert from "node:assert/strict";
import test, { afterEach, beforeEach } from "node:test";
import { Key } from "selenium-webdriver";
import { browser } from "./harness.mjs";
import { BIDI, MARKUP } from "./hostile.mjs";
import { Matrix, SCRIPT, STRICT } from "./policies.mjs";
import { until } from "./processes.mjs";

const page = browser();
const options = { timeout: 120_000 };
/** @type {Matrix} */
let matrix;

/** Counts whoever sings, and tells what of the component's own is more than text, blocks, buttons and drawings. */
const WATCH = `
  window.canaries = 0;
  window.canary = () => (window.canaries += 1);
  window.audit = () => {
    const { shadowRoot } = document.querySelector("#a");
    const found = [...shadowRoot.querySelectorAll("script, iframe, img, object, embed, link, style, form, base, meta, template, a:not([href^='https://'])")].map((one) => one.outerHTML);
    for (const element of shadowRoot.querySelectorAll("*")) for (const { name } of element.attributes) if (/^(on|src)/.test(name)) found.push(name);
    return canaries ? [...found, "the canary sang"] : found;
  };`;

const escaped = (/** @type {string} */ text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("\u0000", "");
const FLOODS = ["\u200d".repeat(50_000), "\u0301".repeat(5_000), "x".repeat(200_000)];
const hostile = [...MARKUP, ...Object.values(BIDI), ...FLOODS];

/** A page with two texts, of a paragraph each for everything that is hostile. */
function body() {
  const text = (/** @type {string} */ id, /** @type {string} */ lang, /** @type {(one: string, index: number) => string} */ says) =>
    `<div id="${id}" lang="${lang}">${hostile.map((one, index) => `<p>${escaped(says(one, index))}</p>`).join("")}</div>`;
  const texts = text("zh", "zh", (one, index) => `灯塔在${2001 + index}年${one}熄灭了。`) + text("en", "en", (one, index) => `The light ${one} went out in ${2001 + index}.`);
  return `${texts}<en-face id="a" left="#zh" right="#en" loading="eager" encoder="none"></en-face>`;
}

beforeEach(async () => {
  matrix = await new Matrix(page).start();
  matrix.own.on("/watch.js", ({ headers }) => ({ status: 200, headers: { ...headers, "content-type": "text/javascript" }, body: Buffer.from(WATCH) }));
  matrix.own.on("/hostile.css", ({ headers }) => ({ status: 200, headers: { ...headers, "content-type": "text/css" }, body: Buffer.from("p { overflow-wrap: anywhere; overflow: clip; }") }));
});
afterEach(() => matrix.stop());

for (const [under, policy] of /** @type {[string, import("./policies.mjs").Directives][]} */ ([["no policy", {}], ["a strict policy", STRICT]])) {
  test(`they are linked, told of as text, and left alone, under ${under}`, options, async () => {
    await page.resize(1000, 700);
    await matrix.open({ policy, head: `<link rel="stylesheet" href="/hostile.css"><script src="/watch.js"></script>${SCRIPT}`, body: body() });
    const texts = () => matrix.run("return ['zh', 'en'].map((id) => document.getElementById(id).innerHTML).join()");
    const before = await texts();
    await until("links", () => matrix.run("return document.querySelector('#a').alignment?.links.length"), { seconds: 45 });
    assert.deepEqual(await matrix.told("error"), []);
    // From sentence to sentence by keys: the strip, the card and what is spoken tell of each.
    await matrix.run("document.querySelector('#a').focus()");
    for (let press = 0; press < hostile.length + 4; press += 1) {
      await page.driver.actions().sendKeys(Key.ARROW_DOWN, ...(press % 5 ? [] : [Key.ENTER])).perform();
      assert.deepEqual(await matrix.run("return audit()"), [], `after ${press + 1} sentences`);
    }
    assert.ok((await texts()) === before, "the page's own texts have changed");
    assert.deepEqual(await matrix.violations(), []);
    assert.deepEqual(await page.problems(), []);
  });
}
