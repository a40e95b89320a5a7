// The npm package in the projects that `cargo xtask test` installs it into: a page with an import map, Vite apps, React.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import test, { afterEach, beforeEach } from "node:test";
import { browser, engine } from "./harness.mjs";
import { start, until } from "./processes.mjs";
import { dist, projects, Published } from "./published.mjs";

const page = browser();
const options = { timeout: 120_000 };

/** @type {Published} */
let published;

beforeEach(async () => {
  published = await new Published(page.site.reports).start();
  await page.resize(1280, 800);
});
afterEach(() => published.stop());

/** @param {string} script @param {...unknown} args @returns {Promise<any>} */
const run = (script, ...args) => page.driver.executeScript(script, ...args);
/** @param {string} path @param {string} [address] */
const open = (path, address = published.address) => page.open(path, { encoder: true, address });
/** What went wrong. Firefox says that a module which has been loaded can't be preloaded any more, as Vite's scripts want it. */
const problems = async () => (await page.problems()).filter((problem) => !(engine === "firefox" && problem.includes('<link rel="modulepreload"')));
/** The kinds of events that an element has told, in order. @param {string} id @returns {Promise<string[]>} */
const events = (id) => run("return enFaceTestEvents.filter((event) => event.id === arguments[0]).map(({ type }) => type)", id);
/** What was asked for that has this in its name. @param {string} part */
const asked = (part) => published.asked.filter((path) => path.includes(part));
/** @param {string} app @param {string} part */
const shipped = (app, part) => readdirSync(join(dist(app), "assets")).filter((name) => name.includes(part));

/** Waits for links, and tools where there are to be some. @param {string} id @param {{ links?: number, tools?: boolean }} [wanted] */
async function linked(id, { links = 1, tools = true } = {}) {
  const script = `const view = document.getElementById(arguments[0]);
    const { shadowRoot } = view ?? {};
    return [view?.alignment?.links.length > 0, shadowRoot?.querySelector(".tool.keys") != null, shadowRoot?.querySelector(".status")?.textContent];`;
  /** @type {unknown[]} */
  let state = [];
  const done = async () => {
    state = await run(script, id);
    const told = (await events(id)).filter((type) => type === "aligned").length;
    return state[0] && (state[1] || !tools) && told >= links;
  };
  await until(`${id} with links`, done, { seconds: 60, output: () => `${state}\n${page.site.reports.join("\n")}` });
}

/** Points at a sentence that has a counterpart; that one must light up. @param {string} id */
async function lights(id) {
  const [left, right] = await run("const [link] = document.getElementById(arguments[0]).alignment.links; return [link.left[0], link.best[1]]", id);
  const sentence = await page.shadow(`#s0-${left}`, { host: `#${id}` });
  await run("arguments[0].scrollIntoView({ block: 'center' })", sentence);
  // Where the pointer is already, as after another page of the same form, nothing moves.
  await page.driver.actions().move({ x: 1, y: 1 }).move({ origin: sentence }).perform();
  const lit = async () => (await page.shadowAll(`#s1-${right}[part~=counterpart]`, { host: `#${id}` })).length === 1;
  await until(`the counterpart of ${left}`, lit, { seconds: 10 });
  assert.notEqual(await sentence.getText(), "");
}

/** Points at the first words of a text in place; the element must tell which sentence they are. @param {string} id @param {string} selector */
async function tells(id, selector) {
  const text = await page.find(selector);
  await run("arguments[0].scrollIntoView({ block: 'center' })", text);
  const toWords = 4 - Math.round((await text.getRect()).width / 2);
  await page.driver.actions().move({ x: 1, y: 1 }).move({ origin: text, x: toWords }).perform();
  await until("a lit sentence", async () => (await events(id)).includes("activate"), { seconds: 10 });
}

test("a plain page takes it from its folder by an import map", options, async () => {
  await open("/plain/");
  await linked("page");
  await lights("page");
  assert.equal(await page.driver.getTitle(), "en-face by an import map");
  await until("the encoder", () => asked("/node_modules/en-face/encoder/zh-en.enface").length === 1, { seconds: 10 });
  assert.deepEqual(await problems(), []);
});

test("a Vite app has all of it, and links by meaning come from a worker", options, async () => {
  await open("/vite/");
  await linked("page", { links: 2 });
  await lights("page");
  assert.equal(await run("return enFaceTestWorkers.started"), 1);
  assert.equal(asked("/vite/assets/zh-en").length, 1);
  assert.deepEqual([asked("/node_modules/"), asked("/vite/assets/worker").length], [[], 1]);
  assert.deepEqual(await problems(), []);
});

