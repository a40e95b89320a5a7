// The element itself, whatever its mode: when it starts, its states, its slots, its attributes and properties.
import assert from "node:assert/strict";
import test from "node:test";
import { browser } from "./harness.mjs";
import { between, ownPages } from "./own-page.mjs";
import { until } from "./processes.mjs";

const page = browser();
const options = { timeout: 90_000 };
const SEED = "/seeds/ceasefire.txt";

const { run, open } = ownPages(page, 700);

const linked = () => until("links", () => run("return view.alignment !== null"), { seconds: 20 });
/** What else than the element's own scripts was asked for. */
const others = () => between.asked.filter((path) => /\.(wasm|css|txt|json)$|words|reading|finished/.test(path) && !["/paper.css", "/reader.css"].includes(path));
/** Some frames later. */
const frames = () => page.driver.executeAsyncScript("const done = arguments[0]; let left = 10; const next = () => (left-- ? requestAnimationFrame(next) : done()); next();");

/** More than a window is high. */
const ABOVE = "<p>above</p>".repeat(120);
const VIEW = `<en-face encoder="none" src="${SEED}"></en-face>`;

test("far below what is seen it waits, and asks for nothing", options, async () => {
  await open(ABOVE + VIEW);
  await frames();
  assert.deepEqual(others(), []);
  assert.ok((await run("return view.getBoundingClientRect().height")) > 400, "a place is kept");
  // A screen is 700 pixels: so far off it is near.
  await run("scrollTo(0, view.getBoundingClientRect().top - 1300)");
  await linked();
  assert.deepEqual(await page.problems(), []);
});

test('with loading="eager" it starts at once', options, async () => {
  await open(ABOVE + VIEW.replace(" ", ' loading="eager" '));
  await linked();
  assert.equal(await run("return scrollY"), 0);
});

test("it starts when the attribute says so later, and when the page is printed", options, async () => {
  for (const start of ["view.loading = 'eager'", "dispatchEvent(new Event('beforeprint'))"]) {
    between.asked.length = 0;
    await open(ABOVE + VIEW);
    await frames();
    assert.equal(between.count(SEED), 0);
    await run(start);
    await linked();
  }
});

test("its states can be selected", options, async (context) => {
  await open(`<en-face loading="eager" encoder="none"></en-face>`);
  if (!(await run("return CSS.supports('selector(:state(a))') && 'states' in ElementInternals.prototype"))) return context.skip("the browser has no states");
  const states = () => run("return ['loading', 'ready', 'linked', 'by-meaning', 'empty', 'error', 'reading', 'finished'].filter((name) => view.matches(`:state(${name})`))");
  await until("empty", async () => (await states()).includes("empty"), { seconds: 5 });
  assert.deepEqual(await states(), ["empty"]);
  await run("view.src = arguments[0]; queueMicrotask(() => queueMicrotask(() => (window.first = view.matches(':state(loading)'))))", SEED);
  await linked();
  assert.equal(await run("return first"), true);
  await until("linked", async () => (await states()).includes("linked"), { seconds: 5 });
  assert.deepEqual(await states(), ["ready", "linked", "reading"]);
  await run("view.src = '/nowhere.txt'");
  await until("the error", async () => (await states()).includes("error"), { seconds: 5 });
  assert.deepEqual(await states(), ["error", "reading"]);
  await run("view.removeAttribute('src')");
  await until("empty", async () => (await states()).includes("empty"), { seconds: 5 });
  assert.deepEqual(await states(), ["empty"]);
});

test("what it holds in its slots stands above and below the text, and nothing else of it is seen", options, async () => {
  await open(`<en-face encoder="none" src="${SEED}"><p slot="header" id="over">over</p><p id="within">not yet</p><p slot="footer" id="under">under</p></en-face>`);
  await linked();
  const box = (/** @type {string} */ id) => run("const { top, bottom, height } = document.getElementById(arguments[0]).getBoundingClientRect(); return { top, bottom, height }", id);
  const frame = await run("const { top, bottom } = view.shadowRoot.querySelector('.frame').getBoundingClientRect(); return { top, bottom }");
  assert.ok((await box("over")).bottom <= frame.top && (await box("under")).top >= frame.bottom);
  assert.equal((await box("within")).height, 0);
  assert.deepEqual(await page.axe(), []);
  assert.deepEqual(await page.problems(), []);
});

test("properties that were set before the element was defined are kept, and attributes of the author's are left alone", options, async () => {
  await open(`<en-face class="own" title="own" hidden></en-face>`, `<script type="module" src="/early.js"></script><script type="module" src="/en-face.js"></script>`);
  const before = await run("return view.getAttributeNames().sort().join(' ')");
  assert.equal(before, "class hidden title");
  const early = `const view = document.querySelector("en-face"); Object.assign(view, { src: "${SEED}", encoder: "none", hidden: false });`;
  between.on("/early.js", () => ({ status: 200, headers: { "content-type": "text/javascript" }, body: Buffer.from(early) }));
  await open(`<en-face class="own"></en-face>`, `<script type="module" src="/early.js"></script><script type="module" src="/en-face.js"></script>`);
  await linked();
  assert.equal(await run("return view.getAttributeNames().sort().join(' ')"), "class encoder src");
  assert.deepEqual(await page.problems(), []);
});
