// How the component reads the page's own texts, has the core link them, and reads them again when they change.
import assert from "node:assert/strict";
import test, { after, beforeEach } from "node:test";
import { Key } from "selenium-webdriver";
import { browser } from "./harness.mjs";
import { Article, BARE, FINISHED, LINKS, SCRIPT, sentence } from "./in-place.mjs";
import { until } from "./processes.mjs";

const page = browser();
const article = new Article(page);
const options = { timeout: 60_000 };

beforeEach(() => page.resize(1280, 800));
after(() => article.close());

/** What the core was given to read, sentence by sentence. @param {0 | 1} side @returns {Promise<string[]>} */
const sentences = async (side) => (await article.aligned()).sides[side].sentences.map((/** @type {{ text: string }} */ { text }) => text);
/** A text of one's own in place of the English one. @param {string} body */
const english = (body) => (/** @type {string} */ html) => html.replace(/<article id="en"[^]*?<\/article>/, `<article id="en" lang="en">${body}</article>`);

test("the core finds the same sentences in the page as in the file that the page was made from", options, async () => {
  await article.open(BARE);
  const expected = LINKS.sides.map((/** @type {{ sentences: { text: string }[] }} */ { sentences: all }) => all.map(({ text }) => text));
  // The page's own headlines and the caption are in it too.
  const left = await sentences(0);
  assert.deepEqual(left.filter((text) => expected[0].includes(text)), expected[0]);
  assert.deepEqual(left.filter((text) => !expected[0].includes(text)), ["夜车归来", "11号站台，九点四十分。"]);
  const right = (await sentences(1)).map((text) => text.replaceAll("\u00A0", " "));
  assert.deepEqual(right.filter((text) => !expected[1].includes(text)), ["The Night Train Comes Back"]);
  assert.equal(right.length, expected[1].length + 1);
  const { links, sides } = await article.aligned();
  assert.ok(links.length > 30, `${links.length} links`);
  assert.equal(sides[0].blocks[0].kind, "heading");
  assert.equal(sides[1].blocks[1].kind, "byline");
  await article.point("如今名单");
  await article.expectLit("active", ["如今名单又长了起来，到明年年底将有39条。"]);
  assert.ok((await article.lit("counterpart")).length > 20);
  assert.deepEqual(await page.problems(), []);
});

test("words are read as they are seen: white space, breaks, what is hidden, what takes no room, large first letters", options, async () => {
  const body = `<div>Loose words before <b>a</b>
      <b>heading</b>.<h2>Head<wbr>line   here</h2>after it.</div>
    <p><span class="cap">O</span>nce upon a <em>time</em><script>hidden()</script> there was<br>a break.<br><br>And another paragraph.</p>
    <p hidden>Not this.</p><p class="none">Nor this.</p><p aria-hidden="true">Nor that.</p><p data-enface-skip>And not that.</p>
    <ul><li>One&shy;thing.</li><li>An&#8203;other thing.</li></ul><pre>Two
lines.

A third.</pre><blockquote><p>Said somebody.</p></blockquote><button>Buy now</button><nav>Elsewhere</nav>
    <p>Flat 4&nbsp;B is <ruby>base<rt>reading</rt></ruby> text.</p>`;
  const files = { "/more.css": ".cap { float: left; font-size: 3em } .none { display: none }" };
  const edit = (/** @type {string} */ html) => english(body)(html).replace("</head>", '<link rel="stylesheet" href="/more.css"></head>');
  await article.open(BARE, { edit, files });
  const { sides } = await article.aligned();
  const blocks = sides[1].blocks.map((/** @type {{ kind: string, sentences: [number, number] }} */ { kind, sentences: [from, to] }) =>
    `${kind}: ${sides[1].sentences.slice(from, to).map((/** @type {{ text: string }} */ { text }) => text.replace(/\n/g, "/")).join(" ")}`);
  assert.deepEqual(blocks, [
    "paragraph: Loose words before a heading.",
    "heading: Headline here",
    "paragraph: after it.",
    "paragraph: Once upon a time there was/a break.",
    "paragraph: And another paragraph.",
    "list-item: Onething.",
    "list-item: Another thing.",
    "paragraph: Two/lines.",
    "paragraph: A third.",
    "quote: Said somebody.",
    "paragraph: Flat 4\u00A0B is base text.",
  ]);
});

