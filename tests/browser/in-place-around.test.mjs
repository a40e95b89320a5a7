// The component in place and what is around it: wrapped texts, shadow trees, frames, several on a page, right to left; and the strip,
// by keyboard, finger and screen reader.
import assert from "node:assert/strict";
import test, { after, beforeEach } from "node:test";
import { Key } from "selenium-webdriver";
import { browser } from "./harness.mjs";
import { Article, counterparts, FINISHED, LINKS, SCRIPT, sentence } from "./in-place.mjs";
import { until } from "./processes.mjs";

const page = browser();
const article = new Article(page);
const options = { timeout: 60_000 };

beforeEach(() => page.resize(1280, 800));
after(() => article.close());

const WRAPPED = (/** @type {string} */ html) =>
  html.replace('<div class="columns">', '<en-face alignment="/night-trains.json" loading="eager"><div class="columns">').replace("</article>\n      </div>", "</article>\n      </div></en-face>");
const LATE = { head: '<script type="module" src="/late.js"></script>', files: { "/late.js": "addEventListener('late', () => import('/en-face.js'))" } };
const focusStrip = () => article.run("view().shadowRoot.querySelector('.bar').focus()");

test("texts that it wraps stay where they are when the element is defined", options, async () => {
  await article.open("", { edit: WRAPPED, ...LATE });
  const before = await article.run("changes.length = 0; return measured()");
  await article.run("dispatchEvent(new Event('late'))");
  await article.aligned();
  await article.point("Two nuns", "#en");
  await until("light", async () => (await article.lit("active")).startsWith("Twonuns"), { seconds: 5 });
  await article.run("scrollTo(0, 0)");
  assert.ok((await article.run("return measured()")) === before, "words have moved");
  assert.deepEqual(await article.run("return changes"), []);
  assert.deepEqual(await page.problems(), []);
});

test("two elements in one that say no language are the texts, whatever foreign words they have in them", options, async () => {
  const body = `<en-face loading="eager" encoder="none"><div id="one"><p>The mill stood <i lang="fr">au bord</i> of the river. It burnt down in 1891.</p></div>
    <div id="two"><p>Die Mühle stand am Fluss. Sie brannte 1891 <i lang="la">in toto</i> ab.</p></div></en-face>`;
  await article.open(body);
  const { sides } = await article.aligned();
  assert.deepEqual(sides.map((/** @type {{ sentences: object[] }} */ { sentences }) => sentences.length), [2, 2]);
});

test("it works within a shadow tree, and reads texts that stand in one", options, async () => {
  const nest = `addEventListener("nest", () => {
    const host = document.querySelector("main").appendChild(document.createElement("div"));
    const root = host.attachShadow({ mode: "closed" });
    const inner = document.createElement("en-face");
    for (const [name, value] of Object.entries({ left: "#zh", right: "#en", alignment: "/night-trains.json", loading: "eager" })) inner.setAttribute(name, value);
    root.append(document.querySelector(".columns"), inner);
    window.view = () => inner;
    window.where = (words) => {
      const walker = document.createTreeWalker(root.querySelector("#en"), NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.data.indexOf(words);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + words.length);
        node.parentElement.scrollIntoView({ block: "center" });
        const { left, top, width, height } = range.getClientRects()[0];
        return [Math.round(left + width / 2), Math.round(top + height / 2)];
      }
    };
  });`;
  await article.open("", { head: `${SCRIPT}<script src="/nest.js"></script>`, files: { "/nest.js": nest } });
  await article.run("dispatchEvent(new Event('nest'))");
  await article.aligned();
  const [x, y] = await article.run("return where('Two nuns')");
  await page.driver.actions().move({ x, y }).perform();
  await article.expectLit("active", ["Two nuns have already drawn their curtains."]);
  assert.deepEqual(await page.problems(), []);
});

