// Finished links, in the element and in place, under content-security policies: a row each. They need neither WebAssembly nor a worker,
// so that less has to be allowed; and the one script that has all of them in it needs nothing else.
import assert from "node:assert/strict";
import test, { afterEach, beforeEach } from "node:test";
import { browser } from "./harness.mjs";
import { built, integrity, Matrix, STRICT } from "./policies.mjs";
import { until } from "./processes.mjs";

const page = browser();
const options = { timeout: 120_000 };
/** @type {Matrix} */
let matrix;

beforeEach(async () => {
  await page.resize(1280, 800);
  matrix = await new Matrix(page).start();
  matrix.own.on("/links.json", ({ headers }) => ({ status: 200, headers: { ...headers, "content-type": "application/json" }, body: Buffer.from(JSON.stringify(LINKS)) }));
});
afterEach(() => matrix.stop());

/** @param {string} lang @param {string[]} sentences */
function side(lang, sentences) {
  let at = 0;
  const placed = sentences.map((text) => ({ text, start: at, end: (at += text.length) }));
  return { lang, blocks: [{ kind: "paragraph", sentences: [0, sentences.length] }], sentences: placed };
}
const ZH = ["灯塔在春天熄灭了。", "守塔人的孙女接过了钥匙。"];
const EN = ["The light went out in spring. ", "The keeper's granddaughter took the keys."];
const LINKS = {
  version: 1,
  page: {},
  regime: "parallel",
  sides: [side("zh", ZH), side("en", EN)],
  links: [0, 1].map((index) => ({ left: [index], right: [index], best: [index, index], score: 0.9 })),
};
const FALLBACK = '<p id="fallback">Both texts stand here.</p>';
const INLINE = `<en-face id="a">${FALLBACK}<script type="application/json">${JSON.stringify(LINKS)}</script></en-face>`;
const FETCHED = `<en-face id="a" alignment="/links.json">${FALLBACK}</en-face>`;
const IN_PLACE = `<p><span id="zh" lang="zh">${ZH.join("")}</span></p><p><span id="en" lang="en">${EN.join("")}</span></p>
  <en-face id="a" left="#zh" right="#en"><script type="application/json">${JSON.stringify(LINKS)}</script></en-face>`;

const MODULE = '<script type="module" src="/en-face.js"></script>';
const LINKED = '<script src="/en-face-in-place.js" defer></script>';
const ALIGNED = '<script src="/en-face-aligned.js" defer></script>';
/** A policy under which nothing is allowed but the page's own scripts. @type {import("./policies.mjs").Directives} */
const SCRIPTS_ONLY = {
  "default-src": "'none'",
  "script-src": "'self'",
  // The page's own sheet, and its icon.
  "style-src": "'self'",
  "img-src": "'self'",
  "require-trusted-types-for": "'script'",
  "trusted-types": "'none'",
};
/** The same with what the scripts fetch: a style, and links that are not in the page. */
const FETCHING = { ...SCRIPTS_ONLY, "connect-src": "'self'" };

/** @typedef {{ name: string, head: string, body: string, policy: import("./policies.mjs").Directives, fails?: [string, RegExp], violations?: string[] }} Row */
/** @type {Row[]} */
const rows = [
  ...[FETCHING, { ...STRICT, "script-src": "'self'", "worker-src": "'none'" }, { "default-src": "'self'" }, STRICT, {}].flatMap((policy) =>
    Object.entries({ "in the page": INLINE, "at an address": FETCHED }).map(([where, body]) => ({ name: `links ${where}`, head: MODULE, body, policy })),
  ),
  ...[SCRIPTS_ONLY, STRICT, {}].map((policy) => ({ name: "one script, links in the page", head: ALIGNED, body: INLINE, policy })),
  { name: "one script, links at an address", head: ALIGNED, body: FETCHED, policy: FETCHING },
  { name: "one script, links at an address that may not be asked", head: ALIGNED, body: FETCHED, policy: SCRIPTS_ONLY, fails: ["policy", /connect-src/], violations: ["connect-src"] },
];

for (const { name, head, body, policy, fails, violations = [] } of rows) {
  const under = Object.entries(policy).map(([directive, sources]) => `${directive} ${sources}`);
  test(`${name}, under ${under.join("; ") || "no policy"}`, options, async () => {
    await matrix.open({ policy, head, body });
    if (fails) await matrix.fails(...fails);
    else await matrix.works();
    assert.deepEqual(await matrix.violations(), violations);
    assert.deepEqual(matrix.own.asked.filter((path) => /wasm|worker|encoder\//.test(path)), []);
    if (!fails) assert.deepEqual((await page.problems()).filter((line) => !line.startsWith("policy violation")), []);
  });
}

for (const [name, head, policy] of /** @type {[string, string, import("./policies.mjs").Directives][]} */ ([
  ["the module", MODULE, FETCHING],
  ["one script", LINKED, SCRIPTS_ONLY],
])) {
  test(`in place, with ${name}, without WebAssembly, worker and Trusted Types`, options, async () => {
    await matrix.open({ policy, head, body: IN_PLACE });
    await until("links", async () => (await matrix.told("aligned")).length > 0, { seconds: 20 });
    await page.driver.actions().move({ x: 1, y: 1 }).move({ origin: await page.find("#zh") }).perform();
    const lit = "return [...(CSS.highlights.get('enface-counterpart') ?? [])].map(String).join('').trim()";
    await until("light", async () => EN.map((one) => one.trim()).includes(await matrix.run(lit)), { seconds: 5 });
    assert.deepEqual(await matrix.violations(), []);
    assert.deepEqual(await page.problems(), []);
  });
}

test("in place without links the core is needed: whoever runs the page is told, and its readers keep it as it was", options, async () => {
  await matrix.open({ policy: FETCHING, head: MODULE, body: IN_PLACE.replace(/<script.*<\/script>/, "") });
  const [{ detail }] = await until("the error", async () => (await matrix.told("error")).length && matrix.told("error"), { seconds: 20 });
  assert.equal(detail.code, "engine-blocked");
  assert.match(detail.remedy, /wasm-unsafe-eval/);
  assert.equal(await (await page.find("#zh")).getText(), ZH.join(""));
  assert.equal(await matrix.run("return document.querySelector('#a').shadowRoot.querySelector('.bar').checkVisibility()"), false, "a strip that does nothing");
});

// One hash for everything.

for (const script of ["en-face-aligned.js", "en-face-in-place.js"]) {
  const tag = (/** @type {string} */ hash) => `<script src="/${script}" defer integrity="${hash}" crossorigin="anonymous"></script>`;
  const body = script === "en-face-aligned.js" ? INLINE : IN_PLACE;

  test(`${script}: its hash is what the page expects, and it asks for nothing else`, options, async () => {
    await matrix.open({ policy: SCRIPTS_ONLY, head: tag(integrity(built(script))), body });
    await until("links", async () => (await matrix.told("aligned")).length > 0, { seconds: 20 });
    assert.deepEqual(matrix.own.asked.filter((path) => /^\/(component|pkg|encoder)/.test(path)), [], "it has all inside");
    assert.deepEqual(await page.problems(), []);
  });

  test(`${script}: its hash is another, and the page stays as it was`, options, async () => {
    await matrix.open({ policy: SCRIPTS_ONLY, head: tag(integrity("something else")), body: `${body}${script === "en-face-aligned.js" ? "" : FALLBACK}` });
    await matrix.isAbsent();
  });
}