test("buttons among words are words, and keep their clicks; buttons by themselves, signs and unseen names are none", options, async () => {
  const body = `<p>The last keeper, <button id="term">Thomas Hale</button>, came<sup><button>[1]</button></sup> in 1984. <button>Ruth</button> stayed.</p>
    <p><button>Anna</button> <button>Bell</button> left.</p><div><button>Share</button> <button>Print</button></div>
    <div><button>Save</button><p>After it.</p></div><p><button>Listen</button><br>Below a button.</p>
    <h3>Signs <button aria-label="Link">#</button></h3><h3>Names <button><span class="unseen">Copy link</span></button></h3>
    <p>It has <input value="no"><select><option>such</option></select><button class="apart">More</button> fields.</p>
    <p>A <button class="flex"><span>box</span></button> is no block.</p>`;
  const files = { "/more.css": ".unseen { position: absolute; clip-path: inset(50%) } .apart { display: block } .flex { display: inline-flex }" };
  const edit = (/** @type {string} */ html) => english(body)(html).replace("</head>", '<link rel="stylesheet" href="/more.css"></head>');
  await article.open(BARE, { edit, files });
  assert.deepEqual(await sentences(1), ["The last keeper, Thomas Hale, came[1] in 1984.", "Ruth stayed.", "Anna Bell left.", "After it.", "Below a button.", "Signs", "Names", "It has fields.", "A box is no block."]);
  await article.run("window.clicks = []; document.querySelector('#term').addEventListener('click', ({ type }) => clicks.push(type))");
  await article.point("Thomas Hale", "#en");
  await article.expectLit("active", ["The last keeper, Thomas Hale, came[1] in 1984."]);
  await page.driver.actions().click().perform();
  await until("the page's click", async () => (await article.run("return clicks.length")) === 1, { seconds: 5 });
  await article.expectLit("pinned", []);
  assert.deepEqual(await page.problems(), []);
});

test("texts that are no blocks are two all the same", options, async () => {
  const body = '<p><span id="one" lang="de">Die Mühle stand am Fluss.</span> <span id="two" lang="en">The mill stood by the river.</span></p><en-face left="#one" right="#two" loading="eager" encoder="none"></en-face>';
  await article.open(body);
  const { sides } = await article.aligned();
  assert.deepEqual(sides.map((/** @type {{ sentences: { text: string }[] }} */ { sentences: all }) => all.map(({ text }) => text)), [["Die Mühle stand am Fluss."], ["The mill stood by the river."]]);
});

test("other components' open trees are read as they are seen, lit, pointed at, and read again", options, async () => {
  const parts = `const define = (name, ...parts) => customElements.define(name, class extends HTMLElement {
      constructor() {
        super();
        const line = document.createElement("p");
        line.append(...parts.map((part) => (part === "slot" ? document.createElement("slot") : part)));
        this.attachShadow({ mode: "open" }).append(line);
      }
    });
    define("x-quote", "“", "slot", "” said the miller of Aldern.");
    define("x-instead", "Somebody else was seen.");`;
  const body = `<p>The mill burnt down in 1891.</p><x-quote>Nobody <i>slept</i> that <a href="#night">night</a>,</x-quote>
    <x-instead>Nobody was seen.</x-instead><p>It was built again.</p>`;
  await article.open(BARE, { edit: english(body), head: `${SCRIPT}<script src="/parts.js"></script>`, files: { "/parts.js": parts } });
  const quote = "“Nobody slept that night,” said the miller of Aldern.";
  assert.deepEqual(await sentences(1), ["The mill burnt down in 1891.", quote, "Somebody else was seen.", "It was built again."]);
  const place = await article.run(`const line = document.querySelector("x-quote").shadowRoot.querySelector("p");
    line.scrollIntoView({ block: "center", behavior: "instant" });
    const range = document.createRange();
    range.selectNodeContents(line.lastChild);
    const { left, top, width, height } = range.getClientRects()[0];
    return [left + width / 2, top + height / 2].map(Math.round);`);
  await page.driver.actions().move({ x: place[0] + 2, y: place[1] }).move({ x: place[0], y: place[1] }).perform();
  await article.expectLit("active", [quote]);
  await page.driver.actions().click().perform();
  await article.expectLit("pinned", [quote]);
  await article.point("slept", "x-quote");
  await article.expectLit("active", [quote]);
  const sheets = (/** @type {string} */ of) => article.run("return document.querySelector(arguments[0]).shadowRoot.adoptedStyleSheets.length", of);
  assert.deepEqual([await sheets("x-quote"), await sheets("x-instead")], [1, 0]);
  await article.run("document.querySelector('x-instead').shadowRoot.firstChild.firstChild.data = 'Everybody was seen.'");
  await until("the change", async () => (await sentences(1))[2] === "Everybody was seen.", { seconds: 10 });
  await article.run("view().remove()");
  await until("no sheet", async () => (await sheets("x-quote")) === 0, { seconds: 5 });
  assert.deepEqual(await page.problems(), []);
});

