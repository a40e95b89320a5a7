// The component in place, with links that were made before: it lights up sentences of the page's own texts and changes nothing of them.
import assert from "node:assert/strict";
import test, { after, beforeEach } from "node:test";
import { Key } from "selenium-webdriver";
import { browser, engine } from "./harness.mjs";
import { Article, counterparts, FINISHED, LINKS, SCRIPT, sentence } from "./in-place.mjs";
import { until } from "./processes.mjs";

const page = browser();
const article = new Article(page);
const options = { timeout: 60_000 };

beforeEach(() => page.resize(1280, 800));
after(() => article.close());

const SLEEPERS = "1995年至2015年间";
const TAKE = LINKS.sides[0].sentences.findIndex((/** @type {{ text: string }} */ { text }) => text.startsWith(SLEEPERS));

test("pointing lights a sentence and its counterparts up, in both texts, and leaving lets go", options, async () => {
  await article.open(FINISHED);
  await article.aligned();
  await article.point(SLEEPERS);
  await article.expectLit("active", [sentence(0, TAKE)]);
  await article.expectLit("counterpart", counterparts(TAKE));
  const { side, index, counterparts: told } = await article.event("activate");
  assert.deepEqual([side, index, told.length], [0, TAKE, counterparts(TAKE).length]);
  await article.point("Between 1995 and", "#en");
  await article.expectLit("active", counterparts(TAKE));
  await article.expectLit("counterpart", [sentence(0, TAKE)]);
  await article.point("Story of the week");
  await article.expectLit("active", []);
  await article.expectLit("counterpart", []);
  assert.deepEqual(await page.problems(), []);
});

test("what is lit is underlined too, and a page's own rules count more", options, async () => {
  await article.open(FINISHED);
  await article.aligned();
  await article.point(SLEEPERS);
  await article.expectLit("active-line", [sentence(0, TAKE)]);
  const lines = await Promise.all(["sure", "best", "likely", "possible"].map((name) => article.lit(name)));
  assert.equal(lines.filter(Boolean).length, 1, "a counterpart has one line");
  const rules = () => article.run("return document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText).join('')");
  assert.match(await rules(), /@layer enface/);
  const ground = (/** @type {string} */ selector) => article.run("return getComputedStyle(document.querySelector(arguments[0]), '::highlight(enface-active)').backgroundColor", selector);
  assert.equal(await ground("#zh p"), "rgb(255, 231, 163)");
  // Light letters: the ground is dark, whatever the desktop is; and a custom property counts more than either.
  await article.run("document.querySelector('#zh').style.color = 'white'");
  await article.point("Between 1995 and", "#en");
  await until("dark colours", async () => (await ground("#zh p")) === "rgb(92, 71, 19)", { seconds: 5 });
  await article.run("document.documentElement.style.setProperty('--enface-active', 'plum')");
  await article.point(SLEEPERS);
  await until("the page's colour", async () => (await ground("#zh p")) === "rgb(221, 160, 221)", { seconds: 5 });
});

test("neither the page's tree nor a line of it changes, and no core is asked for", options, async () => {
  // The script comes later, as from a tag manager.
  const late = "addEventListener('late', () => import('/en-face.js'))";
  await article.open(FINISHED, { head: '<script type="module" src="/late.js"></script>', files: { "/late.js": late } });
  const before = await article.run("return measured()");
  await article.run("changes.length = 0");
  await article.run("dispatchEvent(new Event('late'))");
  await article.aligned();
  assert.ok((await article.run("return measured()")) === before, "words have moved");
  await article.point(SLEEPERS);
  await article.expectLit("active", [sentence(0, TAKE)]);
  await article.enterStrip();
  await article.press(Key.ARROW_DOWN, Key.ARROW_RIGHT, Key.ENTER, Key.END);
  await article.expectLit("active", [sentence(0, LINKS.sides[0].sentences.length - 1)]);
  await article.press(Key.ESCAPE);
  assert.deepEqual(await article.run("return changes"), []);
  assert.ok((await article.run("return measured()")) === before, "words have moved");
  if (engine === "chromium") assert.deepEqual(await article.run("return shifts"), []);
  const heavy = article.between.asked.filter((path) => /pkg|wasm|worker|encoder|linking|tools/.test(path));
  assert.deepEqual(heavy, []);
  assert.deepEqual(await page.problems(), []);
});