test("two on a page keep to themselves, and leave nothing behind when they go", options, async () => {
  const twice = (/** @type {string} */ html) => html.replace(/(<div class="columns">)([^]*?<\/article>\s*<\/div>)/, (whole) => `${whole}<div class="second">${whole.replaceAll('id="', 'id="second-')}</div>`);
  const second = '<en-face id="two" left="#second-zh" right="#second-en" alignment="/night-trains.json" loading="eager"></en-face>';
  await article.open(FINISHED + second, { edit: twice });
  await article.aligned();
  await until("the other's links", () => article.run("return two.alignment !== null"), { seconds: 10 });
  await article.point("Two nuns", "#en");
  await page.driver.actions().click().perform();
  await article.point("Two nuns", "#second-en");
  await until("light in both", async () => (await article.lit("active-line")).startsWith("Twonuns") && (await article.lit("pinned-line")).startsWith("Twonuns"), { seconds: 5 });
  // Each brings its colours: the other may go before it.
  assert.equal(await article.run("return document.adoptedStyleSheets.length"), 2);
  await article.run("two.remove()");
  await article.expectLit("active", []);
  assert.ok((await article.lit("pinned-line")).startsWith("Twonuns"));
  await article.run("view().remove()");
  await until("an empty registry", async () => (await article.run("return [...CSS.highlights.keys()].length + document.adoptedStyleSheets.length")) === 0, { seconds: 5 });
  assert.deepEqual(await page.problems(), []);
});

test("texts from right to left, with links inside the element", options, async () => {
  const links = {
    version: 1,
    page: { titles: {}, source: null, related: [] },
    regime: "parallel",
    sides: [
      { lang: "he", blocks: [], sentences: [{ text: "הרכבת יצאה בשעה תשע.", start: 0, end: 20 }, { text: "איש לא ישן.", start: 21, end: 32 }] },
      { lang: "en", blocks: [], sentences: [{ text: "The train left at nine.", start: 0, end: 23 }, { text: "Nobody slept.", start: 24, end: 37 }] },
    ],
    links: [{ left: [0], right: [0], best: [0, 0], score: 0.9 }, { left: [1], right: [1], best: [1, 1], score: 0.6 }],
  };
  const body = `<en-face loading="eager"><script type="application/json">${JSON.stringify(links)}</script>
    <div id="he" lang="he" dir="rtl"><p>הרכבת יצאה בשעה תשע. איש לא ישן.</p></div><div id="two" lang="en"><p>The train left at nine. Nobody slept.</p></div></en-face>`;
  await article.open(body);
  await article.aligned();
  await article.point("איש לא ישן", "#he");
  await article.expectLit("active", ["איש לא ישן."]);
  await article.expectLit("likely", ["Nobody slept."]);
  assert.deepEqual(await page.problems(), []);
});

test("the keyboard: one stop, arrows move and cross over, Enter pins, Esc lets go; the page hears none of it", options, async () => {
  await article.open(FINISHED);
  await article.aligned();
  await article.run("window.heard = []; addEventListener('keydown', ({ key }) => heard.push(key))");
  await article.enterStrip();
  const role = await article.own(".bar");
  assert.equal(await role.getAttribute("role"), "application");
  assert.ok(await role.getAttribute("aria-label"));
  await article.run("heard.length = 0");
  // Of the first text nothing is seen down there.
  await article.press(Key.HOME, Key.ARROW_LEFT);
  await article.expectLit("active", [sentence(0, 0)]);
  await article.press(Key.ARROW_DOWN, Key.ARROW_DOWN);
  await article.expectLit("active", [sentence(0, 2)]);
  const said = () => article.run("return [...view().shadowRoot.querySelectorAll('[aria-live] p')].map((p) => [p.lang, p.textContent])");
  assert.deepEqual(await said(), [["zh", sentence(0, 2)], ...counterparts(2).map((text) => ["en", text.replace("212 ", "212\u00A0")])]);
  await article.press(Key.ARROW_RIGHT);
  await article.expectLit("active", [counterparts(2)[0]]);
  await article.press(Key.ENTER, Key.ARROW_LEFT);
  await article.expectLit("active", [sentence(0, 2)]);
  await article.expectLit("pinned-line", [counterparts(2)[0]]);
  await article.press(Key.END);
  const last = LINKS.sides[0].sentences.length - 1;
  await article.expectLit("active", [sentence(0, last)]);
  const [top, bottom] = await article.run("const { top, bottom } = [...CSS.highlights.get('enface-active')][0].getBoundingClientRect(); return [top, bottom]");
  assert.ok(top > 0 && bottom < 800, `${top} to ${bottom}`);
  await article.press(Key.ESCAPE);
  await article.expectLit("active", []);
  await article.expectLit("pinned-line", []);
  assert.deepEqual(await article.run("return heard"), []);
  await article.press(Key.TAB);
  assert.notEqual(await article.run("return document.activeElement.localName"), "en-face");
});

