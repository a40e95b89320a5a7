// Opening: the list of pages, files by button, drop and paste, and everything that can go wrong.
import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { Between } from "./between.mjs";
import { browser } from "./harness.mjs";
import { until } from "./processes.mjs";
import { Reader } from "./reading.mjs";

const page = browser();
const reader = new Reader(page);
const options = { timeout: 90_000 };
const SEED = fileURLToPath(new URL("../../seeds/library-hours.txt", import.meta.url));
const REAL = fileURLToPath(new URL("../../../shared/seeds/", import.meta.url));
const TEXT = "灯塔\nThe Light\n\n灯塔在2019年熄灭了。\n\nThe light went out in 2019.\n";

/** @param {string} code */
async function error(code) {
  await until(`the error ${code}`, async () => (await reader.texts(".status .code"))[0] === code, { seconds: 15 });
  assert.ok((await reader.texts(".status .message"))[0]);
  assert.ok((await reader.texts(".status .remedy"))[0]);
}

test("the first sample page opens by itself, and the list leads to the others", options, async () => {
  await page.open("/");
  await reader.aligned();
  await (await page.find("#pages-button")).click();
  const links = await page.driver.executeScript("return [...document.querySelectorAll('#folders a')].map((a) => a.dataset.path)");
  assert.ok(Array.isArray(links) && links.length >= 4);
  await (await page.find("#folders a[data-path='seeds/old-maps.md']")).click();
  await until("the address", async () => (await page.driver.getCurrentUrl()).endsWith("?page=seeds/old-maps.md"), {});
  await until("another title", async () => (await page.driver.getTitle()).includes("–"), {});
  await page.driver.navigate().refresh();
  await reader.aligned();
  assert.equal(await page.driver.executeScript("return document.querySelector('en-face').src"), "seeds/old-maps.md");
  await page.driver.navigate().back();
  await until("the first page", async () => !(await page.driver.getCurrentUrl()).includes("page="), {});
  assert.deepEqual(await page.problems(), []);
});

test("a file opens by button", options, async () => {
  await page.open("/");
  await reader.aligned();
  const input = await page.find("#file");
  await page.driver.executeScript("arguments[0].hidden = false", input);
  await input.sendKeys(SEED);
  await until("two sentences", async () => (await reader.texts("[data-side='0'][part~=sentence]")).length === 2, {});
  assert.ok((await page.driver.getTitle()).startsWith("library-hours.txt"));
  assert.deepEqual(await page.problems(), []);
});

for (const [how, script] of [
  ["drop", `data.items.add(new File([arguments[0]], "light.txt", { type: "text/plain" }));
    dispatchEvent(new DragEvent("drop", { dataTransfer: data, cancelable: true }));`],
  ["paste", `data.setData("text/plain", arguments[0]);
    dispatchEvent(Object.defineProperty(new Event("paste"), "clipboardData", { value: data }));`],
]) {
  test(`a page opens by ${how}`, options, async () => {
    await page.open("/");
    await reader.aligned();
    await page.driver.executeScript(`const data = new DataTransfer(); ${script}`, TEXT);
    await until("the light", async () => (await reader.texts("h2[part~=title]"))[0] === "灯塔", {});
    const [link] = (await reader.aligned()).links;
    assert.deepEqual([link.left, link.right], [[0], [0]]);
    assert.deepEqual(await page.problems(), []);
  });
}

test("the skip link keeps what is open", options, async () => {
  await page.open("/");
  await reader.aligned();
  await page.driver.executeScript(
    `const data = new DataTransfer();
    data.items.add(new File([arguments[0]], "light.txt", { type: "text/plain" }));
    dispatchEvent(new DragEvent("drop", { dataTransfer: data, cancelable: true }));`,
    TEXT,
  );
  await until("the light", async () => (await reader.texts("h2[part~=title]"))[0] === "灯塔", {});
  await reader.aligned();
  await page.driver.executeScript("document.querySelector('.skip').click()");
  await new Promise((resolve) => setTimeout(resolve, 300));
  assert.equal((await reader.texts("h2[part~=title]"))[0], "灯塔");
});