test("a click pins and another lets go; links, buttons and selections stay the page's own", options, async () => {
  await article.open(FINISHED);
  await article.aligned();
  await article.point(SLEEPERS);
  await page.driver.actions().click().perform();
  await article.expectLit("pinned-line", [sentence(0, TAKE)]);
  await article.point("如今名单");
  await article.expectLit("pinned-line", [sentence(0, TAKE)]);
  // A link in the text is followed.
  await article.point("Halvern Central", "#en");
  await page.driver.actions().click().perform();
  await until("the link", async () => (await article.run("return location.hash")) === "#halvern", { seconds: 5 });
  await article.expectLit("pinned-line", [sentence(0, TAKE)]);
  // Words are selected.
  const [x, y] = await article.where("Two nuns", "#en");
  await page.driver.actions().move({ x, y }).press().move({ x: x + 160, y }).release().perform();
  assert.notEqual(await article.run("return getSelection().toString()"), "");
  await article.expectLit("pinned-line", [sentence(0, TAKE)]);
  await article.run("getSelection().removeAllRanges()");
  await article.point(SLEEPERS);
  await page.driver.actions().click().perform();
  await article.expectLit("pinned-line", []);
});

test("a counterpart off the screen stands in a card at the edge, and can be gone to", options, async () => {
  await page.resize(390, 700);
  await article.open(FINISHED);
  await article.aligned();
  await article.run("view().shadowRoot.querySelector('.bar').focus()");
  await article.press(Key.ARROW_DOWN);
  assert.match(await (await article.own(".peek")).getProperty("textContent"), /below/);
  await (await article.own(".peek-go")).click();
  const right = await until("another text", async () => (await article.lit("active")).startsWith("At20minutes"), { seconds: 5 });
  assert.ok(right);
  const [, y] = await article.where("a rainy Thursday", "#en");
  assert.ok(y > 0 && y < 700);
  await article.expectLit("pinned-line", [sentence(0, 1)]);
});

test("the card comes when a counterpart is scrolled out of sight, and goes when it is back", options, async () => {
  await article.open(FINISHED);
  await article.aligned();
  await article.point(SLEEPERS);
  await page.driver.actions().click().perform();
  await article.expectLit("pinned-line", [sentence(0, TAKE)]);
  await article.point("Story of the week");
  await article.expectLit("active", []);
  const cards = () => article.run("return view().shadowRoot.querySelectorAll('.peek').length");
  assert.equal(await cards(), 0);
  await article.run("scrollTo(0, 1500)");
  await until("the card", async () => (await cards()) === 1, { seconds: 5 });
  await article.run("scrollTo(0, 0)");
  await until("no card", async () => (await cards()) === 0, { seconds: 5 });
});

test("a card that goes from column to column while the pointer moves is no layout shift", { ...options, skip: engine !== "chromium" && "only Chromium tells of shifts" }, async () => {
  await page.resize(1280, 420);
  await article.open(FINISHED);
  await article.aligned();
  await article.where("没有人道别", "#zh");
  const card = async (/** @type {string} */ words, /** @type {string} */ within, /** @type {RegExp} */ said) => {
    await article.point(words, within);
    await until(`the card for ${words}`, async () => said.test(await article.run("return view().shadowRoot.querySelector('.peek')?.textContent ?? ''")), { seconds: 5 });
  };
  await card("没有人道别", "#zh", /Nobody says goodbye/);
  // What is beside it is about other things.
  const beside = await article.run("const { y } = [...CSS.highlights.get('enface-active')][0].getBoundingClientRect(); return [document.querySelector('#en').getBoundingClientRect().x + 60, y + 8].map(Math.round)");
  await page.driver.actions().move({ x: beside[0], y: beside[1] }).perform();
  await until("the card over the other column", () => article.run("return view().shadowRoot.querySelector('.peek')?.getBoundingClientRect().left < 300"), { seconds: 5 });
  await card("没有人道别", "#zh", /Nobody says goodbye/);
  await new Promise((resolve) => setTimeout(resolve, 300));
  assert.deepEqual(await article.run("return shifts"), []);
});

test("under the zoom of CSS the sentence under the pointer lights up, and the card knows what is seen", options, async () => {
  for (const css of ["#zh { zoom: 1.5 }", "main { zoom: 1.2 } #en { zoom: 0.8 }"]) {
    await article.open(FINISHED, { edit: (html) => html.replace("</head>", '<link rel="stylesheet" href="/zoom.css"></head>'), files: { "/zoom.css": css } });
    await article.aligned();
    const place = await article.run(`const line = document.querySelector("#zh p:nth-of-type(2)");
      line.scrollIntoView({ block: "center", behavior: "instant" });
      const hits = [];
      for (let y = 100; y < innerHeight; y += 4) for (let x = 20; x < 400; x += 20) if (document.elementFromPoint(x, y) === line) hits.push([x, y]);
      return [hits[0][0] + 40, hits[0][1] + 12];`);
    await page.driver.actions().move({ x: place[0] + 2, y: place[1] }).move({ x: place[0], y: place[1] }).perform();
    await article.expectLit("active", [sentence(0, 1)]);
  }
  assert.deepEqual(await page.problems(), []);
});

