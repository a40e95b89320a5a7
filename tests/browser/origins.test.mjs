// The component from another origin than the page's, as a network for the delivery of files hands it out.
import assert from "node:assert/strict";
import test, { afterEach, beforeEach } from "node:test";
import { browser } from "./harness.mjs";
import { ANY_ORIGIN, Matrix, STRICT } from "./policies.mjs";

const page = browser();
const options = { timeout: 120_000 };
/** @type {Matrix} */
let matrix;

beforeEach(async () => {
  matrix = await new Matrix(page).start();
  cdn(ANY_ORIGIN);
});
afterEach(() => matrix.stop());

/** @param {Record<string, string>} headers what the other origin's answers have besides their type */
const cdn = (headers) => matrix.cdn.on("*", (answer) => ({ headers: { "content-type": answer.headers["content-type"], ...headers } }));

/** A policy that allows the other origin here and there. @param {string[]} directives */
function allowing(...directives) {
  /** @type {import("./policies.mjs").Directives} */
  const policy = { ...STRICT, "default-src": "'self'" };
  for (const name of directives) policy[name] = `${policy[name]} ${matrix.cdn.address}`;
  return policy;
}

/** @param {Omit<Parameters<Matrix["open"]>[0], "head">} given */
const open = (given) => matrix.open({ ...given, head: `<script type="module" src="${matrix.cdn.address}/en-face.js"></script>` });

test("scripts and connections are what it needs; the page's own thread does the worker's work", options, async () => {
  await open({ policy: allowing("script-src", "connect-src"), encoder: true });
  await matrix.works({ times: 2 });
  assert.deepEqual(await matrix.violations(), []);
  assert.equal(matrix.own.count("/seeds/ceasefire.txt"), 1, "the text is the page's own");
  assert.deepEqual(matrix.own.asked.filter((path) => /^\/(component|pkg|encoder)\//.test(path)), []);
});

test("without its scripts the page stays as it was", options, async () => {
  await open({ policy: allowing("connect-src") });
  await matrix.isAbsent();
  assert.ok((await matrix.violations()).every((directive) => directive.startsWith("script-src")));
});

test("without its connections the component says which directive is in the way", options, async () => {
  await open({ policy: allowing("script-src") });
  await matrix.fails("policy", /connect-src/);
  assert.deepEqual(await matrix.violations(), ["connect-src"]);
});

test("without WebAssembly it says so", options, async () => {
  const policy = { ...allowing("connect-src"), "script-src": `'self' ${matrix.cdn.address}` };
  await open({ policy });
  await matrix.fails("engine-blocked", /wasm-unsafe-eval/);
});

test("an origin that allows no others hands out no modules, and the page stays as it was", options, async () => {
  cdn({});
  await open({ policy: allowing("script-src", "connect-src") });
  await matrix.isAbsent();
});

test("an isolated page takes it too", options, async () => {
  const headers = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };
  cdn({ ...ANY_ORIGIN, "cross-origin-resource-policy": "cross-origin" });
  await open({ policy: allowing("script-src", "connect-src"), headers });
  await matrix.works();
  assert.equal(await matrix.run("return crossOriginIsolated"), true);
  assert.deepEqual(await matrix.violations(), []);
});

for (const [name, own, worker, isolated] of /** @type {[string, Record<string, string>, Record<string, string>, boolean][]} */ ([
  ["isolated, with everything it loads", { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" }, {}, true],
  [
    "isolated, with a worker's script that is not",
    { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" },
    { "cross-origin-embedder-policy": "unsafe-none" },
    true,
  ],
  ["alone among windows only", { "cross-origin-opener-policy": "same-origin" }, {}, false],
  ["for its own site only", { "cross-origin-resource-policy": "same-origin" }, {}, false],
])) {
  test(`a page that is ${name} has links by meaning`, options, async () => {
    matrix.own.on("/component/worker.js", ({ headers }) => ({ headers: { ...headers, ...worker } }));
    await matrix.open({ policy: STRICT, headers: own, encoder: true });
    await matrix.works({ times: 2 });
    assert.equal(await matrix.run("return crossOriginIsolated"), isolated);
    assert.deepEqual(await matrix.violations(), []);
  });
}