test("texts that stand in rows beside each other are two all the same", options, async () => {
  const rows = [
    ["灯塔建于1891年。", "The lighthouse was built in 1891."],
    ["2019年它熄灭了。<b class=\"zh\">没有人解释原因。</b>", "In 2019 it went dark. Nobody said why."],
    ["1950年有3000人来看它。", "In 1950, 3,000 people came to see it."],
  ];
  const table = rows.map(([zh, en]) => `<tr><td class="zh" lang="zh">${zh}</td><td class="en" lang="en">${en}</td></tr>`).join("");
  const edit = (/** @type {string} */ html) => html.replace(/<article id="zh"[^]*?<\/article>/, `<table>${table}</table>`);
  await article.open('<en-face left=".zh" right=".en" loading="eager" encoder="none"></en-face>', { edit });
  assert.deepEqual(await sentences(0), ["灯塔建于1891年。", "2019年它熄灭了。", "没有人解释原因。", "1950年有3000人来看它。"]);
  assert.equal((await sentences(1)).length, 4);
  await article.point("1950年", "table");
  await article.expectLit("active", ["1950年有3000人来看它。"]);
  await article.expectLit("counterpart", ["In 1950, 3,000 people came to see it."]);
  await article.point("The lighthouse was built", "table");
  await article.expectLit("counterpart", ["灯塔建于1891年。"]);
  // A row that comes later is read too.
  await article.run("document.querySelector('table tr').after(document.querySelector('table tr').cloneNode(true))");
  await until("the new row", async () => (await sentences(1)).length === 5, { seconds: 10 });
  assert.deepEqual(await page.problems(), []);
});

test("a correction on the page is read, and what is pinned stays pinned", options, async () => {
  await article.open(BARE);
  await article.aligned();
  await article.point("Now the list is growing", "#en");
  await page.driver.actions().click().perform();
  await until("the pin", async () => (await article.lit("pinned")).startsWith("Nowthelist"), { seconds: 5 });
  const before = (await sentences(1)).length;
  await article.run(`const first = document.querySelector("#en p:nth-of-type(2)"); first.prepend("A new sentence stands at the beginning. ");`);
  await until("the new sentence", async () => (await sentences(1)).length === before + 1, { seconds: 10 });
  assert.ok((await sentences(1)).includes("A new sentence stands at the beginning."));
  assert.ok((await article.lit("pinned")).startsWith("Nowthelist"));
  assert.equal((await article.events("ready")).length, 1);
  // The same words in other nodes, as a framework renders them anew: nothing is linked again, and pointing works.
  const told = (await article.events("aligned")).length;
  await article.run(`const text = document.querySelector("#en"); text.replaceChildren(...[...text.childNodes].map((node) => node.cloneNode(true)));`);
  await until("the light on the new nodes", async () => (await article.lit("pinned")).startsWith("Nowthelist"), { seconds: 5 });
  await article.point("Two nuns", "#en");
  await article.expectLit("active", ["Two nuns have already drawn their curtains."]);
  assert.equal((await article.events("aligned")).length, told);
});

test("a paywall that opens, and finished links of what was behind it", options, async () => {
  const files = { "/wall.css": ".locked #en > p:nth-of-type(n + 4), .locked #en > h3, .locked #en > p:nth-of-type(n + 4) ~ * { display: none }" };
  const edit = (/** @type {string} */ html) => html.replace("</head>", '<link rel="stylesheet" href="/wall.css"></head>').replace("<body>", '<body class="locked">');
  await article.open(FINISHED, { edit, files });
  const few = (await article.aligned()).links.length;
  assert.ok((await article.event("ready")).missing[1] > 20);
  await article.run("document.body.className = ''");
  await until("all links", async () => (await article.aligned()).links.length === LINKS.links.length, { seconds: 10 });
  assert.ok(few < LINKS.links.length);
  // What is missing is told again, and only when it is something else.
  assert.deepEqual((await article.event("ready", 2)).missing, [0, 0]);
  await article.run("document.querySelector('#en').append(' One more.')");
  await article.event("aligned", 3);
  assert.equal((await article.events("ready")).length, 2);
});