test("how to read is told in the reader's language until it has been read", options, async () => {
  await page.open("/");
  await reader.aligned();
  await page.driver.executeScript("localStorage.clear()");
  await page.driver.navigate().refresh();
  await reader.aligned();
  const shown = "return [...document.querySelectorAll('#hint p')].filter((line) => line.getClientRects().length).length";
  assert.equal(await page.driver.executeScript(shown), 1);
  await (await page.find("#hint-close")).click();
  assert.equal(await page.driver.executeScript(shown), 0);
  await page.driver.navigate().refresh();
  await reader.aligned();
  assert.equal(await page.driver.executeScript(shown), 0);
  assert.deepEqual(await page.problems(), []);
});

test("a page in the address is loaded once", options, async () => {
  await page.open("/");
  await reader.aligned();
  await reader.read("seeds/old-maps.md");
  await new Promise((resolve) => setTimeout(resolve, 300));
  const loads = "return performance.getEntriesByType('resource').filter((entry) => entry.name.endsWith('old-maps.md')).length";
  assert.equal(await page.driver.executeScript(loads), 1);
});

test("a missing page has an error, a remedy, and a way on", options, async () => {
  await page.open("/?page=seeds/nowhere.txt");
  await error("not-found");
  assert.deepEqual(await page.axe(), []);
  await page.driver.executeScript("document.querySelector('en-face').src = 'seeds/ceasefire.txt'");
  await reader.aligned();
  assert.equal((await reader.texts(".status *")).length, 0);
});

test("without its words the component still says what is missing", options, async () => {
  const between = await new Between(page.site.address).start();
  try {
    for (const lang of ["zh", "en"]) between.on(`/component/words/${lang}.js`, () => ({ status: 404, headers: { "content-type": "text/plain" } }));
    await page.open("/?page=seeds/ceasefire.txt", { address: between.address });
    await page.shadow(".status .code");
    await error("engine-missing");
    assert.match((await reader.texts(".status .message"))[0], /did not load/);
    assert.ok(await (await page.shadow(".status .retry")).isDisplayed());
  } finally {
    between.stop();
  }
});

test("a core of another version than the scripts is refused", options, async () => {
  const between = await new Between(page.site.address).start();
  try {
    const newer = (/** @type {Buffer} */ body) => body.toString().replace("function version(){", 'function version(){return 9009009;');
    between.on("/pkg/en_face.js", ({ body }) => ({ body: Buffer.from(newer(body)) }));
    await page.open("/?page=seeds/ceasefire.txt", { address: between.address });
    await error("engine-version");
  } finally {
    between.stop();
  }
});

test("an error takes the card of the page before away", options, async () => {
  const { links } = await reader.read("seeds/ceasefire.txt");
  const far = links[links.length - 1];
  await page.driver.executeScript("arguments[0].focus({ preventScroll: true })", await reader.sentence(0, far.left[0]));
  await page.shadow(".peek");
  await page.driver.executeScript("document.querySelector('en-face').src = 'seeds/nowhere.txt'");
  await error("not-found");
  assert.equal((await page.shadowAll(".peek")).length, 0);
});

test("what is no page is refused by name", options, async () => {
  await page.open("/");
  await reader.aligned();
  for (const [code, bytes] of Object.entries({ empty: "", binary: "\\x89PNG\\0\\0", "no-text": "原文\\n相关文章\\n" })) {
    await page.driver.executeScript(`document.querySelector("en-face").text = "${bytes}"`);
    await error(code);
  }
  await page.driver.executeScript("document.querySelector('en-face').alignment = { version: 7 }");
  await error("alignment");
});

