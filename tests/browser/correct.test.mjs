// Correcting links: by mouse, keys and touch, with undo; kept for the page, laid over other links, and told to who embeds.
import assert from "node:assert/strict";
import test, { beforeEach } from "node:test";
import { Key } from "selenium-webdriver";
import { browser } from "./harness.mjs";
import { until } from "./processes.mjs";
import { Reader } from "./reading.mjs";

const page = browser();
const reader = new Reader(page);
const options = { timeout: 120_000 };
const SUMMARY = "seeds/ceasefire.txt";

const VIEW = "const view = document.querySelector('en-face'); const root = view.shadowRoot;";

/** @param {string} script @param {...unknown} args */
const run = (script, ...args) => /** @type {Promise<any>} */ (page.driver.executeScript(VIEW + script, ...args));

/** What a left sentence is linked with now. @param {number} left @returns {Promise<number[]>} */
const linkedWith = (left) =>
  run("return (view.alignment?.links ?? []).filter(({ left }) => left.includes(arguments[0])).flatMap(({ right }) => right)", left);

/** @param {0 | 1} side @param {number} index */
async function click(side, index) {
  await reader.point(await reader.sentence(side, index));
  await page.driver.actions().click().perform();
}

/** @param {string} name of a button in the strip */
async function push(name) {
  await (await page.shadow(`.correct-button.${name}`)).click();
}

/** @param {0 | 1} side @param {number} index */
const focus = async (side, index) => page.driver.executeScript("arguments[0].focus()", await reader.sentence(side, index));

const said = async () => (await reader.texts(".correct-said"))[0];
const spoken = () => run("return root.querySelector('[aria-live]').textContent");
const isOpen = () => run("return !!root.querySelector('.strip.correct') && !root.querySelector('.strip.correct').hidden");

/** @param {string} [path] */
async function begin(path = SUMMARY) {
  const alignment = await reader.read(path);
  await (await page.shadow(".tool.correct")).click();
  await until("the strip", isOpen, { seconds: 5 });
  return alignment;
}

/** An alignment whose sentence 0 has two originals and whose sentence 1 has another, whatever was found. @param {string} regime */
async function give(regime) {
  await reader.read(SUMMARY);
  await run(
    `const links = [[0, [0, 1]], [1, [3]], [2, [5]]].map(([left, right]) => ({ left: [left], right, best: [left, right[0]], score: 0.7 }));
     window.given = { ...structuredClone(view.alignment), regime: arguments[0], links, checks: [] };
     view.addEventListener('enface-corrected', ({ detail }) => (window.told = [...(window.told ?? []), detail]));
     view.alignment = window.given;`,
    regime,
  );
  await until("the links", async () => (await linkedWith(0)).join() === "0,1", { seconds: 5 });
  await page.driver.executeScript("arguments[0].click()", await page.shadow(".tool.correct"));
}

beforeEach(async () => {
  await page.open("/");
  await page.driver.executeScript("localStorage.clear()");
  await page.resize(1280, 900);
});

test("a click chooses, clicks on the other side link and unlink, and what is corrected carries a mark", options, async () => {
  const { links } = await begin();
  const { left: [left], right } = links[0];
  assert.match(await said(), /Choose/);
  await click(0, left);
  await reader.expect("pinned", [`0-${left}`]);
  const other = right[right.length - 1] + 1;
  const places = "return [...root.querySelectorAll('[part~=sentence]')].map((e) => e.getBoundingClientRect().top - root.querySelector('.page').getBoundingClientRect().top).join()";
  await page.driver.executeScript("scrollTo(0, 0)");
  const before = await run(places);
  await click(1, other);
  assert.deepEqual(await linkedWith(left), [...right, other]);
  assert.match(await said(), new RegExp(`Summary ${left + 1} ↔ original .*${other + 1}.*corrected by you`));
  await reader.expect("corrected", [`0-${left}`]);
  assert.equal(await (await reader.sentence(0, left)).getAttribute("title"), "Corrected by you");
  assert.equal(await run("return view.alignment.links.find(({ by }) => by === 'reader').score"), 1);
  const joined = await run("return [...root.querySelectorAll('.joined')].map((e) => Number(e.dataset.index))");
  assert.deepEqual(joined, [...right, other]);
  for (const index of right) await click(1, index);
  assert.deepEqual(await linkedWith(left), [other]);
  assert.equal(await run(places), before, "no line has moved");
  await (await page.shadow(".correct .close")).click();
  assert.equal(await isOpen(), false);
  assert.equal(await run("return root.querySelectorAll('.joined, [aria-current]').length + ('correcting' in root.querySelector('.frame').dataset)"), 0);
  await reader.point(await page.find("h1"));
  await reader.point(await reader.sentence(1, other));
  await reader.expect("active", [`1-${other}`]);
  assert.deepEqual(await page.problems(), []);
});

