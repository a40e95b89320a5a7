// Reading under content-security policies: a row each, with what comes of it and what the browser reports.
import assert from "node:assert/strict";
import test, { afterEach, beforeEach } from "node:test";
import { browser, engine } from "./harness.mjs";
import { Matrix, STRICT } from "./policies.mjs";

/**
 * @typedef {object} Row
 * @property {string} name
 * @property {import("./policies.mjs").Directives} policy
 * @property {[code: string, remedy: RegExp]} [fails] with which error; it reads where nothing is said
 * @property {true} [absent] whether the browser refuses the component's own script
 * @property {true} [encoder] whether links by meaning are waited for, which a worker makes where it may start
 * @property {number} [workers] how many are asked for
 * @property {string[]} [violations] what the browser reports; nothing where nothing is said
 */

const page = browser();
const options = { timeout: 120_000 };
/** @type {Matrix} */
let matrix;

beforeEach(async () => (matrix = await new Matrix(page).start()));
afterEach(() => matrix.stop());

const SCRIPTS = "'self' 'wasm-unsafe-eval'";
const CDN = "https://cdn.invalid";
/** WebKit refuses WebAssembly without a report. */
const WASM = engine === "webkit" ? [] : ["script-src"];

/** @type {Row[]} */
const rows = [
  { name: "no policy", policy: {} },
  { name: "scripts", policy: { "script-src": SCRIPTS } },
  { name: "scripts, as of before there was a word for WebAssembly", policy: { "script-src": "'self' 'unsafe-eval'" } },
  { name: "styles", policy: { "style-src": "'self'" } },
  { name: "everything from the page's own origin", policy: { "default-src": SCRIPTS } },
  { name: "Trusted Types by any name", policy: { "require-trusted-types-for": "'script'" } },
  { name: "Trusted Types by its name", policy: { "require-trusted-types-for": "'script'", "trusted-types": "en-face" }, encoder: true, workers: 1 },
  { name: "all that README names", policy: STRICT, encoder: true, workers: 1 },
  // The browser reports that it has refused the policy, and the address that then has none: nothing else tells whether it would.
  {
    name: "no Trusted Types at all",
    policy: { ...STRICT, "trusted-types": "'none'" },
    encoder: true,
    violations: ["require-trusted-types-for", "trusted-types"],
  },
  { name: "no Trusted Types at all, on a page that needs no worker", policy: { ...STRICT, "trusted-types": "'none'" } },
  { name: "no worker", policy: { ...STRICT, "worker-src": "'none'" }, encoder: true, violations: ["worker-src"] },
  {
    name: "no WebAssembly",
    policy: { ...STRICT, "script-src": "'self'" },
    fails: ["engine-blocked", /wasm-unsafe-eval/],
    violations: WASM,
  },
  {
    name: "no WebAssembly, by default",
    policy: { "default-src": "'self'" },
    fails: ["engine-blocked", /wasm-unsafe-eval/],
    violations: WASM,
  },
  { name: "nothing to be fetched", policy: { ...STRICT, "connect-src": "'none'" }, fails: ["policy", /connect-src/], violations: ["connect-src"] },
  { name: "scripts of another origin only", policy: { ...STRICT, "script-src": CDN }, absent: true },
];

for (const { name, policy, fails, absent, encoder, workers, violations = [] } of rows) {
  test(`a policy of ${name}`, options, async () => {
    await matrix.open({ policy, encoder });
    if (absent) return matrix.isAbsent();
    if (fails) await matrix.fails(...fails);
    else await matrix.works({ times: encoder ? 2 : 1 });
    if (workers !== undefined) assert.equal(await matrix.workers(), workers);
    const reported = await matrix.violations();
    assert.deepEqual(reported, violations);
  });
}