test("an event tells the page around it what failed", options, async () => {
  await page.open("/");
  await reader.aligned();
  const detail = await page.driver.executeAsyncScript(`const done = arguments[0];
    document.addEventListener("enface-error", (event) => done(event.detail), { once: true });
    document.querySelector("en-face").setAttribute("src", "seeds/nowhere.txt");`);
  assert.deepEqual(Object.keys(detail ?? {}).sort(), ["code", "message", "remedy"]);
});

test("a finished alignment is shown without being made again", options, async () => {
  const alignment = await reader.read("seeds/ceasefire.txt");
  const count = (await reader.places("sentence")).length;
  const links = alignment.links.slice(0, 1);
  const given = await page.driver.executeAsyncScript(
    `const [links, done] = arguments;
    const view = document.querySelector("en-face");
    const finished = { ...view.alignment, links };
    view.addEventListener("enface-aligned", (event) => done(event.detail.links), { once: true });
    view.alignment = finished;`,
    links,
  );
  assert.deepEqual(given, links);
  assert.equal((await reader.places("sentence")).length, count);
});

/** Overwrites a core's memory, so that its next call fails for real. @param {"" | "?1"} which  the first core, or the next */
const breakCore = (which) =>
  page.driver.executeAsyncScript(
    `const [detail, done] = arguments;
    addEventListener("en-face-test-broken", () => done(), { once: true });
    dispatchEvent(new CustomEvent("en-face-test-break", { detail }));`,
    which,
  );

test("a core that traps is made anew, and the reader reads on", options, async () => {
  await page.open("/");
  await reader.aligned();
  await breakCore("");
  for (const [path, regime] of [["seeds/old-maps.md", "parallel"], ["seeds/tidal-lab.md", "summary"]]) {
    await page.driver.executeScript("document.querySelector('en-face').src = arguments[0]", path);
    await until(`${path} with its links`, async () => (await page.driver.executeScript("return document.querySelector('en-face').alignment?.regime")) === regime, { seconds: 15 });
    assert.deepEqual(await reader.texts(".status"), [""]);
  }
});

test("a core that traps again is an error state, and the page goes on", options, async () => {
  await page.open("/");
  await reader.aligned();
  await breakCore("");
  await breakCore("?1");
  await page.driver.executeScript("document.querySelector('en-face').src = 'seeds/old-maps.md'");
  await error("internal");
  await (await page.find("#pages-button")).click();
  assert.ok(await (await page.find("#folders a")).isDisplayed());
});

test("the element can be removed while it loads, and put back", options, async () => {
  await page.open("/");
  await reader.aligned();
  await page.driver.executeScript(`const view = document.querySelector("en-face");
    view.setAttribute("src", "seeds/old-maps.md");
    view.remove();
    document.querySelector("main").append(view);`);
  const alignment = await reader.aligned();
  assert.equal(alignment.regime, "parallel");
  assert.deepEqual(await page.problems(), []);
});

test("the real page is read with its titles, its source and all its sentences", { ...options, skip: !existsSync(REAL) && `skipped: ${REAL} is not there` }, async () => {
  await page.open("/");
  await reader.aligned();
  const name = readdirSync(REAL).find((file) => file.endsWith(".txt"));
  const path = await page.driver.executeScript(
    "return [...document.querySelectorAll('#folders a')].map((a) => a.dataset.path).find((path) => path.endsWith(arguments[0]))",
    name,
  );
  const alignment = await reader.read(encodeURI(String(path)));
  assert.equal((await reader.texts("h2[part~=title]")).length, 2);
  const link = await page.shadow("[part~=source-link]");
  assert.match((await link.getAttribute("href")) ?? "", /^https:\/\//);
  assert.equal(alignment.sides[0].sentences.length, 9);
  assert.equal((await reader.texts("[data-side='1'] .block:not([data-kind='byline']) [part~=sentence]")).length, 37);
  const first = alignment.links[0];
  await reader.point(await reader.sentence(0, first.left[0]));
  await reader.expect("active", [`0-${first.left[0]}`]);
  await reader.expect("counterpart", first.right.map((index) => `1-${index}`));
  assert.deepEqual(await page.problems(), []);
});