test("pointing lights nothing meanwhile, and a second click on the chosen sentence lets go of it", options, async () => {
  const { links } = await begin();
  const [left] = links[0].left;
  await click(0, left);
  await reader.point(await reader.sentence(0, links[1].left[0]));
  await reader.expect("active", []);
  await click(0, left);
  await reader.expect("pinned", []);
  assert.match(await said(), /Choose/);
});

test("everything can be done with keys, and is said", options, async () => {
  await give("summary");
  await focus(0, 1);
  await reader.press(Key.ENTER);
  await until("words", async () => /Summary 2 ↔ original 4/.test(await spoken()), { seconds: 5 });
  await focus(1, 4);
  assert.equal(await spoken(), "Not linked. Enter links.");
  await reader.press(Key.ENTER);
  assert.deepEqual(await linkedWith(1), [3, 4]);
  await reader.press(" ");
  assert.deepEqual(await linkedWith(1), [3], "the space bar does the same");
  await focus(0, 1);
  await reader.press("m");
  assert.deepEqual([await linkedWith(1), await linkedWith(2)], [[3, 5], [3, 5]]);
  await reader.press("p");
  assert.deepEqual([await linkedWith(1), await linkedWith(2)], [[3], [5]]);
  await reader.press("u");
  assert.deepEqual(await linkedWith(1), []);
  assert.match(await spoken(), /Summary 2: no counterpart \(corrected by you\)/);
  await reader.press("p");
  assert.match(await spoken(), /nothing to change/);
  const command = (/** @type {string[]} */ ...keys) => page.driver.actions().keyDown(Key.CONTROL).sendKeys(...keys).keyUp(Key.CONTROL).perform();
  await command("z");
  assert.deepEqual(await linkedWith(1), [3]);
  await command("z");
  assert.deepEqual(await linkedWith(1), [3, 5]);
  await command("y");
  await command("y");
  assert.deepEqual(await linkedWith(1), []);
  await command("z");
  await page.driver.actions().keyDown(Key.CONTROL).keyDown(Key.SHIFT).sendKeys("z").keyUp(Key.SHIFT).keyUp(Key.CONTROL).perform();
  assert.deepEqual(await linkedWith(1), []);
  await reader.press("0");
  assert.deepEqual([await linkedWith(1), await linkedWith(2)], [[3], [5]]);
  await reader.expect("corrected", []);
  await reader.press("?");
  assert.match((await reader.texts(".key-list"))[0], /Merge with the next sentence/);
  await reader.press(Key.ESCAPE);
  await until("the sentence in focus", () => run("return root.activeElement?.id === 's0-1'"), { seconds: 5 });
  await reader.press(Key.ESCAPE);
  assert.equal(await isOpen(), false);
  await reader.press(Key.ENTER);
  await reader.expect("pinned", []);
  await reader.press("e");
  assert.equal(await isOpen(), true);
});

test("Tab leads from a chosen sentence to where its counterpart should be", options, async () => {
  await give("summary");
  await focus(0, 4);
  await reader.press(Key.ENTER);
  await reader.expect("pinned", ["0-4"]);
  const focused = () => run("return root.activeElement?.id ?? ''");
  // The title's source is a stop on the way.
  for (let stop = 0; stop < 4 && !(await focused()).startsWith("s1-"); stop += 1) await reader.press(Key.TAB);
  assert.equal(await focused(), "s1-5");
});

test("buttons do the same, and the focus stays on one that can't be pressed any more", options, async () => {
  await give("summary");
  await click(0, 0);
  for (const [name, expected] of /** @type {[string, number[]][]} */ ([["merge", [0, 1, 3]], ["split", [0, 1]], ["none", []], ["undo", [0, 1]], ["redo", []], ["reset", [0, 1]]])) {
    await push(name);
    assert.deepEqual(await linkedWith(0), expected, name);
    assert.match(await run("return root.activeElement.className"), new RegExp(`correct-button ${name}`));
  }
  assert.equal(await (await page.shadow(".correct-button.reset")).getAttribute("aria-disabled"), "true");
  await push("reset");
  await click(1, 1);
  const link = await page.shadow(".correct-button.link");
  assert.equal(await link.getText(), "Link");
  await link.click();
  assert.deepEqual(await linkedWith(0), [0, 1]);
  assert.equal(await link.getText(), "Unlink");
});