test("texts that come later, or are replaced, are found", options, async () => {
  const edit = (/** @type {string} */ html) => html.replace('id="en"', 'id="later"');
  await article.open(FINISHED, { edit });
  assert.equal((await article.event("error")).code, "text-missing");
  await article.run("document.querySelector('#later').id = 'en'");
  await article.aligned();
  assert.equal(await article.run("return view().matches(':state(linked)') && !view().matches(':state(error)')"), true);
  await article.run("const old = document.querySelector('#en'); old.replaceWith(old.cloneNode(true));");
  await until("the light in the new text", async () => {
    await article.point("Two nuns", "#en");
    return (await article.lit("active")).startsWith("Twonuns");
  }, { seconds: 10 });
  await article.run("document.querySelector('#en').remove()");
  await article.event("error", 2);
  assert.equal(await article.run("return view().matches(':state(error)') && !view().matches(':state(linked)') && !view().matches(':state(by-meaning)')"), true);
});

test("a page that never rests is linked, and has its card", options, async () => {
  const clock = "addEventListener('DOMContentLoaded', () => setInterval(() => document.querySelector('.standfirst').replaceChildren(String(performance.now())), 50))";
  const head = `<script src="/clock.js"></script>${SCRIPT}`;
  // So long that linking outlasts many a tick.
  const long = (/** @type {string} */ html) => html.replace(/(<article id="en"[^>]*>)([^]*?)(<\/article>)/, (_, start, body, end) => start + body.repeat(40) + end);
  await page.resize(390, 700);
  await article.open(BARE, { head, edit: long, files: { "/clock.js": clock } });
  await article.aligned();
  await article.run("view().setAttribute('right-lang', 'en-AU')");
  await until("the language", async () => (await article.aligned()).sides[1].lang === "en-AU", { seconds: 20 });
  await article.open(FINISHED, { head, files: { "/clock.js": clock } });
  await article.aligned();
  await article.point("Two nuns", "#en");
  await article.own(".peek");
  assert.deepEqual(await page.problems(), []);
});

test("a language that the page tells later counts, as one that an attribute tells", options, async () => {
  await article.open(BARE);
  assert.deepEqual((await article.aligned()).sides.map((/** @type {{ lang: string }} */ { lang }) => lang), ["zh-Hans", "en"]);
  await article.run("document.querySelector('#en').lang = 'en-GB'");
  await until("the language", async () => (await article.aligned()).sides[1].lang === "en-GB", { seconds: 10 });
  await article.run("view().setAttribute('right-lang', 'en-AU')");
  await until("the other", async () => (await article.aligned()).sides[1].lang === "en-AU", { seconds: 10 });
});

for (const [attributes, code] of [
  ['left="#zh" right="#nowhere"', "text-missing"],
  ['left="#zh" right="##"', "text-selector"],
  ['left="#zh"', "text-missing"],
  ['left="#zh" right="#zh"', "text-overlap"],
  ['left="main" right="#en"', "text-overlap"],
  ['left="#zh p" right="#zh"', "text-overlap"],
]) {
  test(`${attributes}: ${code}`, options, async () => {
    await article.open(`<en-face ${attributes} loading="eager"></en-face>`);
    const error = await article.event("error");
    assert.equal(error.code, code);
    assert.ok(error.message && error.remedy);
    assert.equal(await article.run("return view().matches(':state(error)')"), true);
  });
}

test("the encoder's links come later and from the worker, and keep what is pinned", options, async () => {
  await article.open('<en-face left="#zh" right="#en" loading="eager"></en-face>');
  await article.aligned();
  await article.point("Now the list is growing", "#en");
  await page.driver.actions().click().perform();
  await until("better links", () => article.run("return view().matches(':state(by-meaning)')"), { seconds: 40 });
  assert.ok((await article.lit("pinned")).startsWith("Nowthelist"));
  assert.equal(await article.run("return enFaceTestWorkers.started"), 1);
  await article.run("view().shadowRoot.querySelector('.bar').focus()");
  await article.press(Key.ARROW_DOWN);
  assert.ok((await article.lit("counterpart")).length > 0);
  assert.ok(sentence(0, 0));
  assert.deepEqual(await page.problems(), []);
});
