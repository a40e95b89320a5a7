// Long pages: the text comes in slices from the top down, the links from the worker, and nothing moves under the reader.
import assert from "node:assert/strict";
import test, { afterEach, beforeEach } from "node:test";
import { Between } from "./between.mjs";
import { browser } from "./harness.mjs";
import { until } from "./processes.mjs";
import { Reader } from "./reading.mjs";
import { noting } from "./turns.mjs";

const page = browser();
const reader = new Reader(page);
const options = { timeout: 120_000 };

/** Sentences a side. */
const MANY = 1500;

const NOTING = noting([["Draft", "read"], ["Reading", "render"], ["Reading", "align"]]);

/** What the tests run in the page. */
const HELP = `
  window.view = document.querySelector("en-face");
  window.sentences = (side) => [...view.shadowRoot.querySelectorAll("[part~=sentence][data-side='" + side + "']")];
  window.happens = (type) => new Promise((resolve) => view.addEventListener(type, resolve, { once: true }));
  window.frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  window.top5 = () => [0, 1].map((side) => sentences(side).slice(0, 5).map((e) => e.getBoundingClientRect().top));
  window.begun = async (path) => {
    view.setAttribute("src", path);
    await Promise.resolve();
    await Promise.resolve();
    do await frame(); while (!sentences(1).length);
  };`;

/** @type {Between} */
let between;

beforeEach(async () => {
  await page.resize(1280, 800);
  between = await new Between(page.site.address).start();
  const script = (/** @type {string} */ text) => () => ({
    status: 200,
    headers: { "content-type": "text/javascript" },
    body: Buffer.from(text),
  });
  between.on("/noting.js", script(NOTING)).on("/help.js", script(HELP));
  between.on("/long.txt", () => ({ status: 200, headers: { "content-type": "text/plain" }, body: Buffer.from(long(MANY)) }));
  between.page("/long.html", {
    head: '<script type="module" src="/noting.js"></script><script type="module" src="/en-face.js"></script>',
    body: '<en-face encoder="none"></en-face><script type="module" src="/help.js"></script>',
  });
  await open();
});
afterEach(() => between.stop());

async function open() {
  await page.open("/long.html", { address: between.address });
  await until("the page's scripts", () => page.driver.executeScript("return Boolean(window.begun && window.turns)"));
}

/**
 * A page of so many sentences a side, each with a number of its own; every seventh in Chinese has none, every hundredth in
 * English another one.
 *
 * @param {number} count
 */
function long(count) {
  const numbers = Array.from({ length: count }, (_, at) => 10_000 + 7 * at);
  const side = (/** @type {(number: number, at: number) => string} */ sentence) =>
    numbers.map((number, at) => sentence(number, at) + (at % 5 === 4 ? "\n\n" : "")).join("");
  const chinese = side((number, at) => (at % 7 ? `港口那一天一共卸下了${number}箱货物。` : "没有人知道后来发生了什么事。"));
  const english = side((number) => `On that day the port unloaded ${number} boxes in all. `);
  return `港口\nThe Port\n\n原始链接: https://example.org/port\n\n${chinese}\n\n原文\n\n${english}`;
}

/**
 * Runs the body of an asynchronous function in the page.
 *
 * @param {string} body
 * @param {...unknown} args
 */
async function run(body, ...args) {
  const script = `const done = arguments[arguments.length - 1];
    (async (...args) => { ${body} })(...arguments).then((value) => done({ value }), (error) => done({ error: [error, error?.stack].join("; ") }));`;
  const { value, error } = await page.driver.executeAsyncScript(script, ...args);
  assert.equal(error, undefined);
  return value;
}

test("the text comes in slices, in order and to the end, and the links come from the worker", options, async () => {
  const found = await run(`
    const [ready, aligned] = [happens("enface-ready"), happens("enface-aligned")];
    await begun("/long.txt");
    const first = [0, 1].map((side) => sentences(side).length);
    await ready;
    const all = [0, 1].map((side) => sentences(side).map((e) => Number(e.dataset.index)));
    const { detail } = await aligned;
    return { first, all, turns, same: detail === view.alignment, detail: structuredClone(detail),
      texts: sentences(0).map((e) => e.textContent) };`);
  const whole = Array.from({ length: MANY }, (_, at) => at);
  assert.deepEqual(found.all, [whole, whole]);
  for (const count of found.first) assert.ok(count > 100 && count < MANY, `${count} sentences come first`);
  const rendering = found.turns.filter((/** @type {string[]} */ calls) => calls.includes("render"));
  assert.ok(rendering.length > 3, `${rendering.length} slices`);
  // What comes first is one call a side.
  for (const calls of rendering.slice(1)) assert.deepEqual(calls, ["render"]);
  assert.ok(!found.turns.flat().includes("align"), "the page's own thread aligns nothing");
  assert.ok(!found.turns.some((/** @type {string[]} */ calls) => calls.includes("read") && calls.includes("render")));
  assert.equal(found.same, true);
  const { detail } = found;
  assert.deepEqual(detail.sides.map((/** @type {{ sentences: object[] }} */ { sentences }) => sentences.length), [MANY, MANY]);
  assert.deepEqual(detail.sides[0].sentences.map((/** @type {{ text: string }} */ { text }) => text), found.texts);
  assert.ok(detail.links.length > MANY / 2, `${detail.links.length} links`);
  assert.deepEqual(await page.problems(), []);
});