test("sentences that are not on the page lose their links, the others keep theirs", options, async () => {
  const cut = /<p>荨麻|<p>最难的是找床[^]*?<\/p>/;
  await article.open(FINISHED, { edit: (html) => html.replace(cut, "").replace("212&nbsp;strangers", "a few strangers") });
  await article.aligned();
  const { missing } = await article.event("ready");
  assert.equal(missing[0], 5);
  assert.equal(missing[1], 1);
  await article.point("其中最繁忙的一条");
  await article.expectLit("active", [sentence(0, TAKE + 2)]);
  await article.expectLit("counterpart", counterparts(TAKE + 2));
  const links = (await article.aligned()).links;
  const lost = LINKS.sides[0].sentences.findIndex((/** @type {{ text: string }} */ { text }) => text.startsWith("最难的是找床"));
  assert.ok(links.length > 20 && links.every((/** @type {{ left: number[] }} */ { left }) => !left.includes(lost)));
});

test("links that belong to other texts are told of, and the page is left alone", options, async () => {
  await article.open(FINISHED, { edit: (html) => html.replace(/<article id="en"[^]*?<\/article>/, '<article id="en" lang="en"><p>Something else altogether.</p></article>') });
  const { code, message, remedy } = await article.event("error");
  assert.equal(code, "text-other");
  assert.ok(message && remedy);
  assert.equal(await article.run("return view().matches(':state(error)')"), true);
  await article.point(SLEEPERS);
  await article.expectLit("active", []);
});

for (const [what, text] of [
  ["no JSON", "{"],
  ["another shape", '{"sides": [{"sentences": [{"text": 5}]}], "links": []}'],
  ["one text", JSON.stringify({ ...LINKS, sides: [LINKS.sides[0]] })],
  ["links that are none", JSON.stringify({ ...LINKS, links: [{ left: 1, right: [2] }] })],
  ["links to what is no sentence", JSON.stringify({ ...LINKS, links: [{ left: ["length"], right: [0], best: ["length", 0], score: 1 }] })],
  ["links past the last sentence", JSON.stringify({ ...LINKS, links: [...LINKS.links, { left: [9999], right: [0], best: [9999, 0], score: 1 }] })],
  ["links before the first sentence", JSON.stringify({ ...LINKS, links: [...LINKS.links, { left: [0], right: [-1], best: [0, -1], score: 1 }] })],
  ["a check of what is no sentence", JSON.stringify({ ...LINKS, checks: [{ left: 9999, right: 0, kind: "date", found: "<b>", expected: "" }] })],
  ["another version", JSON.stringify({ ...LINKS, version: 2 })],
  ["nothing", "null"],
]) {
  test(`finished links with ${what} are refused, and the page is left alone`, options, async () => {
    await article.open(FINISHED, { files: { "/night-trains.json": text } });
    assert.equal((await article.event("error")).code, "alignment");
    await article.point(SLEEPERS);
    await article.expectLit("active", []);
    assert.deepEqual(article.between.asked.filter((path) => /pkg|wasm|linking/.test(path)), [], "the core makes no others");
  });
}

test("where the browser has no registry of highlights, boxes are drawn in the component's own tree", options, async () => {
  const without = "Object.defineProperty(CSS, 'highlights', { value: undefined })";
  await article.open(FINISHED, { head: `<script src="/without.js"></script>${SCRIPT}`, files: { "/without.js": without } });
  await article.aligned();
  const before = await article.run("return measured()");
  await article.point(SLEEPERS);
  const boxes = (/** @type {string} */ name) => article.run("return [...view().shadowRoot.querySelectorAll('.box.' + arguments[0])].map((box) => { const { top, bottom } = box.getBoundingClientRect(); return [top, bottom]; })", name);
  await until("boxes", async () => (await boxes("active")).length > 0 && (await boxes("counterpart")).length > 0, { seconds: 5 });
  const [, y] = await article.where(SLEEPERS);
  const [[top, bottom]] = await boxes("active");
  assert.ok(top <= y && y <= bottom, `${top} to ${bottom}, not around ${y}`);
  await article.run("window.scrollBy(0, 40)");
  await until("the boxes to follow", async () => Math.abs((await boxes("active"))[0][0] - top + 40) < 2, { seconds: 5 });
  assert.ok((await article.run("return measured()")) === before, "words have moved");
  assert.deepEqual(await page.problems(), []);
});
