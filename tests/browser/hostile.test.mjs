// Hostile texts in reading mode: whatever they hold is shown as text, within the component's bounds.
import assert from "node:assert/strict";
import test, { afterEach, beforeEach } from "node:test";
import { browser } from "./harness.mjs";
import { AUDIT, BIDI, pageOf, TEXTS } from "./hostile.mjs";
import { Matrix, SCRIPT, STRICT } from "./policies.mjs";
import { until } from "./processes.mjs";

const page = browser();
const options = { timeout: 120_000 };
/** @type {Matrix} */
let matrix;

beforeEach(async () => {
  matrix = await new Matrix(page).start();
  matrix.own.on("/audit.js", ({ headers }) => ({ status: 200, headers: { ...headers, "content-type": "text/javascript" }, body: Buffer.from(AUDIT) }));
});
afterEach(() => matrix.stop());

/** @param {import("./policies.mjs").Directives} policy */
async function open(policy) {
  await page.resize(1000, 700);
  await matrix.open({ policy, head: `<script src="/audit.js"></script>${SCRIPT}`, body: '<en-face id="a"></en-face><p id="below">Below.</p>' });
  await until("the component", () => matrix.run("return window.before !== undefined && customElements.get('en-face') !== undefined"), { seconds: 15 });
}

/** Gives the component a text, and waits until it has links or says why not. @param {string} text @param {string} format */
async function show(text, format) {
  // As JSON: half a character does not get through a driver.
  await matrix.run("enFaceTestEvents.length = 0; const view = document.querySelector('#a'); view.format = arguments[1]; view.text = JSON.parse(arguments[0])", JSON.stringify(text), format);
  const end = () => matrix.run("return enFaceTestEvents.find(({ type }) => type === 'aligned' || type === 'error') ?? null");
  const { type, detail } = await until("an end", end, { seconds: 60 });
  return type === "error" ? String(detail.code) : "shown";
}

// Without a policy a text that became markup would run; with one the browser would report it.
for (const [under, policy] of /** @type {[string, import("./policies.mjs").Directives][]} */ ([["no policy", {}], ["a strict policy", STRICT]])) {
  test(`what would be a script elsewhere is text, under ${under}`, options, async () => {
    await open(policy);
    for (const [name, format, text] of TEXTS.filter(([, , text]) => text.length < 20_000)) {
      assert.equal(await show(text, format), "shown", name);
      assert.deepEqual(await matrix.run("return audit(document.querySelector('#a'))"), [], name);
    }
    assert.deepEqual(await matrix.violations(), []);
    assert.deepEqual(await page.problems(), []);
    const foreign = "return performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => !name.startsWith(location.origin))";
    assert.deepEqual(await matrix.run(foreign), []);
  });
}

for (const [name, format, text] of TEXTS.filter(([, , text]) => text.length >= 20_000)) {
  test(`${name}: shown, and nothing sticks out`, options, async () => {
    await open(STRICT);
    assert.equal(await show(text, format), "shown");
    assert.deepEqual(await matrix.run("return audit(document.querySelector('#a'))"), []);
    const wide = "const { scrollWidth, clientWidth } = document.documentElement; return scrollWidth - clientWidth";
    for (const width of [375, 1000]) {
      await page.resize(width, 700);
      assert.ok((await matrix.run(wide)) <= 0, `${width} pixels`);
    }
    assert.deepEqual(await page.problems(), []);
  });
}

test("marks without end are drawn over nothing but the text", options, async () => {
  await open({});
  // Where the texts stand one under the other, and with letters that carry their marks one upon another.
  await matrix.run("document.querySelector('#a').layout = 'stacked'; document.querySelector('#a').style.setProperty('--enface-font-latin', 'DejaVu Sans')");
  const around = async () => Promise.all(["h1", "#below"].map(async (name) => (await page.find(name)).takeScreenshot()));
  const flood = (/** @type {string} */ marks) => pageOf(`灯${marks}塔。`, `a${marks}. b${marks}.`, { titles: `灯${marks}塔\nLi${marks}ght` });
  assert.equal(await show(flood(""), "text"), "shown");
  await page.shadow(".tool.keys");
  const clean = await around();
  assert.equal(await show(flood("\u0301\u0323".repeat(500)), "text"), "shown");
  await page.screenshot("marks-without-end", { width: 1000, height: 700 });
  assert.ok((await around()).every((picture, index) => picture === clean[index]), "what is above or below is drawn over");
});

/** Whether a sentence's letters run from left to right. @param {string} id */
const runsRight = (id) =>
  matrix.run(
    `const text = document.querySelector("#a").shadowRoot.getElementById(arguments[0]).firstChild;
    const at = (index) => { const range = new Range(); range.setStart(text, index); range.setEnd(text, index + 1); return range.getBoundingClientRect(); };
    return [at(0), at(1), at(2)].every(({ x, y }, index, all) => !index || (x > all[index - 1].x && Math.abs(y - all[index - 1].y) < 4));`,
    id,
  );

test("bidirectional controls that are left open reorder no other sentence, nor the interface", options, async () => {
  await open({});
  for (const [name, controls] of Object.entries(BIDI)) {
    const text = pageOf(`灯塔${controls}熄灭了。灯又亮了。`, `The light ${controls} went out. It shone. They saw it.`, {
      titles: `灯塔${controls}\nThe Light${controls}`,
      related: `灯塔${controls} 2019-03-01`,
    });
    assert.equal(await show(text, "text"), "shown", name);
    for (const id of ["s0-1", "s1-1", "s1-2"]) assert.ok(await runsRight(id), `${name}: ${id}`);
    const order = `const rects = [...document.querySelector("#a").shadowRoot.querySelectorAll("#s1-0, #s1-1, #s1-2")].map((one) => one.getClientRects()[0]);
      return rects.every(({ x, y }, index) => !index || y > rects[index - 1].y + 4 || x > rects[index - 1].x)`;
    assert.ok(await matrix.run(order), `${name}: the order of sentences`);
    const dated = `const root = document.querySelector("#a").shadowRoot;
      const [entry, time] = [".related-entry", ".related time"].map((name) => root.querySelector(name).getBoundingClientRect());
      return time.left >= entry.right - 1 || time.top > entry.top + 4`;
    assert.ok(await matrix.run(dated), `${name}: the date of a related page`);
  }
});
