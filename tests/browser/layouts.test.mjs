// Layouts: how the two texts stand to each other, by width, by attribute and by choice; the reader's place is kept.
import assert from "node:assert/strict";
import test, { beforeEach } from "node:test";
import { Key } from "selenium-webdriver";
import { browser, engine } from "./harness.mjs";
import { until } from "./processes.mjs";
import { Reader } from "./reading.mjs";

const page = browser();
const reader = new Reader(page);
const options = { timeout: 90_000 };
const SUMMARY = "seeds/ceasefire.txt";

/** @type {Awaited<ReturnType<Reader["read"]>>} */
let alignment;

beforeEach(async () => {
  await page.resize(1280, 800);
  await page.open("/");
  await reader.aligned();
  await page.driver.executeScript("localStorage.clear()");
  alignment = await reader.read(SUMMARY);
  await page.shadow(".tool.layout");
});

const root = "const view = document.querySelector('en-face'), root = view.shadowRoot;";
/** @param {string} script @param {...unknown} args @returns {Promise<any>} */
const run = (script, ...args) => page.driver.executeScript(`${root} ${script}`, ...args);
const layout = () => run("return root.querySelector('.frame').dataset.layout");
/** @param {string} name */
const shows = (name) => until(`the layout ${name}`, async () => (await layout()) === name, { seconds: 5 });
const panel = () => run("return root.querySelector('.popup.layouts').matches(':popover-open')");
/** @param {string} kind */
async function choose(kind) {
  if (!(await panel())) await (await page.shadow(".tool.layout")).click();
  await (await page.shadow(`.layout-choice input[value=${kind}]`)).click();
}
/** Where a sentence's first line stands in the window. @param {string} id @returns {Promise<number>} */
const top = (id) => run("return root.getElementById(arguments[0]).getBoundingClientRect().top", id);

/** Waits until nothing fades in any more: half-transparent words have no contrast. */
const still = () => until("the animations' end", () => run("return !root.getAnimations().length"), { seconds: 5 });

test("facing pages scroll by themselves, and nothing lies over what comes below", options, async () => {
  assert.equal(await layout(), "columns");
  const [left, right] = await run("return [...root.querySelectorAll('section')].map((s) => [s.scrollHeight - s.clientHeight, s.clientHeight])");
  assert.ok(right[0] > 500, "the original is longer than the window");
  assert.ok(right[1] <= 800 && left[1] <= 800, "both fit into it");
  const before = await top("s0-0");
  await run("root.querySelector('section[data-side=\"1\"]').scrollTop = 300");
  assert.equal(await top("s0-0"), before);
  assert.equal(await reader.scrolled(), 0);
  await run("scrollTo(0, document.documentElement.scrollHeight)");
  const clear = await run(`const related = root.querySelector(".related").getBoundingClientRect();
    return [...root.querySelectorAll("section")].every((s) => s.getBoundingClientRect().bottom <= related.top);`);
  assert.ok(clear, "the related pages are covered");
});

test("a pane scrolls by keys, and hands on to the page at its end", options, async () => {
  await page.resize(1280, 600);
  await run("root.getElementById('s1-0').focus()");
  const pane = () => run("const pane = root.querySelector('section[data-side=\"1\"]'); return [pane.scrollTop, pane.scrollHeight - pane.clientHeight - pane.scrollTop]");
  await reader.press(Key.PAGE_DOWN);
  await until("the pane further down", async () => (await pane())[0] > 200, { seconds: 5 });
  assert.equal(await reader.scrolled(), 0);
  await run("const pane = root.querySelector('section[data-side=\"1\"]'); pane.scrollTop = pane.scrollHeight");
  await until("its end", async () => (await pane())[1] < 2, { seconds: 5 });
  // In Firefox keys end where the pane does; the wheel goes on. A pane that still moves keeps what comes next for itself.
  const section = await page.shadow("section[data-side='1']");
  const onward = () =>
    engine === "firefox" ? /** @type {any} */ (page.driver.actions()).scroll(0, 0, 0, 300, section).perform() : reader.press(Key.PAGE_DOWN);
  await until("the page further down", async () => (await onward(), (await reader.scrolled()) > 0), { seconds: 5 });
});

