// Finished alignments changed at random, the same on every run: each is shown, as text, or refused as what it is.
import assert from "node:assert/strict";
import test, { afterEach, beforeEach } from "node:test";
import { everything } from "./everything.mjs";
import { browser } from "./harness.mjs";
import { ADDRESSES, AUDIT, BIDI, MARKUP } from "./hostile.mjs";
import { Matrix, SCRIPT } from "./policies.mjs";
import { until } from "./processes.mjs";

const page = browser();
/** @type {Matrix} */
let matrix;

beforeEach(async () => (matrix = await new Matrix(page).start()));
afterEach(() => matrix.stop());

/** Numbers below `n`, by a small generator (Knuth's MMIX constants). @param {bigint} seed */
function dice(seed) {
  let state = seed;
  return (/** @type {number} */ n) => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
    return Number(state >> 33n) % n;
  };
}

const TEXTS = ["", "x", "constructor", ...MARKUP, ...ADDRESSES, ...Object.values(BIDI)];
/** What takes the place of a value. */
const VALUES = [null, true, false, 0, -1, 0.5, 1e9, 4294967295, 1e308, [], {}, [0, 0], [1, 0], { length: 3 }, ...TEXTS];

/** Everything in a value that can be changed: what holds it, and under which key. @param {any} value @returns {[any, any][]} */
function places(value) {
  if (typeof value !== "object" || value === null) return [];
  const keys = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value);
  return keys.flatMap((key) => [/** @type {[any, any]} */ ([value, key]), ...places(value[key])]);
}

/** @param {any} value @param {(n: number) => number} below */
function change(value, below) {
  const all = places(value);
  if (below(5) < 4) {
    // A text for a text: most of these are shown.
    const texts = all.filter(([holder, key]) => typeof holder[key] === "string");
    const [holder, key] = texts[below(texts.length)];
    holder[key] = TEXTS[below(TEXTS.length)];
    return;
  }
  const [holder, key] = all[below(all.length)];
  const [otherHolder, otherKey] = all[below(all.length)];
  const act = below(4);
  if (act === 0 && Array.isArray(holder)) holder.splice(Number(key), 1);
  else if (act === 0) delete holder[key];
  else if (act === 1 && Array.isArray(holder)) holder.splice(Number(key), 0, holder[key]);
  else if (act === 2) holder[key] = JSON.parse(JSON.stringify(otherHolder[otherKey] ?? null));
  else holder[key] = VALUES[below(VALUES.length)];
}

test("400 changed alignments are shown or refused, and nothing else happens", { timeout: 180_000 }, async () => {
  matrix.own.on("/audit.js", ({ headers }) => ({ status: 200, headers: { ...headers, "content-type": "text/javascript" }, body: Buffer.from(AUDIT) }));
  await matrix.open({ head: `<script src="/audit.js"></script>${SCRIPT}`, body: '<en-face id="a" loading="eager"></en-face>' });
  await until("the component", () => matrix.run("return window.before !== undefined && customElements.get('en-face') !== undefined"), { seconds: 15 });
  const below = dice(6n);
  const base = /** @type {any} */ (everything());
  // Less to scroll past, and some runs.
  base.sides[1].sentences[1].runs = [{ text: "The lighthouse has " }, { text: "two", strong: true, link: "https://example.org/" }, { text: " floors." }];
  const jsons = Array.from({ length: 400 }, () => {
    const value = JSON.parse(JSON.stringify(base));
    for (let times = 1 + below(3); times > 0; times -= 1) change(value, below);
    return JSON.stringify(value);
  });
  const outcomes = await page.driver.executeAsyncScript(
    `const [jsons, done] = arguments;
    const view = document.querySelector("#a");
    const end = () => new Promise((resolve) => {
      const over = new AbortController();
      for (const type of ["enface-aligned", "enface-error"]) {
        view.addEventListener(type, ({ detail }) => (over.abort(), resolve(detail.code ?? "shown")), { signal: over.signal });
      }
    });
    (async () => {
      const outcomes = [];
      for (const json of jsons) {
        const ended = end();
        view.alignment = JSON.parse(json);
        outcomes.push([await ended, ...audit(view)]);
      }
      return outcomes;
    })().then(done, (error) => done(String(error)));`,
    jsons,
  );
  assert.ok(Array.isArray(outcomes), String(outcomes));
  /** @type {Record<string, number>} */
  const counts = {};
  for (const [index, [outcome, ...found]] of outcomes.entries()) {
    assert.deepEqual(found, [], jsons[index]);
    assert.match(outcome, /^(shown|alignment)$/, jsons[index]);
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  assert.ok(counts.shown > 50 && counts.alignment > 50, JSON.stringify(counts));
  assert.deepEqual(await page.problems(), []);
});
