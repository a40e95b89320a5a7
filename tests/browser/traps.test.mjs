// After the core has trapped under one component: it reads with a new core or says that it can't, and the others go on.
import assert from "node:assert/strict";
import test, { afterEach, beforeEach } from "node:test";
import { browser } from "./harness.mjs";
import { INLINE, Matrix, STRICT } from "./policies.mjs";
import { until } from "./processes.mjs";

const page = browser();
const options = { timeout: 120_000 };
/** @type {Matrix} */
let matrix;

beforeEach(async () => (matrix = await new Matrix(page).start()));
afterEach(() => matrix.stop());

const BODY = `<en-face id="a" loading="eager" src="/seeds/ceasefire.txt"></en-face><en-face id="b" loading="eager" src="/seeds/old-maps.md"></en-face>
  <en-face id="c" loading="eager">${INLINE}</en-face><button id="beside" type="button">Beside</button>`;

/** Overwrites the memory of a core, so that its next call traps. @param {"" | "?1"} which the first one, or the one that replaces it */
const breakCore = (which) =>
  page.driver.executeAsyncScript(
    `const [detail, done] = arguments;
    addEventListener("en-face-test-broken", () => done(), { once: true });
    dispatchEvent(new CustomEvent("en-face-test-break", { detail }));`,
    which,
  );

/** Three components, read. */
async function open() {
  await page.resize(1200, 800);
  await matrix.open({ policy: STRICT, body: BODY });
  for (const id of ["a", "b", "c"]) await matrix.works({ id });
}

/** Gives one of them another page, and waits for what becomes of it. @param {string} id @param {string} src */
async function turn(id, src) {
  await matrix.run("enFaceTestEvents.length = 0; document.getElementById(arguments[0]).src = arguments[1]", id, src);
  await until("an end", async () => (await matrix.told("aligned", id)).length + (await matrix.told("error", id)).length > 0, { seconds: 20 });
}

test("a trap that comes once troubles nobody", options, async () => {
  await open();
  await breakCore("");
  await turn("a", "/seeds/night-trains.txt");
  for (const id of ["a", "b", "c"]) await matrix.works({ id, times: id === "a" ? 1 : 0 });
  // What the others hold is of the core that is gone; they read anew all the same.
  await turn("b", "/seeds/tidal-lab.md");
  await matrix.works({ id: "b" });
});

test("a trap that comes again is one component's error; the others, and the page, go on", options, async () => {
  await open();
  await breakCore("");
  await breakCore("?1");
  await turn("a", "/seeds/night-trains.txt");
  const [{ detail }] = await matrix.told("error", "a");
  assert.equal(detail.code, "internal");
  assert.ok(detail.message && detail.remedy);
  for (const id of ["b", "c"]) await matrix.works({ id, times: 0 });
  await matrix.run("document.querySelector('#beside').addEventListener('click', () => (window.pressed = true))");
  await (await page.find("#beside")).click();
  assert.equal(await matrix.run("return pressed"), true);
  await turn("b", "/seeds/tidal-lab.md");
  await matrix.works({ id: "b" });
  // The one that failed can be asked again.
  await matrix.run("enFaceTestEvents.length = 0");
  await (await page.shadow(".status .retry", { host: "#a" })).click();
  await matrix.works({ id: "a" });
});