test("by itself the layout follows the component's width, not the window's", options, async () => {
  await run("view.style.setProperty('inline-size', '600px')");
  await shows("stacked");
  await run("view.style.removeProperty('inline-size')");
  await shows("columns");
  await page.resize(700, 800);
  await shows("stacked");
});

test("the panel opens by its key, holds the focus, and closes", options, async () => {
  await run("root.getElementById('s0-1').focus()");
  await reader.press("l");
  await until("the panel", panel, { seconds: 5 });
  assert.equal(await run("return root.activeElement.value"), "auto");
  assert.deepEqual(await page.axe(), []);
  await reader.press(Key.ARROW_RIGHT);
  await shows("columns");
  await reader.press(Key.ARROW_RIGHT);
  await shows("interleaved");
  await reader.press(Key.ESCAPE);
  await until("no panel", async () => !(await panel()), { seconds: 5 });
  await until("the focus where it was", async () => (await run("return root.activeElement.id")) === "s0-1", { seconds: 5 });
});

test("the focus goes to the button where the sentence that had it is hidden now", options, async () => {
  await run("root.getElementById('s0-1').focus()");
  await reader.press("l");
  await until("the focus in the panel", () => run("return root.activeElement?.matches('.layout-choice input')"), { seconds: 5 });
  await choose("second");
  await shows("second");
  await reader.press(Key.ESCAPE);
  await until("the focus on the button", () => run("return root.activeElement?.matches('.tool.layout')"), { seconds: 5 });
});

test("a choice is remembered, and stands before the text does", options, async () => {
  await choose("stacked");
  await shows("stacked");
  await reader.read("seeds/night-trains.txt");
  assert.equal(await layout(), "stacked");
  const first = await page.driver.executeAsyncScript(`${root} const done = arguments[0];
    view.addEventListener("enface-ready", () => done(root.querySelector(".frame").dataset.layout), { once: true });
    view.reload();`);
  assert.equal(first, "stacked");
});

test("what the page around settles holds, and a choice against it is not kept", options, async () => {
  await run("view.layout = 'stacked'");
  await shows("stacked");
  await choose("first");
  await shows("first");
  assert.equal(await run("return view.layout"), "stacked");
  assert.equal(await run("return JSON.parse(localStorage.getItem('en-face') ?? '{}').layout ?? null"), null);
  await run("view.layout = 'columns'");
  await shows("columns");
  await run("view.layout = 'sideways'");
  assert.equal(await layout(), "columns", "what is no layout counts as none");
});

test("columns that are asked for wait for room", options, async () => {
  await page.resize(375, 800);
  await shows("stacked");
  await choose("columns");
  assert.equal(await layout(), "stacked");
  assert.notEqual(await run("return root.querySelector('.layout-note').textContent"), "");
  await page.resize(700, 800);
  await shows("columns");
});

test("the languages change places, for eyes, screen readers and arrows alike", options, async () => {
  const order = () => run("return [...root.querySelectorAll('section')].map((s) => [s.dataset.side, s.getBoundingClientRect().left])");
  await (await page.shadow(".tool.layout")).click();
  await (await page.shadow(".layouts .toggle")).click();
  await until("the other order", async () => (await order())[0][0] === "1", { seconds: 5 });
  const [first, second] = await order();
  assert.ok(first[1] < second[1]);
  await reader.press(Key.ESCAPE);
  const [link] = alignment.links;
  await run("root.getElementById(arguments[0]).focus()", `s1-${link.best[1]}`);
  await reader.press(Key.ARROW_RIGHT);
  await until("the counterpart", async () => /^s0-/.test(await run("return root.activeElement.id")), { seconds: 5 });
  await reader.press(Key.ARROW_LEFT);
  await until("back", async () => (await run("return root.activeElement.id")) === `s1-${link.best[1]}`, { seconds: 5 });
  await reader.read(SUMMARY);
  assert.equal((await order())[0][0], "1");
});

