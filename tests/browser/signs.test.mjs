// Signs and words at sentences: without a source, with a number to check, and how sure a link is.
import assert from "node:assert/strict";
import test from "node:test";
import { browser } from "./harness.mjs";
import { until } from "./processes.mjs";
import { Reader } from "./reading.mjs";

const page = browser();
const reader = new Reader(page);
const options = { timeout: 120_000 };
const inView = "const root = document.querySelector('en-face').shadowRoot;";

/**
 * What a sentence is described by, each on a line.
 *
 * @param {string} place
 * @returns {Promise<string[]>}
 */
const described = (place) =>
  page.driver.executeScript(
    `${inView} const ids = root.getElementById(arguments[0]).getAttribute('aria-describedby')?.split(' ') ?? [];
     return ids.map((id) => root.getElementById(id).textContent)`,
    `s${place}`,
  );

/**
 * @param {string} place
 * @param {string} property
 * @param {string} [pseudo]
 * @returns {Promise<string>}
 */
const looks = (place, property, pseudo = "") =>
  page.driver.executeScript(
    `${inView} return getComputedStyle(root.getElementById(arguments[0]), arguments[2] || null).getPropertyValue(arguments[1])`,
    `s${place}`,
    property,
    pseudo,
  );

/** @param {string} place */
const focus = async (place) => page.driver.executeScript("arguments[0].focus()", await page.shadow(`#s${place}`));

test("a sentence without a source has a sign that moves nothing, and words", options, async () => {
  await reader.read("seeds/ceasefire.txt");
  const bare = await reader.places("unsupported");
  assert.ok(bare.length);
  await page.shadow(".notes > *");
  for (const place of bare) {
    assert.match(await looks(place, "content", "::after"), /†/);
    assert.equal(await looks(place, "position", "::after"), "absolute");
    assert.deepEqual(await described(place), ["No counterpart was found."]);
  }
  await focus(bare[0]);
  await until("the card", async () => (await reader.texts(".peek-note"))[0] === "† No counterpart was found.", { seconds: 5 });
  assert.deepEqual(await page.axe(), []);
  assert.deepEqual(await page.problems(), []);
});

test("a number to check is told of before the counterparts, on both sides", options, async () => {
  const { checks } = await reader.read("seeds/kitchen-thread.txt");
  assert.equal(checks.length, 1);
  await page.shadow(".notes > *");
  const marked = await reader.places("check");
  assert.equal(marked.length, 2);
  for (const place of marked) {
    const [first, ...counterparts] = await described(place);
    assert.match(first, /^Check this: the summary says “19”, the original “9”/);
    assert.ok(counterparts.length);
    assert.match(await looks(place, "content", "::before"), /≠/);
  }
});

test("copies of a sentence between the lines are described as it is", options, async () => {
  await page.open("/");
  await page.driver.executeScript("localStorage.setItem('en-face', JSON.stringify({ unfolded: true, layout: 'interleaved' }))");
  try {
    await reader.read("seeds/kitchen-thread.txt");
    await page.shadow(".fold [part~=check]");
    await page.shadow(".notes > *");
    const copies = await page.driver.executeScript(
      `${inView} return [...root.querySelectorAll(':is(.fold, .between) [part~=sentence]')].map((copy) => {
         const original = root.getElementById('s' + copy.dataset.side + '-' + copy.dataset.index);
         return [copy.getAttribute('aria-describedby'), original.getAttribute('aria-describedby')];
       })`,
    );
    assert.ok(copies.some((/** @type {string[]} */ [own]) => own?.includes("note-")));
    for (const [own, original] of copies) assert.equal(own, original);
  } finally {
    await page.driver.executeScript("localStorage.clear()");
  }
});

test("what is lit and what is to be checked is underlined, in every browser", options, async () => {
  const { links, checks } = await reader.read("seeds/kitchen-thread.txt");
  const { left, best } = links[0];
  await focus(`0-${left[0]}`);
  await reader.expect("best", [`1-${best[1]}`]);
  const [check] = /** @type {{ left: number }[]} */ (checks);
  for (const [place, style] of [[`0-${left[0]}`, "solid"], [`1-${best[1]}`, "solid"], [`0-${check.left}`, "wavy"]]) {
    assert.equal(await looks(place, "text-decoration-line"), "underline");
    assert.equal(await looks(place, "text-decoration-style"), style);
    assert.notEqual(await looks(place, "text-decoration-thickness"), "auto");
  }
});

test("lines are solid, dashed or dotted, and the card says it, after how sure a link is", options, async () => {
  const alignment = await reader.read("seeds/ceasefire.txt");
  const [left, other, far] = [[0], [1], [alignment.sides[1].sentences.length - 1]];
  const links = (/** @type {number} */ score) => [
    { left, right: [0, 1, far[0]], best: [0, 0], score },
    { left: other, right: [1], best: [1, 1], score: 0.95 },
  ];
  for (const [score, style, word] of /** @type {[number, string, string][]} */ ([[0.8, "solid", "sure"], [0.6, "dashed", "likely"], [0.4, "dotted", "possible"]])) {
    await page.driver.executeScript("document.querySelector('en-face').alignment = arguments[0]", { ...alignment, links: links(score) });
    await until("other links", async () => (await page.driver.executeScript("return document.querySelector('en-face').alignment?.links[0].score")) === score, { seconds: 5 });
    await focus("0-0");
    await reader.expect("counterpart", ["1-0", "1-1", `1-${far}`]);
    for (const place of ["0-0", "1-0", "1-1"]) assert.equal(await looks(place, "text-decoration-style"), style);
    await until(word, async () => (await reader.texts(".peek-head"))[0]?.endsWith(` · ${word}`), { seconds: 5 });
    // The same sentence belongs to another one more surely.
    await focus("0-1");
    await reader.expect("counterpart", ["1-1"]);
    assert.equal(await looks("1-1", "text-decoration-style"), "solid");
  }
});

test("what the signs mean stands below the keys", options, async () => {
  await reader.read("seeds/ceasefire.txt");
  await (await page.shadow(".tool.keys")).click();
  const [list] = await reader.texts(".key-list .popup-body");
  for (const meaning of ["†No source was found", "≠A number to check", "The link is sure", "The link is likely", "The link is possible"]) {
    assert.ok(list.includes(meaning), meaning);
  }
  assert.deepEqual(await page.axe(), []);
});
