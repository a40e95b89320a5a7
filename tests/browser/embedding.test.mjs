// Manners of an embedded component: several on a page keep to themselves, shadow trees around one are no obstacle, and one
// that comes and goes a hundred times leaves nothing behind.
import assert from "node:assert/strict";
import test, { afterEach, beforeEach } from "node:test";
import { Key } from "selenium-webdriver";
import { Between } from "./between.mjs";
import { browser, engine } from "./harness.mjs";
import { until } from "./processes.mjs";

const page = browser();
const options = { timeout: 120_000 };

/** What the tests run in the page: `nest` puts a component into a box that scrolls, in a shadow tree of its own. */
const HELP = `
  window.made = (id, path, attributes = {}) => {
    const view = document.createElement("en-face");
    for (const [name, value] of Object.entries({ id, src: path, encoder: "none", ...attributes })) view.setAttribute(name, value);
    return view;
  };
  window.nest = (mode, view) => {
    const root = document.querySelector('main').appendChild(document.createElement("div")).attachShadow({ mode });
    window.box = root.appendChild(document.createElement("div"));
    Object.assign(box.style, { overflow: "auto", height: "500px" });
    box.append(view);
  };
  window.whole = (view) => view.alignment !== null && view.shadowRoot.querySelector(".tool.keys") !== null;
  window.parts = (view, name) =>
    [...view.shadowRoot.querySelectorAll("[part~=" + name + "]")].map(({ dataset: { side, index } }) => side + "-" + index).join(" ");`;

/** @type {Between} */
let between;

beforeEach(async () => {
  await page.resize(1280, 700);
  between = await new Between(page.site.address).start();
  between.on("/help.js", () => ({ status: 200, headers: { "content-type": "text/javascript" }, body: Buffer.from(HELP) }));
  between.page("/empty.html", { body: '<script type="module" src="/help.js"></script>' });
  await page.open("/empty.html", { address: between.address });
  // A driver may take a page for loaded before its scripts have run.
  await until("the page's scripts", () => run("return typeof made === 'function' && customElements.get('en-face') !== undefined"), { seconds: 10 });
  await run("localStorage.clear()");
});
afterEach(() => between.stop());

/** @param {string} script @param {...unknown} args @returns {Promise<any>} */
const run = (script, ...args) => page.driver.executeScript(script, ...args);
/** Waits until a component that the page knows by a name has links and tools. @param {string} name */
const whole = (name) => until(`${name} with tools`, () => run(`return whole(${name})`), { seconds: 20 });

/** Two components, one below the other. @param {[string, string]} paths */
async function two(...paths) {
  await run("for (const [at, id] of ['one', 'two'].entries()) document.querySelector('main').append((window[id] = made(id, arguments[at])))", ...paths);
  for (const name of ["one", "two"]) await whole(name);
}

test("what is pointed at, pinned and typed in one component leaves the other alone", options, async () => {
  await two("/seeds/ceasefire.txt", "/seeds/old-maps.md");
  await run("one.shadowRoot.getElementById('s0-0').focus()");
  await page.driver.actions().sendKeys(Key.ENTER).perform();
  await until("the pin", async () => (await run("return parts(one, 'pinned')")) === "0-0", { seconds: 5 });
  assert.equal(await run("return parts(two, 'pinned') + parts(two, 'active') + parts(two, 'counterpart')"), "");
  await page.driver.actions().sendKeys("/").perform();
  const open = (/** @type {string} */ name) => run(`return !${name}.shadowRoot.querySelector('.strip.find').hidden`);
  await until("the strip", () => open("one"), { seconds: 5 });
  assert.equal(await open("two"), false);
  // Each of the two lists of related pages is called what it is.
  assert.deepEqual(await page.axe({ rules: { "landmark-unique": { enabled: false } } }), []);
  assert.deepEqual(await page.problems(), []);
});

test("what is corrected in one component holds in another with the same text", options, async () => {
  await two("/seeds/ceasefire.txt", "/seeds/ceasefire.txt");
  const decided = (/** @type {string} */ name) => run(`return (${name}.alignment.corrections ?? []).map(({ left, right }) => [left, right])`);
  await run("one.corrections = { ...one.corrections, decisions: [{ left: [0], right: [] }] }");
  assert.deepEqual(await decided("one"), [[[0], []]]);
  assert.deepEqual(await decided("two"), [[[0], []]]);
  // The next one there is made on top of it.
  await run("two.shadowRoot.getElementById('s0-1').focus()");
  await page.driver.actions().sendKeys("e").sendKeys("u").perform();
  await until("both", async () => (await decided("one")).length === 2, { seconds: 5 });
  assert.deepEqual(await decided("one"), await decided("two"));
  assert.deepEqual(await page.problems(), []);
});

test("in a shadow tree that scrolls, the card goes as soon as its counterpart is in sight", options, async () => {
  await run("nest('open', (window.inner = made('inner', '/seeds/ceasefire.txt', { layout: 'stacked' })))");
  await whole("inner");
  const [left, right] = await run("const [{ left, best }] = inner.alignment.links; return [left[0], best[1]]");
  const shown = () => run("return inner.shadowRoot.querySelector('.peek-go') !== null");
  await run("inner.shadowRoot.getElementById(arguments[0]).focus({ preventScroll: true })", `s0-${left}`);
  await until("the card", shown, { seconds: 5 });
  await run("box.scrollTop += inner.shadowRoot.getElementById(arguments[0]).getBoundingClientRect().top - box.getBoundingClientRect().top - 200", `s1-${right}`);
  await until("no card", async () => !(await shown()), { seconds: 5 });
  assert.deepEqual(await page.problems(), []);
});