test("a Vite app has two texts in place, with style sheets that its build has put into scripts", options, async () => {
  await open("/vite/");
  await linked("wrapped", { tools: false });
  await tells("wrapped", "#wrapped [lang=zh]");
  assert.deepEqual(await problems(), []);
});

test("a webpack app has all of it", options, async () => {
  await open("/webpack/");
  await linked("page", { links: 2 });
  await lights("page");
  assert.equal(await run("return enFaceTestWorkers.started"), 1);
  assert.deepEqual([asked("/node_modules/"), asked(".enface").length], [[], 1]);
  assert.deepEqual(await problems(), []);
});

test("without the encoder none is shipped, and neither that nor a worker is asked for", options, async () => {
  await open("/no-encoder/");
  await linked("page");
  await lights("page");
  assert.deepEqual([shipped("no-encoder", ".enface"), shipped("vite", ".enface").length], [[], 1]);
  assert.deepEqual([asked(".enface"), await run("return enFaceTestWorkers.started")], [[], 0]);
  const scripts = shipped("no-encoder", ".js").map((name) => readFileSync(join(dist("no-encoder"), "assets", name), "utf8"));
  assert.equal(scripts.some((script) => script.includes("zh-en.enface")), false);
  assert.deepEqual(await problems(), []);
});

for (const app of ["aligned", "in-place"]) {
  test(`for finished links ${app} one script is shipped and asked for, and no module`, options, async () => {
    await open(`/${app}/`);
    await linked("page", { tools: false });
    await (app === "aligned" ? lights("page") : tells("page", "#zh"));
    assert.deepEqual(shipped(app, "").map((name) => extname(name)), [".js"]);
    assert.deepEqual(asked(`/${app}/`).map((path) => extname(path)), ["", ".js"]);
    assert.deepEqual(await problems(), []);
  });
}

test("React sets attributes and properties, and hears events", options, async () => {
  await open("/react/");
  await linked("page");
  await linked("finished", { tools: false });
  const output = (/** @type {string} */ id) => run("return document.getElementById(arguments[0]).textContent", id);
  await until("the event", async () => Number(await output("ready")) === 1, { seconds: 10 });
  const seen = await run("const { className, layout } = document.getElementById('page'); return [className, layout]");
  assert.deepEqual(seen, ["wide", "stacked"]);
  await lights("page");
  await until("the event", async () => /^0-\d+$/.test(await output("lit")), { seconds: 10 });
  assert.equal(await run("return document.getElementById('finished').alignment.sides[1].sentences[1].text"), "Nobody climbs up any more.");
  assert.equal(await run("return getComputedStyle(document.getElementById('finished').shadowRoot.querySelector('.bar')).display"), "none");
  assert.equal(await (await page.shadow("#s1-1", { host: "#finished" })).getText(), "Nobody climbs up any more.");
  await lights("finished");
  assert.deepEqual(await problems(), []);
});

test("React takes elements away and puts them back, and changes them", options, async () => {
  await open("/react/");
  await linked("page");
  const toggle = await page.find("#toggle");
  for (let time = 1; time <= 3; time += 1) {
    await toggle.click();
    await until("no element", () => run("return document.querySelector('en-face') === null"), { seconds: 5 });
    await toggle.click();
    await linked("page");
    await linked("finished", { tools: false });
  }
  assert.equal(await run("return document.querySelectorAll('en-face').length"), 2);
  await (await page.find("#other")).click();
  await until("the other page", () => run("return document.getElementById('page').alignment?.regime === 'parallel'"), { seconds: 20 });
  await lights("page");
  assert.equal(asked("/pages/old-maps.md").length, 1);
  assert.deepEqual(await problems(), []);
});

test("Vite's development server finds every file", { ...options, skip: engine !== "chromium" && "the server is the same for all browsers" }, async () => {
  const vite = start(process.execPath, [join(projects, "node_modules/vite/bin/vite.js"), join(projects, "apps/vite"), ...["--config", join(projects, "vite.config.js")], ...["--host", "127.0.0.1", "--port", "0"]]);
  const plain = () => vite.output().replace(/\x1b\[[\d;]*m/g, "");
  const address = await until("the server's address", () => /http:\/\/127\.0\.0\.1:\d+/.exec(plain())?.[0], { output: vite.output });
  await page.driver.get(address);
  const shown = `const { alignment, shadowRoot } = document.getElementById("page");
    return alignment?.links.length > 0 && shadowRoot.querySelector(".tool.keys") !== null;`;
  await until("links and tools", () => run(shown), { output: vite.output });
  const worker = "return performance.getEntriesByType('resource').some(({ name }) => new URL(name).pathname.endsWith('/component/worker.js'))";
  await until("the worker", () => run(worker), { output: vite.output });
  assert.doesNotMatch(plain(), /error|warn/i);
});