test("in parallel texts a link across the reader's own is refused, one across found links tells how many are gone", options, async () => {
  await give("parallel");
  await click(0, 0);
  await click(1, 4);
  assert.deepEqual(await linkedWith(1), []);
  assert.match(await said(), /One link that crossed it is gone/);
  await reader.expect("corrected", ["0-0", "1-0", "1-1", "1-4"]);
  await click(0, 1);
  await click(1, 3);
  assert.deepEqual(await linkedWith(1), []);
  assert.match(await said(), /would cross your own link 1 ↔ 1, 2, 5/);
  assert.match(await spoken(), /would cross/);
  await push("undo");
  assert.deepEqual([await linkedWith(0), await linkedWith(1)], [[0, 1], [3]]);
});

test("corrections are told, last through a reload and better links, and leave another text alone", options, async () => {
  await give("summary");
  await click(0, 0);
  await push("none");
  const told = await run("return window.told");
  assert.equal(told.length, 1);
  assert.deepEqual(told[0].corrections.decisions, [{ left: [0], right: [] }]);
  assert.deepEqual(told[0].alignment.links.map((/** @type {any} */ { left }) => left[0]), [1, 2]);
  assert.deepEqual(await run("return view.corrections"), told[0].corrections);
  await run("window.again = structuredClone(view.alignment); view.alignment = window.again");
  await until("what was told, given back", () => run("return view.alignment?.links.length === 2"), { seconds: 5 });
  assert.deepEqual(await run("return view.alignment"), told[0].alignment);
  await run("view.alignment = { ...window.given, links: window.given.links.map((link) => ({ ...link, right: [7], best: [link.left[0], 7] })) }");
  await until("better links", async () => (await linkedWith(1)).join() === "7", { seconds: 5 });
  assert.deepEqual(await linkedWith(0), []);
  await reader.read(SUMMARY);
  await until("the corrections", async () => (await reader.places("corrected")).join() === "0-0", { seconds: 5 });
  assert.deepEqual(await linkedWith(0), []);
  await reader.read("seeds/night-trains.txt");
  await page.shadow(".tool.correct");
  assert.deepEqual((await run("return view.corrections")).decisions, []);
  assert.deepEqual(await page.problems(), []);
});

test("what another window corrects holds here too, before and after something was corrected here", options, async () => {
  const elsewhere = (/** @type {object[]} */ decisions) =>
    run(
      `const frame = document.body.appendChild(document.createElement('iframe'));
       frame.contentWindow.localStorage.setItem('en-face corrections', JSON.stringify([[view.corrections.texts, arguments[0]]]));
       frame.remove();`,
      decisions,
    );
  await give("summary");
  await elsewhere([{ left: [1], right: [] }]);
  await until("the correction", async () => (await linkedWith(1)).length === 0, { seconds: 5 });
  await click(0, 0);
  await push("none");
  assert.deepEqual([await linkedWith(0), await linkedWith(1)], [[], []]);
  await elsewhere([{ left: [0], right: [] }, { left: [1], right: [] }, { left: [2], right: [6] }]);
  await until("the correction", async () => (await linkedWith(2)).join() === "6", { seconds: 5 });
  await push("undo");
  assert.deepEqual([await linkedWith(0), await linkedWith(2)], [[], [5]]);
});

test("who embeds can bring corrections back, before the page too, and drop them", options, async () => {
  await give("summary");
  await click(0, 0);
  await push("none");
  const saved = await run("return view.corrections");
  await run("view.corrections = null");
  assert.deepEqual(await linkedWith(0), [0, 1]);
  await run("view.corrections = arguments[0]", saved);
  assert.deepEqual(await linkedWith(0), []);
  for (const damaged of [{}, { ...saved, version: 2 }, { ...saved, decisions: [{ left: [0] }] }]) {
    const error = await run("try { view.corrections = arguments[0]; return null } catch (error) { return error.name }", damaged);
    assert.equal(error, "TypeError");
  }
  await page.driver.executeScript("localStorage.clear()");
  await reader.read("seeds/night-trains.txt");
  await run(
    `const other = document.createElement('en-face');
     Object.assign(other, { encoder: 'none', corrections: arguments[0], src: '/seeds/ceasefire.txt' });
     document.querySelector('main').replaceChildren(other);`,
    saved,
  );
  await until("the corrections", async () => (await reader.places("corrected")).join() === "0-0", { seconds: 10 });
  assert.deepEqual(await linkedWith(0), []);
});