test("in a closed shadow tree facing pages scroll together, and keys work", options, async () => {
  await run("nest('closed', (window.inner = made('inner', '/seeds/night-trains.txt', { layout: 'columns' })))");
  await whole("inner");
  await run("inner.shadowRoot.getElementById('s0-0').focus()");
  await page.driver.actions().sendKeys(Key.ARROW_DOWN).perform();
  assert.equal(await run("return parts(inner, 'active')"), "0-1");
  // A driver's own wheel does not reach into a closed tree.
  await run(`const pane = inner.shadowRoot.querySelector("section[data-side='0']");
    pane.dispatchEvent(new WheelEvent("wheel", { bubbles: true, composed: true }));
    pane.scrollTop += 300;`);
  const other = () => run(`return inner.shadowRoot.querySelector("section[data-side='1']").scrollTop`);
  await until("the other pane", async () => Number(await other()) > 50, { seconds: 5 });
  assert.deepEqual(await page.problems(), []);
});

test("a component that is moved keeps what it shows, and hears what scrolls around it now", options, async () => {
  await run("document.querySelector('main').append((window.view = made('view', '/seeds/ceasefire.txt', { layout: 'stacked' })))");
  await whole("view");
  const before = between.asked.length;
  await run(`window.told = 0;
    view.addEventListener("enface-ready", () => told++);
    window.kept = view.shadowRoot.getElementById("s0-0");
    view.shadowRoot.getElementById("s0-0").focus();
    nest("open", view);`);
  const [left, right] = await run("const [{ left, best }] = view.alignment.links; return [left[0], best[1]]");
  await run("view.shadowRoot.getElementById(arguments[0]).focus({ preventScroll: true })", `s0-${left}`);
  const shown = () => run("return view.shadowRoot.querySelector('.peek-go') !== null");
  await until("the card", shown, { seconds: 5 });
  await run("box.scrollTop += view.shadowRoot.getElementById(arguments[0]).getBoundingClientRect().top - box.getBoundingClientRect().top - 200", `s1-${right}`);
  await until("no card", async () => !(await shown()), { seconds: 5 });
  assert.equal(await run("return kept === view.shadowRoot.getElementById('s0-0') && kept.isConnected"), true);
  assert.equal(await run("return told"), 0);
  assert.equal(between.asked.length, before);
  assert.deepEqual(await page.problems(), []);
});

test("a component that is moved into a frame's document is shown there anew", options, async () => {
  await run("document.querySelector('main').append((window.view = made('view', '/seeds/ceasefire.txt')))");
  await whole("view");
  await run(`const frame = document.querySelector('main').appendChild(document.createElement("iframe"));
    Object.assign(frame, { title: "frame", width: 600, height: 400 });
    frame.contentDocument.body.append(view);`);
  await whole("view");
  assert.equal(await run("return view.ownerDocument !== document && view.shadowRoot.getElementById('s0-0').getBoundingClientRect().height > 0"), true);
  assert.equal(await run("return getComputedStyle(view.shadowRoot.querySelector('.page')).display"), "grid");
  assert.deepEqual(await page.problems(), []);
});

test("coming and going a hundred times leaves neither elements nor listeners behind", options, async () => {
  await run("document.querySelector('main').append((window.view = made('view', '/seeds/ceasefire.txt')))");
  await whole("view");
  // At every stage of a load: at once, in a frame, with its text, with everything.
  const times = async (/** @type {number} */ count) => {
    const outcome = await page.driver.executeAsyncScript(
      `const [count, done] = arguments;
       const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
       const stages = [async () => {}, frame, () => new Promise((resolve) => view.addEventListener("enface-ready", resolve, { once: true })),
         async () => { while (!whole(view)) await frame(); }];
       (async () => {
         for (let time = 0; time < count; time += 1) {
           view.remove();
           // Put back in the same task it would only have moved.
           await null;
           document.querySelector('main').append(view);
           await stages[time % stages.length]();
         }
       })().then(() => done(""), (error) => done(String(error)));`,
      count,
    );
    assert.equal(outcome, "");
    await whole("view");
    return counted();
  };
  const before = await times(8);
  const after = await times(100);
  assert.equal(after.elements, before.elements);
  assert.equal(after.sheets, before.sheets);
  assert.equal(after.memory, before.memory, "the core's memory");
  // What the browser itself keeps for a while, as of events that are under way.
  const SOME = 40;
  assert.ok(after.nodes - before.nodes < SOME, `${before.nodes} nodes, then ${after.nodes}`);
  assert.ok(after.listeners - before.listeners < SOME, `${before.listeners} listeners, then ${after.listeners}`);
  await run("view.remove()");
  assert.deepEqual(await run("return [...view.shadowRoot.querySelectorAll('.tool, .popup, .sheet, .toast, .strip, .map, .ribbons, .notes, .note')].map((e) => e.className)"), []);
  assert.deepEqual(await page.problems(), []);
});

/** What there is on the page; nodes and listeners that nobody can reach count too, in Chromium. */
async function counted() {
  await run("delete window.enFaceTestMemory; dispatchEvent(new Event('en-face-test-memory'))");
  await until("the core's memory", () => run("return window.enFaceTestMemory ?? null"));
  const script = `const { shadowRoot } = view;
    return { elements: shadowRoot.querySelectorAll("*").length, sheets: shadowRoot.adoptedStyleSheets.length, memory: enFaceTestMemory };`;
  const seen = /** @type {{elements: number, sheets: number, memory: number}} */ (await run(script));
  if (engine !== "chromium") return { ...seen, nodes: 0, listeners: 0 };
  await page.devtools("HeapProfiler.collectGarbage", {});
  const { nodes, jsEventListeners } = await page.devtools("Memory.getDOMCounters", {});
  return { ...seen, nodes, listeners: jsEventListeners };
}
