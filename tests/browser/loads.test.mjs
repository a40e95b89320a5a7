// Files that arrive otherwise than they were published: under another type, cut short, replaced by a page, or with another
// hash than the page expects.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import test, { afterEach, beforeEach } from "node:test";
import { createHash } from "node:crypto";
import { browser } from "./harness.mjs";
import { built, integrity, Matrix, SCRIPT, STRICT } from "./policies.mjs";

/** @typedef {Partial<import("./between.mjs").Answer>} Answer */

const page = browser();
const options = { timeout: 120_000 };
/** @type {Matrix} */
let matrix;

beforeEach(async () => (matrix = await new Matrix(page).start()));
afterEach(() => matrix.stop());

const MODULE = "/pkg/en_face_bg.wasm";
const GLUE = "/pkg/en_face.js";
const NOT_FOUND = Buffer.from("<!doctype html><title>Not found</title><p>There is nothing here.");
const nosniff = { "x-content-type-options": "nosniff" };
/** @param {string} type @returns {Answer} */
const under = (type) => ({ headers: { "content-type": type, ...nosniff } });
/** Many a host's answer for what it does not have. @type {Answer} */
const PAGE = { ...under("text/html"), status: 200, body: NOT_FOUND };

/** @type {[name: string, path: string, answer: Answer][]} */
const harmless = [
  ["the module as octets", MODULE, under("application/octet-stream")],
  ["the module as text", MODULE, under("text/plain")],
  ["the module under its type, with a parameter", MODULE, under("application/wasm; charset=utf-8")],
  ["the style as text", "/component/en-face.css", under("text/plain")],
  ["the page's text as octets", "/seeds/ceasefire.txt", under("application/octet-stream")],
];
for (const [name, path, answer] of harmless) {
  test(`${name}: it reads all the same`, options, async () => {
    matrix.own.on(path, () => answer);
    await matrix.open({ policy: STRICT });
    await matrix.works();
    assert.equal(matrix.own.count(path), 1);
    assert.deepEqual(await page.problems(), []);
  });
}

/** @type {[name: string, path: string, answer: Answer][]} */
const harmful = [
  ["a module that was cut short", MODULE, { body: built("pkg/en_face_bg.wasm").subarray(0, 300_000) }],
  ["a page in the place of the module", MODULE, PAGE],
  ["a page in the place of the module, under the module's type", MODULE, { body: NOT_FOUND }],
  ["no module", MODULE, { status: 404 }],
  ["a module of something else", MODULE, { body: Buffer.from([0, 97, 115, 109, 1, 0, 0, 0]) }],
  ["a page in the place of the core's script", GLUE, PAGE],
  ["the core's script as text", GLUE, under("text/plain")],
  ["no style", "/component/en-face.css", { status: 404 }],
];
for (const [name, path, answer] of harmful) {
  test(`${name}: an error with a remedy, and a way to try again`, options, async () => {
    matrix.own.on(path, () => answer);
    await matrix.open({ policy: STRICT });
    await matrix.fails("engine-missing", /pkg/);
    matrix.own.off(path);
    await (await page.shadow(".status .retry")).click();
    await page.shadow("[part~=sentence]");
  });
}

for (const [name, path, answer] of /** @type {[string, string, Answer][]} */ ([
  ["the script as text", "/en-face.js", under("text/plain")],
  ["a part of it as text", "/component/whole.js", under("text/plain")],
  ["a page in the place of a part", "/component/whole.js", PAGE],
  ["a script that was cut short", "/component/whole.js", { body: built("component/whole.js").subarray(0, 500) }],
])) {
  test(`${name}: the page stays as it was`, options, async () => {
    matrix.own.on(path, () => answer);
    await matrix.open({ policy: STRICT });
    await matrix.isAbsent();
  });
}

// The integrity of what is loaded.

const WRONG = integrity("something else");
const tag = (/** @type {string} */ hash) => `<script type="module" src="/en-face.js" integrity="${hash}"></script>`;

test("the script's hash is what the page expects", options, async () => {
  await matrix.open({ policy: STRICT, head: tag(integrity(built("en-face.js"))) });
  await matrix.works();
  assert.deepEqual(await page.problems(), []);
});

test("the script's hash is another: the page stays as it was", options, async () => {
  await matrix.open({ policy: STRICT, head: tag(WRONG) });
  await matrix.isAbsent();
});

/** An import map with the hash of every script of the component, and a policy that allows that very map. @param {Record<string, string>} others */
function mapped(others) {
  const scripts = ["en-face.js", ...["component", "component/words", "component/tools", "pkg"].flatMap((folder) => {
    const names = readdirSync(new URL(`../../target/site/${folder}/`, import.meta.url));
    return names.filter((name) => name.endsWith(".js")).map((name) => `${folder}/${name}`);
  })];
  const hashes = Object.fromEntries(scripts.map((path) => [`/${path}`, integrity(built(path))]));
  const map = JSON.stringify({ integrity: { ...hashes, ...others } });
  const source = `'sha256-${createHash("sha256").update(map).digest("base64")}'`;
  return {
    policy: { ...STRICT, "script-src": `${STRICT["script-src"]} ${source}` },
    head: `<script type="importmap">${map}</script>${SCRIPT}`,
  };
}

/** Browsers that know no such maps load without looking. */
const knowsMaps = () => matrix.run("return HTMLScriptElement.supports('importmap') && !/version\\/1[0-7]\\./i.test(navigator.userAgent)");

test("every script's hash is what the page's import map expects", options, async () => {
  await matrix.open(mapped({}));
  await matrix.works();
  assert.deepEqual(await page.problems(), []);
});

test("a part's hash is another than the import map expects: the page stays as it was", options, async (context) => {
  await matrix.open(mapped({ "/component/whole.js": WRONG }));
  if (!(await knowsMaps())) return context.skip("this browser knows no such maps");
  await matrix.isAbsent();
});

test("the core's hash is another than the import map expects: an error with a remedy", options, async () => {
  await matrix.open(mapped({ "/pkg/en_face.js": WRONG }));
  await matrix.fails("engine-missing", /pkg/);
});