test("the sentence that is read stays where it is when the layout changes", options, async () => {
  const id = "s1-25";
  const near = async (/** @type {number} */ before, /** @type {string} */ what) => {
    const after = await top(id);
    assert.ok(Math.abs(after - before) < 2, `${what}: from ${before} to ${after}`);
  };
  await run("root.getElementById(arguments[0]).scrollIntoView({ block: 'center' }); root.getElementById(arguments[0]).focus({ preventScroll: true })", id);
  const before = await top(id);
  assert.ok(before > 200 && before < 700, String(before));
  await choose("stacked");
  await near(before, "one column");
  await choose("second");
  await near(before, "one language");
  await choose("columns");
  await near(before, "two columns");
  await (await page.shadow(".layouts .toggle")).click();
  await until("the other order", () => run("return root.querySelector('section').dataset.side === '1'"), { seconds: 5 });
  await near(before, "two columns, the other way round");
  await choose("auto");
  await reader.press(Key.ESCAPE);
  await page.resize(700, 800);
  await shows("stacked");
  await near(before, "a narrow window");
});

test("the text that the reader used last is the one whose place is kept, not one that a script scrolls", options, async () => {
  await run("root.getElementById('s1-25').scrollIntoView({ block: 'center' }); root.getElementById('s1-25').focus({ preventScroll: true })");
  // Nothing is lit any more, and the other pane follows.
  await run("root.activeElement.blur(); root.querySelector(\"section[data-side='0']\").scrollTop += 40");
  await page.driver.executeAsyncScript("const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done)))");
  const first = await run(
    `const { top } = root.querySelector("section[data-side='1']").getBoundingClientRect();
     return [...root.querySelectorAll("section[data-side='1'] [part~=sentence]")].find((one) => one.getBoundingClientRect().bottom > top + 1).id`,
  );
  const before = await top(first);
  await choose("stacked");
  await shows("stacked");
  const after = await top(first);
  assert.ok(Math.abs(after - before) < 2, `${first}: from ${before} to ${after}`);
});

test("one language by itself, the other on demand", options, async () => {
  await choose("first");
  await shows("first");
  await reader.press(Key.ESCAPE);
  const [link] = alignment.links;
  const hidden = `s1-${link.best[1]}`;
  assert.equal(await run("return root.getElementById(arguments[0]).getClientRects().length", hidden), 0);
  await run("root.getElementById(arguments[0]).focus()", `s0-${link.left[0]}`);
  const go = await page.shadow(".peek .peek-go");
  const texts = await reader.texts(".peek-text");
  assert.ok(texts.includes((await reader.texts(`#${hidden}`))[0]));
  await still();
  assert.deepEqual(await page.axe(), []);
  await go.click();
  await shows("second");
  assert.equal(await run("return root.activeElement.id"), `s1-${link.right[0]}`);
  assert.equal(await run("return JSON.parse(localStorage.getItem('en-face')).layout"), "first");
  await reader.press(Key.ARROW_LEFT);
  await shows("first");
  assert.equal(await run("return root.activeElement.id"), `s0-${link.left[0]}`);
  assert.deepEqual(await page.problems(), []);
});

