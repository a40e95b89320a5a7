// An element that is asked for one thing after another: other modes, other properties, other texts to wait for.
import assert from "node:assert/strict";
import test, { after, beforeEach } from "node:test";
import { Key } from "selenium-webdriver";
import { browser } from "./harness.mjs";
import { Article, FINISHED, LINKS, SCRIPT } from "./in-place.mjs";
import { until } from "./processes.mjs";

const page = browser();
const article = new Article(page);
const options = { timeout: 90_000 };
const SEED = "/seeds/ceasefire.txt";
const ABOVE = "<p>above</p>".repeat(120);

beforeEach(() => page.resize(1280, 800));
after(() => article.close());

/** @param {string} script @param {...unknown} args */
const run = (script, ...args) => article.run(script, ...args);
/** Some frames later. */
const frames = () => page.driver.executeAsyncScript("const done = arguments[0]; let left = 10; const next = () => (left-- ? requestAnimationFrame(next) : done()); next();");
const linked = () => until("links", () => run("return view().alignment !== null"), { seconds: 20 });
/** What reads texts in place or a page, of all that was asked for. */
const started = () => article.between.asked.filter((path) => /\.wasm$|\/in-place\.js$|\.txt$/.test(path));
/** Links of two sentences. @param {string} word */
const pair = (word) => {
  const side = (/** @type {string} */ lang) => ({ lang, blocks: [{ kind: "paragraph", sentences: [0, 1] }], sentences: [{ text: word, start: 0, end: word.length }] });
  return { version: 1, page: { titles: {}, source: null, related: [] }, regime: "parallel", sides: [side("de"), side("en")], links: [{ left: [0], right: [0], best: [0, 0], score: 0.9 }] };
};
const shown = () => run("return view().shadowRoot.querySelector('[part=sentence]')?.textContent ?? ''");

/** Where the strip and the card are, in place. */
async function beside() {
  await article.aligned();
  await run("scrollTo({ top: 0, behavior: 'instant' }); view().shadowRoot.querySelector('.bar').focus()");
  await article.press(Key.HOME, Key.ARROW_DOWN);
  await article.own(".peek");
  await frames();
  return run(`return ['.bar', '.peek'].map((part) => {
    const { left, top, width, height } = view().shadowRoot.querySelector(part).getBoundingClientRect();
    return [left, top, width, height].map(Math.round).join(' ');
  })`);
}

/** Whether a page of the element's own is seen and can be pointed at, as it stands in the page around. */
async function isSeen() {
  await until("a text", async () => (await shown()) !== "", { seconds: 20 });
  await linked();
  return run(`const { shadowRoot } = view();
    const frame = getComputedStyle(shadowRoot.querySelector('.frame'));
    const sentence = shadowRoot.querySelector('[part=sentence]');
    sentence.scrollIntoView({ block: 'center', behavior: 'instant' });
    const [{ left, top, width, height }] = sentence.getClientRects();
    return frame.position !== 'fixed' && frame.colorScheme === 'normal' && width > 0 && shadowRoot.elementFromPoint(left + width / 2, top + height / 2) === sentence;`);
}

test("a mode that comes after another looks as if it were the first", options, async () => {
  await page.resize(390, 700);
  await article.open(FINISHED);
  const first = await beside();
  const inPlace = "for (const [name, value] of [['left', '#zh'], ['right', '#en'], ['alignment', '/night-trains.json']]) view().setAttribute(name, value); view().src = ''";
  for (const other of ["view().left = view().right = ''", `view().encoder = 'none'; view().left = view().right = ''; view().removeAttribute('alignment'); view().src = '${SEED}'`]) {
    await run(other);
    assert.ok(await isSeen(), other);
    await run(inPlace);
    assert.deepEqual(await beside(), first, `in place after: ${other}`);
  }
  assert.deepEqual(await page.problems(), []);
});

test("browsers without AbortSignal.any have every mode and the tools", options, async () => {
  await article.open(FINISHED, { head: `<script src="/old.js"></script>${SCRIPT}`, files: { "/old.js": "delete AbortSignal.any;" } });
  await article.aligned();
  await run("view().left = view().right = ''; view().controls = 'full'; view().deepLinks = 'on'");
  await article.own(".tool.keys");
  await linked();
  assert.deepEqual(await page.problems(), []);
});

test("texts that are made anew while it waits for them are waited for, too", options, async () => {
  const edit = (/** @type {string} */ html) => html.replace('<div class="columns">', `${ABOVE}<div class="columns">`);
  await article.open(FINISHED.replace(' loading="eager"', ""), { edit });
  await frames();
  await run("const columns = document.querySelector('.columns'); columns.replaceWith(columns.cloneNode(true))");
  await frames();
  assert.deepEqual(started(), []);
  await run("document.querySelector('#zh').scrollIntoView()");
  await article.aligned();
});

test("what it is to show while it waits can change", options, async () => {
  await article.open(ABOVE + FINISHED.replace(' loading="eager"', ""), { edit: (html) => html.replace('<div class="columns">', `${ABOVE}<div class="columns">`) });
  await frames();
  await run("view().left = view().right = ''");
  await frames();
  // The texts are near, and no longer what it is about.
  await run("document.querySelector('#zh').scrollIntoView({ behavior: 'instant' })");
  await frames();
  assert.ok(!article.between.asked.includes("/night-trains.json"));
  await run("view().scrollIntoView({ behavior: 'instant' })");
  await linked();
});

test("one that was empty waits for what it gets later, far below what is seen", options, async () => {
  await article.open(`${ABOVE}<en-face encoder="none"></en-face>`);
  await until("the element", () => run("return view().shadowRoot?.querySelector('.status').textContent"), { seconds: 10 });
  await run("view().src = arguments[0]", SEED);
  await frames();
  assert.deepEqual(started(), []);
  await run("view().scrollIntoView({ behavior: 'instant' })");
  await linked();
});

test("what was set last counts, however it was set", options, async () => {
  await article.open('<en-face loading="eager" encoder="none"></en-face>');
  await run("[window.one, window.two] = arguments; view().alignment = one", pair("Eins."), pair("Zwei."));
  await linked();
  await run("view().alignment = two; view().alignment = one");
  await linked();
  assert.equal(await shown(), "Eins.");
  await run("view().setAttribute('alignment', '/night-trains.json')");
  await until("the attribute's", async () => (await shown()) === LINKS.sides[0].sentences[0].text, { seconds: 10 });
  assert.equal(await run("view().src = arguments[0]; view().text = 'kept'; view().removeAttribute('src'); return view().text", SEED), "kept");
  assert.deepEqual(await page.problems(), []);
});

test("corrections that no tool has taken yet stay with the element when it goes away", options, async () => {
  await article.open('<en-face loading="eager"></en-face>');
  await run("view().alignment = arguments[0]", pair("Eins."));
  await linked();
  const saved = { version: 1, texts: "of another page", decisions: [] };
  await run("window.kept = view(); kept.corrections = arguments[0]; kept.remove()", saved);
  assert.deepEqual(await run("return kept.corrections"), saved);
});