test("a finger: a tap lights up, a second pins, one beside lets go; the strip's buttons do what keys do", options, async () => {
  await page.resize(390, 700);
  await article.open(FINISHED);
  await article.aligned();
  const words = await page.find("#en em");
  await page.tap(words);
  await article.expectLit("active", [sentence(1, 1)]);
  await page.tap(words);
  await article.expectLit("pinned-line", [sentence(1, 1)]);
  await page.tap(await article.own(".next"));
  await article.expectLit("active", [sentence(1, 2)]);
  await page.tap(await article.own(".across"));
  await article.expectLit("active", [sentence(0, 2)]);
  await page.tap(await page.find(".standfirst"));
  await article.expectLit("active", []);
  await article.expectLit("pinned-line", []);
});

test("nothing that axe knows of is wrong with the page, at rest, with the strip open, with a card", options, async () => {
  await page.resize(390, 700);
  await article.open(FINISHED);
  await article.aligned();
  assert.deepEqual(await page.axe(), []);
  await focusStrip();
  await article.press(Key.HOME, Key.ARROW_DOWN);
  await article.own(".peek");
  assert.deepEqual(await page.axe(), []);
  assert.deepEqual(await page.problems(), []);
});

test("controls=none keeps the strip out of sight until the keyboard comes to it", options, async () => {
  await article.open(FINISHED.replace("<en-face", '<en-face controls="none"'));
  await article.aligned();
  const seen = () => article.run("return getComputedStyle(view().shadowRoot.querySelector('.bar')).clipPath");
  assert.equal(await seen(), "inset(50%)");
  await article.enterStrip();
  await until("the strip in sight", async () => (await seen()) === "none", { seconds: 5 });
});

for (const [how, head, boxes] of /** @type {[string, string, number][]} */ ([
  ["highlights", SCRIPT, 0],
  ["boxes", `<script src="/without.js"></script>${SCRIPT}`, 1],
])) {
  test(`it comes and goes a hundred times without a trace on the page, with ${how}`, options, async () => {
    await article.open(FINISHED, { head, files: { "/without.js": "Object.defineProperty(CSS, 'highlights', { value: undefined })" } });
    await article.aligned();
    await article.run("window.kept = view(); window.before = measured(); window.next = kept.nextSibling");
    const outcome = await page.driver.executeAsyncScript(
      `const done = arguments[0];
       const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
       (async () => {
         for (let time = 0; time < 100; time += 1) {
           kept.remove();
           if (time % 2) await frame();
           next.before(kept);
           if (time % 4 === 3) while (!kept.alignment) await frame();
         }
         while (!kept.alignment) await frame();
       })().then(() => done(""), (error) => done(String(error)));`,
    );
    assert.equal(outcome, "");
    const after = await article.run("return measured()");
    assert.deepEqual(after.split("\n"), (await article.run("return before")).split("\n"));
    await article.point("Two nuns", "#en");
    if (boxes) await until("a box", () => article.run("return view().shadowRoot.querySelectorAll('.box.active').length > 0"), { seconds: 5 });
    else await article.expectLit("active", ["Two nuns have already drawn their curtains."]);
    assert.equal(await article.run("return document.adoptedStyleSheets.length"), 1 - boxes);
    assert.equal(await article.run("return view().shadowRoot.querySelectorAll('.boxes').length"), boxes);
    assert.equal((await article.run("return view().shadowRoot.querySelectorAll('.start').length")), 1);
    assert.deepEqual(await page.problems(), []);
  });
}