test("a finished alignment whose corrections are none is shown, explained and corrected without them", options, async () => {
  await give("summary");
  for (const corrections of ["all", [{ left: 0 }]]) {
    await run("view.alignment = { ...given, corrections: arguments[0] }", corrections);
    await until("the links", async () => (await linkedWith(0)).join() === "0,1", { seconds: 5 });
    assert.equal(await run("return view.alignment.corrections ?? null"), null);
  }
  await focus(0, 0);
  await reader.press("w");
  await until("the panel", () => run("return root.querySelector('.popup.why').matches(':popover-open')"), { seconds: 5 });
  assert.deepEqual(await page.problems(), []);
});

test("where the browser keeps nothing the reader is told, once", options, async () => {
  await give("summary");
  await run("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }");
  await click(0, 0);
  await click(1, 1);
  assert.match(await said(), /keeps nothing/);
  await click(1, 1);
  assert.doesNotMatch(await said(), /keeps nothing/);
  await click(1, 1);
  await run("view.reload()");
  await until("the links", async () => (await linkedWith(0)).join() === "0", { seconds: 5 });
});

test("a tap chooses, another links; on a phone too", options, async () => {
  await page.resize(375, 800);
  const { links } = await reader.read(SUMMARY);
  const { left: [left], right } = links[0];
  await page.shadow(".tool.correct");
  await page.tap(await reader.sentence(0, left));
  const sheets = () => run("return root.querySelectorAll('.sheet:popover-open').length");
  await until("the sheet", async () => (await sheets()) === 1, { seconds: 5 });
  await page.tap(await page.shadow(".tool.correct"));
  await until("the strip", isOpen, { seconds: 5 });
  await reader.expect("pinned", [`0-${left}`]);
  await page.tap(await reader.sentence(0, left + 1));
  await reader.expect("pinned", [`0-${left + 1}`]);
  await page.tap(await reader.sentence(0, left));
  await reader.expect("pinned", [`0-${left}`]);
  await page.shadow(".peek-go");
  assert.equal(await sheets(), 0, "the card leads on, no sheet lies over the text");
  const other = await reader.sentence(1, right[right.length - 1] + 1);
  await page.driver.executeScript("arguments[0].scrollIntoView({ block: 'center' })", other);
  await page.tap(other);
  assert.deepEqual(await linkedWith(left), [...right, right[right.length - 1] + 1]);
  const strip = await run("const { top, bottom } = root.querySelector('.strip.correct').getBoundingClientRect(); return [top >= 0, bottom <= innerHeight / 2]");
  assert.deepEqual(strip, [true, true], "the strip stays in sight");
  assert.equal(await run("const { scrollWidth, clientWidth } = document.documentElement; return scrollWidth - clientWidth"), 0);
});

test("a layout that hides one text shows both while links are corrected", options, async () => {
  await reader.read(SUMMARY);
  await run("view.layout = 'first'");
  await until("one text", () => run("return root.querySelector('.frame').dataset.layout === 'first'"), { seconds: 5 });
  await (await page.shadow(".tool.correct")).click();
  await until("both texts", async () => (await reader.sentence(1, 0)).isDisplayed(), { seconds: 5 });
  await run("root.querySelector('.correct .close').click()");
  await until("one text", () => run("return root.querySelector('.frame').dataset.layout === 'first'"), { seconds: 5 });
});

test("the card at the edge offers it, and an element that goes takes it along", options, async () => {
  const { links } = await reader.read(SUMMARY);
  await page.shadow(".tool.correct");
  await click(0, links[0].left[0]);
  await (await page.shadow(".peek-acts .correct, .peek-acts [data-name=correct]")).click();
  await until("the strip", isOpen, { seconds: 5 });
  await reader.expect("pinned", [`0-${links[0].left[0]}`]);
  await run("view.remove(); window.gone = view");
  const left = "return gone.shadowRoot.querySelectorAll('.strip, .joined, [part~=corrected], [aria-current]').length";
  assert.equal(await page.driver.executeScript(left), 0);
  assert.deepEqual(await page.problems(), []);
});

for (const [width, dark] of /** @type {[number, boolean][]} */ ([[1280, false], [375, true]])) {
  test(`axe finds nothing at ${width} px, ${dark ? "dark" : "light"}`, options, async () => {
    await page.setDark(dark);
    await page.resize(width, 900);
    const { links } = await begin();
    assert.deepEqual(await page.axe(), []);
    const { left: [left], right } = links[0];
    await run("root.querySelector(arguments[0]).click()", `#s0-${left}`);
    assert.deepEqual(await page.axe(), [], "chosen");
    await run("root.querySelector(arguments[0]).click()", `#s1-${right[0] + 1}`);
    assert.deepEqual(await page.axe(), [], "corrected");
    await run("root.querySelector('.correct .close').click()");
    assert.deepEqual(await page.axe(), [], "afterwards");
    await page.setDark(false);
  });
}
