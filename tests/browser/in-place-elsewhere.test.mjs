// The component in place where a page may stand: in a frame, in a sandbox, on paper; and with the reader's own colours.
import assert from "node:assert/strict";
import test, { after, afterEach, beforeEach } from "node:test";
import { constants, inflateSync } from "node:zlib";
import { Key } from "selenium-webdriver";
import { browser, engine } from "./harness.mjs";
import { Article, BARE, counterparts, FINISHED, LINKS, news, SCRIPT, sentence } from "./in-place.mjs";
import { until } from "./processes.mjs";

const page = browser();
const article = new Article(page);
const options = { timeout: 60_000 };

beforeEach(() => page.resize(1280, 800));
afterEach(async () => {
  article.frame = [0, 0];
  await page.driver.switchTo().defaultContent();
});
after(() => article.close());

const onlyChromium = engine !== "chromium" && "only Chromium's driver can do it";

/** Where text becomes an attribute. @param {string} html */
const quoted = (html) => html.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

/** A page with the news page in a frame that the window shows only a part of. @param {string} attributes of the frame */
const around = (attributes) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>around</title><script src="/test-script.js"></script>
  <link rel="stylesheet" href="/around.css"></head><body><h1>Around</h1><iframe id="frame" title="news" width="1100" height="600" ${attributes}></iframe></body></html>`;

/** Opens the news page in a frame, and goes in there. @param {string} element @param {string} attributes @param {object} [more] */
async function openFrame(element, attributes, more = {}) {
  await article.open(element, { files: { "/around.html": around(attributes), "/around.css": "h1 { margin: 60px } iframe { margin-left: 50px }", ...more }, first: "/around.html" });
  const frame = await page.find("#frame");
  // The drivers of two engines count the pointer's way from the browser's own window.
  if (engine !== "firefox") article.frame = await article.run("const { left, top } = arguments[0].getBoundingClientRect(); return [left + arguments[0].clientLeft, top + arguments[0].clientTop].map(Math.round)", frame);
  await page.driver.switchTo().frame(frame);
}

/** What there is to do for a reader: point at a sentence, have its counterpart in the card, go there. */
async function reads() {
  await article.aligned();
  const before = await article.run("return measured()");
  await article.point("其中最繁忙的一条");
  const at = LINKS.sides[0].sentences.findIndex((/** @type {{ text: string }} */ { text }) => text.startsWith("其中最繁忙的一条"));
  await article.expectLit("active", [sentence(0, at)]);
  await article.expectLit("counterpart", counterparts(at));
  // In WebKit a sandbox gets the focus from a reader, not from a script.
  await page.driver.actions().click().perform();
  await article.expectLit("pinned-line", [sentence(0, at)]);
  // The last sentence is far below; what stands above the page is in the frame's own window.
  await article.enterStrip();
  await article.press(Key.HOME, Key.END);
  await article.expectLit("active", [sentence(0, LINKS.sides[0].sentences.length - 1)]);
  const [top, bottom, height, strip] = await article.run(
    "const { top, bottom } = [...CSS.highlights.get('enface-active')][0].getBoundingClientRect(); return [top, bottom, innerHeight, view().shadowRoot.querySelector('.bar').getBoundingClientRect().bottom]",
  );
  assert.ok(top > 0 && bottom < height, `${top} to ${bottom} of ${height}`);
  assert.ok(strip > height - 60 && strip <= height, `the strip ends at ${strip} of ${height}`);
  await article.press(Key.ESCAPE);
  assert.ok((await article.run("return measured()")) === before, "words have moved");
  if (engine === "chromium") assert.deepEqual(await article.run("return shifts"), []);
}

test("in a frame it reads what stands in there, and its strip and card are in there", options, async () => {
  await openFrame(FINISHED, 'src="/news.html"');
  await reads();
  await page.driver.switchTo().defaultContent();
  assert.equal(await article.run("return document.adoptedStyleSheets.length + (CSS.highlights?.size ?? 0)"), 0, "the page around is left alone");
  assert.deepEqual(await page.problems(), []);
});

test("in a frame the core's links come, from a worker too", options, async () => {
  await openFrame(BARE.replace(' encoder="none"', ""), 'src="/news.html"');
  await article.aligned();
  await until("better links", () => article.run("return view().matches(':state(by-meaning)')"), { seconds: 40 });
  assert.deepEqual(await page.problems(), []);
});

test("in a sandboxed document that its page has written, it reads with the one script that loads nothing", options, async () => {
  const json = JSON.stringify(LINKS).replaceAll("<", "\\u003c");
  const element = `<en-face left="#zh" right="#en" loading="eager"><script type="application/json">${json}</script></en-face>`;
  const inner = news(element, '<script src="/en-face-in-place.js" defer></script>');
  await openFrame(FINISHED, `sandbox="allow-scripts" srcdoc="${quoted(inner)}"`);
  assert.equal(await article.run("return origin"), "null");
  await reads();
});

test("adopted into another window's document, it belongs to that", options, async () => {
  const outer = around('src="/news.html"').replace("</head>", `${SCRIPT}</head>`).replace("</body>", '<en-face id="one" left="#zh" right="#en" alignment="/night-trains.json" loading="eager"></en-face></body>');
  await openFrame("", "", { "/around.html": outer });
  await page.driver.switchTo().defaultContent();
  await article.event("error");
  await article.run("document.querySelector('#frame').contentDocument.querySelector('main').append(document.querySelector('#one'))");
  await page.driver.switchTo().frame(await page.find("#frame"));
  await reads();
  await page.driver.switchTo().defaultContent();
  assert.equal(await article.run("return document.adoptedStyleSheets.length + (CSS.highlights?.size ?? 0)"), 0, "nothing is left behind");
  assert.deepEqual(await page.problems(), []);
});

test("nothing of it is printed: paper is the same whatever is lit", { ...options, skip: engine === "webkit" && "its driver prints nothing" }, async () => {
  /** How many sheets there are, and the colours on them: a browser paints marked words one by one, in whatever looks. */
  const paper = async () => {
    const pdf = Buffer.from(await /** @type {any} */ (page.driver).printPage({ background: true }), "base64");
    const text = pdf.toString("latin1");
    const painted = [...text.matchAll(/stream\r?\n/g)].map(({ 0: { length }, index }) => {
      try {
        return inflateSync(pdf.subarray(index + length), { finishFlush: constants.Z_SYNC_FLUSH }).toString("latin1");
      } catch {
        return "";
      }
    });
    const colours = new Set(painted.join("\n").match(/^.*\b(rg|RG|g|G|sc|SC|scn|SCN)$/gm));
    return { sheets: text.match(/\/Type ?\/Page\b/g)?.length, colours: [...colours].sort() };
  };
  await article.open(FINISHED, { head: "" });
  const bare = await paper();
  assert.ok(bare.colours.length > 2, `${bare.colours}`);
  await article.open(FINISHED);
  await article.aligned();
  await article.point("其中最繁忙的一条");
  await page.driver.actions().click().perform();
  await until("a pin", async () => (await article.lit("pinned-line")) !== "", { seconds: 5 });
  await article.run("scrollTo(0, 900)");
  await article.own(".peek");
  assert.deepEqual(await paper(), bare);
  assert.deepEqual(await page.problems(), []);
});

test("with the system's own colours lines tell what is lit, and no box lies over the words", { ...options, skip: onlyChromium }, async () => {
  const features = [{ name: "forced-colors", value: "active" }];
  await page.devtools("Emulation.setEmulatedMedia", { features });
  try {
    await article.open(FINISHED);
    await article.aligned();
    await article.point("其中最繁忙的一条");
    const line = (/** @type {string} */ name) => article.run("const style = getComputedStyle(document.querySelector('#zh p'), arguments[0]); return [style.textDecorationStyle, style.textDecorationThickness].join(' ')", `::highlight(enface-${name})`);
    const lines = await Promise.all(["active-line", "pinned-line", "sure", "likely", "possible", "check"].map(line));
    assert.equal(new Set(lines).size, lines.length, `${lines}`);
    await article.open(FINISHED, { head: `<script src="/without.js"></script>${SCRIPT}`, files: { "/without.js": "Object.defineProperty(CSS, 'highlights', { value: undefined })" } });
    await article.aligned();
    await article.point("其中最繁忙的一条");
    await article.own(".box.active");
    const looks = await article.run("return ['active', 'active-line'].map((name) => getComputedStyle(view().shadowRoot.querySelector('.box.' + name))).map((style) => [/, 0\\)$/.test(style.backgroundColor), style.borderBottomStyle])");
    assert.deepEqual(looks, [[true, "none"], [true, "solid"]]);
  } finally {
    await page.devtools("Emulation.setEmulatedMedia", { features: [] });
  }
});

test("the console says to who runs the page why nothing is linked, also when a part does not load", options, async () => {
  const listening = "window.warned = []; console.warn = (...words) => warned.push(words.join(' '))";
  const head = `<script src="/listening.js"></script>${SCRIPT}`;
  const warned = () => until("a warning", async () => (await article.run("return warned"))[0], { seconds: 10 });
  await article.open(FINISHED, { head, files: { "/listening.js": listening, "/night-trains.json": "{" } });
  assert.match(await warned(), /^en-face: alignment \S.+\. \S/);
  await article.open(FINISHED, { head, files: { "/listening.js": listening, "/component/in-place.js": "throw new Error('broken')" } });
  assert.match(await warned(), /^en-face: engine-missing \S.+\. \S/);
});

test("on paper there is no strip, no card, no light, and no box where those stand in for it", { ...options, skip: onlyChromium }, async () => {
  for (const head of [SCRIPT, `<script src="/without.js"></script>${SCRIPT}`]) {
    await article.open(FINISHED, { head, files: { "/without.js": "Object.defineProperty(CSS, 'highlights', { value: undefined })" } });
    await article.aligned();
    await article.run("view().shadowRoot.querySelector('.bar').focus()");
    await article.run("scrollTo(0, 900)");
    await article.own(".peek, .box");
    await page.devtools("Emulation.setEmulatedMedia", { media: "print" });
    try {
      assert.equal(await article.run("return [...view().shadowRoot.querySelectorAll('*')].filter((one) => one.getClientRects().length).length"), 0);
      const looks = "const style = getComputedStyle(document.querySelector('#zh p'), arguments[0]); return [style.backgroundColor, style.textDecorationLine]";
      assert.deepEqual(await article.run(looks, "::highlight(enface-active)"), ["rgba(0, 0, 0, 0)", "none"]);
    } finally {
      await page.devtools("Emulation.setEmulatedMedia", { media: "" });
    }
  }
});
