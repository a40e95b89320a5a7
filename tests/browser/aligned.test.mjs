// en-face-aligned.js: a finished alignment with one script that loads nothing, under strict policies and on a page from disk.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Key } from "selenium-webdriver";
import { everything } from "./everything.mjs";
import { browser } from "./harness.mjs";
import { between, ownPages } from "./own-page.mjs";
import { scratchFolder, until } from "./processes.mjs";

const page = browser();
const { run, open: opened } = ownPages(page, 800);
const options = { timeout: 90_000 };
const SCRIPT = fileURLToPath(new URL("../../target/site/en-face-aligned.js", import.meta.url));
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'; report-uri /csp-report";

const links = `<script type="application/json">${JSON.stringify(everything()).replaceAll("<", "\\u003c")}</script>`;
const linked = () => until("links", () => run("return document.querySelector('en-face')?.alignment != null"), { seconds: 20 });

/** @param {string} body @param {string} [head] */
async function open(body, head = '<script src="/en-face-aligned.js"></script>') {
  between.on("*", ({ headers }) => ({ headers: { ...headers, "content-security-policy": POLICY } }));
  await opened(body, head);
}

/** Points, crosses over and pins with keys. */
async function read() {
  const view = "document.querySelector('en-face')";
  await run(`${view}.shadowRoot.getElementById('s0-1').focus()`);
  await page.driver.actions().sendKeys(Key.ENTER, Key.ARROW_RIGHT).perform();
  const part = (/** @type {string} */ name) => run(`return [...${view}.shadowRoot.querySelectorAll('[part~=' + arguments[0] + ']')].map((e) => e.id)`, name);
  assert.deepEqual(await part("pinned"), ["s0-1"]);
  assert.deepEqual(await part("active"), ["s1-1"]);
  assert.equal(await run(`return getComputedStyle(${view}.shadowRoot.querySelector('.page')).display`), "grid", "it has its style");
}

for (const [kind, head] of [
  ["a classic script in the head", '<script src="/en-face-aligned.js"></script>'],
  ["a module", '<script type="module" src="/en-face-aligned.js"></script>'],
]) {
  test(`as ${kind} it shows links under a strict policy, and asks for nothing more`, options, async () => {
    await open(`<en-face>${links}</en-face>`, head);
    await linked();
    await read();
    assert.deepEqual(between.asked.filter((path) => /component|pkg|en-face|encoder|wasm/.test(path)), ["/en-face-aligned.js"]);
    assert.equal((await page.shadowAll(".more, .tool")).length, 0);
    assert.deepEqual(await page.axe(), []);
    assert.deepEqual(await page.problems(), []);
  });
}

test("an address is fetched, and one that leads nowhere is told of", options, async () => {
  between.on("/links.json", () => ({ status: 200, headers: { "content-type": "application/json" }, body: Buffer.from(JSON.stringify(everything())) }));
  await open(`<en-face alignment="links.json"></en-face>`);
  await linked();
  await run("document.querySelector('en-face').setAttribute('alignment', 'nowhere.json')");
  await until("the error", async () => (await (await page.shadow(".status .code")).getText()) === "not-found", { seconds: 10 });
  assert.ok(await (await page.shadow(".status .remedy")).getText());
});

test("what it can't do it says, with the way to it", options, async () => {
  await open(`<en-face src="/seeds/ceasefire.txt"></en-face>`);
  await until("the error", () => run("return enFaceTestEvents.some(({ type }) => type === 'error')"), { seconds: 10 });
  const { code, remedy } = await run("return enFaceTestEvents.find(({ type }) => type === 'error').detail");
  assert.equal(code, "mode-missing");
  assert.match(remedy, /en-face\.js/);
  assert.equal(between.count("/seeds/ceasefire.txt"), 0);
});

test("texts that the element holds are shown by their links instead", options, async () => {
  await open(`<en-face left=".l" right=".r"><div class="l" lang="zh">灯塔有三层。</div><div class="r" lang="en">The lighthouse has two floors.</div>${links}</en-face>`);
  await linked();
  await read();
  assert.equal(await run("return document.querySelector('.l').getClientRects().length"), 0);
});

test("a page from disk works", options, async () => {
  writeFileSync(join(scratchFolder, "en-face-aligned.js"), readFileSync(SCRIPT));
  const file = join(scratchFolder, "page.html");
  writeFileSync(file, `<!doctype html><html lang="en"><meta charset="utf-8"><title>test</title><script src="en-face-aligned.js"></script><main><h1>test</h1><en-face>${links}</en-face></main></html>`);
  await page.driver.get(pathToFileURL(file).href);
  await linked();
  await read();
});