test("sentence by sentence: what a summary draws on unfolds below it", options, async () => {
  await run("view.layout = 'interleaved'");
  const [link] = alignment.links;
  const after = `#s0-${link.left[0]} + .fold`;
  const button = await page.shadow(`${after} .fold-button`);
  assert.match(await button.getText(), new RegExp(String(link.right.length)));
  assert.equal(await run("return root.querySelectorAll('.fold-button').length"), alignment.links.length);
  assert.equal(await button.getAttribute("aria-expanded"), "false");
  await button.click();
  assert.equal(await button.getAttribute("aria-expanded"), "true");
  const copies = await page.shadowAll(`${after} [part~=sentence]`);
  const places = await run("return [...root.querySelectorAll(arguments[0])].map((copy) => `${copy.dataset.side}-${copy.dataset.index}`)", `${after} [part~=sentence]`);
  assert.deepEqual(places, link.right.map((index) => `1-${index}`));
  const language = await run("return arguments[0].closest('[lang]').lang", copies[0]);
  assert.equal(language, "en");
  // In a text of the other language, and in a page of another.
  const font = (/** @type {unknown} */ element) => run("return getComputedStyle(arguments[0]).fontFamily", element);
  const own = await font(await page.shadow(`#s${places[0]}`));
  assert.notEqual(own, await font(await page.shadow(`#s0-${link.left[0]}`)));
  await run("document.documentElement.lang = 'zh'");
  assert.deepEqual([await font(copies[0]), await font(await page.shadow(`#s${places[0]}`))], [own, own]);
  const ids = await run("return [...root.querySelectorAll('[id]')].map((element) => element.id)");
  assert.equal(new Set(ids).size, ids.length, "an id that is there twice");
  await page.driver.actions().move({ origin: copies[0] }).click().perform();
  assert.ok(await run("return arguments[0].part.contains('pinned')", copies[0]));
  assert.ok(await run("return root.getElementById(arguments[0]).part.contains('counterpart')", `s0-${link.left[0]}`));
  await page.driver.actions().move({ origin: await page.find("h1") }).perform();
  await reader.expect("active", []);
  await page.shadow(".peek");
  await still();
  assert.deepEqual(await page.axe(), []);
  await run("arguments[0].click()", button);
  assert.equal(await run("return root.querySelectorAll('.fold [part~=sentence]').length"), 0);
  assert.deepEqual(await page.problems(), []);
});

test("by keyboard a fold is opened and gone through, and all of them at once", options, async () => {
  await run("view.layout = 'interleaved'");
  const [link] = alignment.links;
  await page.shadow(".fold-button");
  const here = () => run("const { side, index } = root.activeElement.dataset; return `${side}-${index}`");
  await run("root.getElementById(arguments[0]).focus()", `s0-${link.left[0]}`);
  await reader.press(Key.ARROW_RIGHT);
  assert.equal(await here(), `1-${link.best[1]}`);
  assert.ok(await run("return root.activeElement.closest('.fold') !== null"));
  await reader.press(Key.ARROW_LEFT);
  assert.equal(await here(), `0-${link.left[0]}`);
  await reader.press(Key.ARROW_DOWN);
  assert.equal(await here(), `1-${link.right[0]}`);
  for (const _ of link.right) await reader.press(Key.ARROW_DOWN);
  assert.equal(await here(), `0-${link.left[0] + 1}`);
  const stops = await run("return [...root.querySelectorAll('.fold-button[tabindex=\"0\"]')].length");
  assert.equal(stops, 1, "one tab stop for all folds");
  const open = () => run("return root.querySelectorAll('.fold-button[aria-expanded=true]').length");
  await reader.press("o");
  assert.equal(await open(), alignment.links.length);
  assert.equal(await here(), `0-${link.left[0] + 1}`);
  await reader.press("o");
  assert.equal(await open(), 0);
});

test("sentence by sentence in a translation: nothing of the original is left out", options, async () => {
  const { regime, links, sides } = await reader.read("seeds/old-maps.md");
  assert.equal(regime, "parallel");
  // One that the translation leaves out.
  await run("const { alignment } = view; view.alignment = { ...alignment, links: alignment.links.filter((link) => !link.right.includes(3)) }");
  await run("view.layout = 'interleaved'");
  const note = await page.shadow(".between .between-note");
  assert.notEqual(await note.getText(), "");
  await run("root.querySelector('.frame').focus()");
  await (await page.shadow(".tool.layout")).click();
  await (await page.shadow(".layouts .toggle:not([hidden]) ~ .toggle")).click();
  const shown = await run(`const all = [...root.querySelectorAll('[part~=sentence][data-side="1"]')].filter((s) => s.getClientRects().length);
    return all.map((s) => Number(s.dataset.index))`);
  assert.deepEqual(shown, sides[1].sentences.map((_, index) => index), `${links.length} beads`);
  await reader.press(Key.ESCAPE);
  await run("view.layout = 'columns'");
  await until("no folds", () => run("return !root.querySelector('.fold, .between')"), { seconds: 5 });
  assert.deepEqual(await page.problems(), []);
});
