// What docs/publishers.md promises: the files that it names are all that is needed, and a page makes its own finished links.
import assert from "node:assert/strict";
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { Folder } from "./folder.mjs";
import { browser } from "./harness.mjs";
import { between, ownPages } from "./own-page.mjs";
import { scratchFolder, until } from "./processes.mjs";

const page = browser();
const { open, run } = ownPages(page, 900);
const options = { timeout: 90_000 };

const root = fileURLToPath(new URL("../..", import.meta.url));
const site = join(root, "target/site");

const linked = () => until("links", () => run("return document.querySelector('en-face').alignment"), { seconds: 30 });

test("the files that are to be copied are all that is needed", options, async () => {
  const docs = readFileSync(join(root, "docs/publishers.md"), "utf8");
  const [, list, rest] = /** @type {RegExpMatchArray} */ (docs.match(/```text\n(.*)\n```\n([^]*?)```html/));
  const copied = list.split(/\s+/).map((name) => name.replace("/", ""));
  // Each of the others is said to be something else.
  const named = [...rest.matchAll(/`([\w.*-]+)\/?`/g)].map(([, name]) => name);
  const others = readdirSync(site).filter((name) => !copied.includes(name));
  assert.deepEqual(others.filter((name) => !named.includes(name) && !(name.endsWith(".d.ts") && named.includes("*.d.ts"))), []);

  const folder = join(scratchFolder, "copied");
  mkdirSync(folder, { recursive: true });
  for (const name of copied) cpSync(join(site, name), join(folder, "en-face", name), { recursive: true });
  cpSync(join(root, "seeds/library-hours.txt"), join(folder, "page.txt"));
  writeFileSync(join(folder, "page.html"), '<!DOCTYPE html><meta charset="utf-8"><script type="module" src="/en-face/en-face.js"></script><en-face src="page.txt" controls="full"></en-face>');
  const served = await new Folder(folder).start();
  try {
    await page.driver.get(`${served.address}/page.html`);
    await linked();
    await until("the tools", () => run("return document.querySelector('en-face').shadowRoot.querySelector('.tool.take:enabled')"), { seconds: 20 });
    const missing = served.asked.filter((path) => !path.startsWith("/favicon") && !readable(join(folder, path)));
    assert.deepEqual(missing, []);
  } finally {
    served.stop();
  }
});

/** @param {string} file */
function readable(file) {
  try {
    return readFileSync(file).length > 0;
  } catch {
    return false;
  }
}

test("what a page tells of its own texts are finished links of these texts", options, async () => {
  const texts = `<article id="one" lang="zh"><h2>守塔人</h2><p>灯塔建于<b>1891年</b>。2019年它熄灭了。</p></article>
    <article id="two" lang="en"><h2>The Keeper</h2><p>The lighthouse was “built” in&nbsp;1891. In 2019 it <i>went</i> dark.</p></article>`;
  const element = (/** @type {string} */ links) => `${texts}<en-face left="#one" right="#two" regime="parallel" encoder="none" loading="eager">${links}</en-face>`;
  await open(element(""));
  const told = await linked();
  assert.deepEqual(told.links.map((/** @type {{ left: number[], right: number[] }} */ { left, right }) => [left, right]), [[[0], [0]], [[1], [1]], [[2], [2]]]);
  const json = JSON.stringify(told).replaceAll("<", "\\u003c");
  // What the first page still asks for belongs to it.
  await until("the strip", () => run("return document.querySelector('en-face').shadowRoot.querySelector('.bar button')"), { seconds: 20 });
  between.asked.length = 0;
  await open(element(`<script type="application/json">${json}</script>`), '<script src="/en-face-in-place.js" defer></script>');
  assert.deepEqual((await linked()).links, told.links);
  assert.deepEqual(between.asked.filter((path) => /pkg|component/.test(path)), []);
  assert.deepEqual(await page.problems(), []);
});
