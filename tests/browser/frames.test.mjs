// Where a page stands: in a frame that may do little, in one of another origin, on disk.
import assert from "node:assert/strict";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { afterEach, beforeEach } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { browser } from "./harness.mjs";
import { ANY_ORIGIN, INLINE, Matrix, ONE, SCRIPT } from "./policies.mjs";
import { scratchFolder } from "./processes.mjs";

const page = browser();
const options = { timeout: 120_000 };
/** @type {Matrix} */
let matrix;

beforeEach(async () => {
  await page.resize(1280, 900);
  matrix = await new Matrix(page).start();
  matrix.cdn.on("*", (answer) => ({ headers: { "content-type": answer.headers["content-type"], ...ANY_ORIGIN } }));
  matrix.cdn.page("/inner.html", { body: ONE });
});
afterEach(async () => {
  await page.driver.switchTo().defaultContent();
  matrix.stop();
});

/** Opens a page with a frame in it, and goes on in there. @param {string} attributes of the frame */
async function openFrame(attributes) {
  const body = `<iframe ${attributes} width="900" height="600" src="${matrix.cdn.address}/inner.html"></iframe>`;
  await matrix.open({ head: "", body });
  await page.driver.switchTo().frame(await page.find("iframe"));
}

test("in a frame of another origin it reads, with links by meaning from a worker", options, async () => {
  await openFrame("");
  await matrix.works({ times: 2 });
  assert.equal(await matrix.workers(), 1);
  assert.deepEqual(await page.problems(), []);
});

test("in a sandbox of scripts only it reads, without a worker and without anything kept", options, async () => {
  await openFrame('sandbox="allow-scripts"');
  const locked = "try { return String(localStorage.length); } catch (error) { return error.name; }";
  assert.equal(await matrix.run(locked), "SecurityError");
  await matrix.works({ times: 2 });
  // A choice of the reader's holds until the page is left.
  const size = "return document.querySelector('#a').shadowRoot.querySelector('.frame').style.getPropertyValue('--_size-factor')";
  const before = await matrix.run(size);
  await (await page.shadow(".tool.letters")).click();
  await (await page.shadow(".stepper-button:last-child")).click();
  assert.notEqual(await matrix.run(size), before);
  assert.deepEqual(await page.problems(), []);
});

test("in a sandbox without scripts what stands inside is read", options, async () => {
  await openFrame("sandbox");
  assert.ok(await (await page.find("#fallback")).isDisplayed());
});

// On disk.

/** Writes a page into a folder of its own, and opens it from there. @param {string} name @param {string} head @param {string} body */
async function openFromDisk(name, head, body) {
  const folder = join(scratchFolder, name);
  mkdirSync(folder, { recursive: true });
  cpSync(fileURLToPath(new URL("../../seeds/ceasefire.txt", import.meta.url)), join(folder, "ceasefire.txt"));
  cpSync(fileURLToPath(new URL("page-log.js", import.meta.url)), join(folder, "page-log.js"));
  for (const part of ["en-face.js", "en-face-aligned.js", "component", "pkg"]) {
    cpSync(fileURLToPath(new URL(`../../target/site/${part}`, import.meta.url)), join(folder, part), { recursive: true });
  }
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>disk</title><script src="page-log.js"></script>${head}</head><body><h1>disk</h1>${body}</body></html>`;
  writeFileSync(join(folder, "page.html"), html);
  await page.driver.get(pathToFileURL(join(folder, "page.html")).href);
}

test("a page on disk may not load modules from there: it stays as it was", options, async () => {
  await openFromDisk("modules", SCRIPT.replace("/en-face.js", "en-face.js"), ONE.replace("/seeds/", ""));
  await matrix.isAbsent();
});

test("a page on disk with the component from a server shows a text that it is given", options, async () => {
  const script = `<script type="module" src="${matrix.cdn.address}/en-face.js"></script>`;
  await openFromDisk("given", script, '<en-face id="a" encoder="none"><p id="fallback">Both texts stand here.</p></en-face>');
  await matrix.run("document.querySelector('#a').text = '灯塔\\nThe Light\\n\\n灯塔在2019年熄灭了。\\n\\nThe light went out in 2019.\\n'");
  await matrix.works();
});

test("a page on disk with the component from a server can't read what lies beside it, and says so", options, async () => {
  const script = `<script type="module" src="${matrix.cdn.address}/en-face.js"></script>`;
  await openFromDisk("address", script, ONE.replace("/seeds/", "").replace("<en-face", '<en-face encoder="none"'));
  await matrix.fails("file", /http.*en-face-aligned\.js/);
});

test("a page on disk with links in it and the one script beside it reads like any other", options, async () => {
  await openFromDisk("aligned", '<script src="en-face-aligned.js" defer></script>', `<en-face id="a">${INLINE}</en-face>`);
  await matrix.works();
  assert.deepEqual(await page.problems(), []);
});

test("a page on disk with links at an address beside it says that it can't read them, and what to do", options, async () => {
  await openFromDisk("aligned-address", '<script src="en-face-aligned.js" defer></script>', '<en-face id="a" alignment="links.json"></en-face>');
  await matrix.fails("file", /http/);
});