test("when the links are told of, every sentence is marked with them", options, async () => {
  const found = await run(`
    const aligned = happens("enface-aligned");
    await begun("/long.txt");
    const { detail } = await aligned;
    const described = sentences(1).map((e) => e.getAttribute("aria-describedby") ?? "");
    return { links: detail.links, described, unsupported: sentences(0).filter((e) => e.part.contains("unsupported")).length,
      linked: sentences(0).filter((e) => e.classList.contains("linked")).length };`);
  const lefts = new Set(found.links.flatMap((/** @type {{ left: number[] }} */ { left }) => left));
  assert.equal(found.linked, lefts.size);
  assert.equal(found.unsupported, MANY - lefts.size);
  const last = found.links.at(-1);
  for (const left of last.left) assert.ok(found.described[last.best[1]].split(" ").includes(`s0-${left}`));
});

test("nothing moves while the rest of the text comes, nor when the links come", options, async () => {
  for (const width of [1280, 375]) {
    await page.resize(width, 800);
    await open();
    const tops = await run(`
      const [ready, aligned] = [happens("enface-ready"), happens("enface-aligned")];
      await begun("/long.txt");
      const first = top5();
      await ready;
      const whole = top5();
      await aligned;
      await frame();
      return [first, whole, top5()];`);
    const [first, whole, linked] = tops;
    assert.deepEqual(whole[0], first[0]);
    // One under the other, the lower text begins where the upper one ends.
    if (width > 1000) assert.deepEqual(whole[1], first[1]);
    assert.deepEqual(linked, whole);
  }
});

test("the reader's place, focus and pin stay while the rest of the text comes", options, async () => {
  const found = await run(`
    const [ready, aligned] = [happens("enface-ready"), happens("enface-aligned")];
    let over = false;
    ready.then(() => (over = true));
    await begun("/long.txt");
    const place = sentences(0)[40];
    place.scrollIntoView({ block: "center", behavior: "instant" });
    place.focus({ preventScroll: true });
    place.click();
    await frame();
    const state = () => [Math.round(scrollY), view.shadowRoot.activeElement?.id, Math.round(place.getBoundingClientRect().top), place.part.contains("pinned")];
    const before = [over, ...state()];
    await ready;
    const whole = state();
    await aligned;
    await frame();
    return [before, whole, state(), view.shadowRoot.querySelectorAll("[part~=counterpart]").length];`);
  const [[over, ...before], whole, linked, counterparts] = found;
  assert.equal(over, false, "the text was still coming");
  assert.equal(before[1], "s0-40");
  assert.equal(before[3], true);
  assert.deepEqual(whole, before);
  assert.deepEqual(linked, before);
  assert.ok(counterparts > 0, "what is pinned has its counterparts as soon as there are links");
});

test("another page drops what is still coming", options, async () => {
  const found = await run(`
    let ready = 0;
    view.addEventListener("enface-ready", () => (ready += 1));
    await begun("/long.txt");
    const aligned = happens("enface-aligned");
    view.setAttribute("src", "/seeds/ceasefire.txt");
    const { detail } = await aligned;
    await new Promise((resolve) => setTimeout(resolve, 1500));
    return { ready, expected: detail.sides.map(({ sentences }) => sentences.length), shown: [sentences(0).length, sentences(1).length],
      links: view.alignment === detail };`);
  assert.deepEqual(found.shown, found.expected);
  assert.equal(found.ready, 1);
  assert.equal(found.links, true);
  assert.deepEqual(await page.problems(), []);
});

test("a long finished alignment is shown in slices, and all of it", options, async () => {
  const found = await run(`
    const made = happens("enface-aligned");
    await begun("/long.txt");
    const { detail } = await made;
    const given = structuredClone(detail);
    const [ready, aligned] = [happens("enface-ready"), happens("enface-aligned")];
    // Each call is a turn of the thread in which sentences came.
    const slices = [];
    const observer = new MutationObserver((records) => {
      const added = records.flatMap(({ addedNodes }) => [...addedNodes]).filter((node) => node instanceof Element);
      const count = added.reduce((sum, node) => sum + node.querySelectorAll("[part~=sentence]").length, 0);
      if (count) slices.push(count);
    });
    observer.observe(view.shadowRoot.querySelector(".page"), { childList: true, subtree: true });
    view.alignment = given;
    await ready;
    const { detail: shown } = await aligned;
    observer.disconnect();
    return { slices, given: shown === given, counts: [0, 1].map((side) => sentences(side).length), linked: sentences(0).filter((e) => e.classList.contains("linked")).length };`);
  assert.ok(found.slices.length > 3, `${found.slices} sentences a slice`);
  assert.deepEqual(found.counts, [MANY, MANY]);
  assert.equal(found.given, true);
  assert.ok(found.linked > MANY / 2);
});

test("a long page has its links where no worker may start", options, async () => {
  between.on("*", ({ headers }) => ({
    headers: { ...headers, "content-security-policy": headers["content-security-policy"].replace("worker-src 'self'", "worker-src 'none'") },
  }));
  await open();
  const links = await run(`
    const aligned = happens("enface-aligned");
    await begun("/long.txt");
    return (await aligned).detail.links.length;`);
  assert.ok(links > MANY / 2);
});

test("a sentence far down lights up with its counterparts, and keys lead to the last one", options, async () => {
  await run(`
    const aligned = happens("enface-aligned");
    await begun("/long.txt");
    await aligned;
    sentences(1)[0].focus();
    view.shadowRoot.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "End", bubbles: true, composed: true }));`);
  await reader.expect("active", [`1-${MANY - 1}`]);
  const counterparts = await reader.places("counterpart");
  assert.ok(counterparts.length > 0 && counterparts.every((place) => place.startsWith("0-")));
});
