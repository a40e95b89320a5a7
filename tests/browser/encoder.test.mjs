// The sentence encoder: better links come from a worker, without a jump; and whatever fails, the plain links stay. What is wrong
// with a file is found by the same code in all engines: Chromium has all the broken ones, the others one of each kind of message.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test, { afterEach, beforeEach } from "node:test";
import { Key } from "selenium-webdriver";
import { Between } from "./between.mjs";
import { browser, engine } from "./harness.mjs";
import { until } from "./processes.mjs";
import { Reader } from "./reading.mjs";
import { noting } from "./turns.mjs";

/** @typedef {{ id: string, type: string, detail: any }} Event */
/** @typedef {import("./reading.mjs").Link} Link */

const page = browser();
const reader = new Reader(page);
const options = { timeout: 120_000 };
const file = (/** @type {string} */ path) => readFileSync(new URL(`../../${path}`, import.meta.url));
/** `cargo xtask model` makes it, `cargo xtask build` puts it there. */
const ENCODER = file("target/site/encoder/zh-en.enface");
const SHIPPED = "/encoder/zh-en.enface";
const ONE = '<en-face id="a" src="/seeds/ceasefire.txt"></en-face>';
/** Milliseconds between two of the sixteen parts in which a slow encoder arrives. */
const SLOW = 120;

/** @type {Between} */
let between;

beforeEach(async () => {
  between = await new Between(page.site.address).start();
  between.page("/one.html", { body: ONE }).page("/again.html", { body: ONE });
});
afterEach(() => between.stop());

/** @param {string} [path] */
const open = (path = "/one.html") => page.open(path, { encoder: true, address: between.address });

/** @param {string} type @param {string} [id] @returns {Promise<Event[]>} */
const events = (type, id = "a") =>
  page.driver.executeScript(
    "return (window.enFaceTestEvents ?? []).filter((event) => event.type === arguments[0] && event.id === arguments[1])",
    type,
    id,
  );

/** @param {number} times how often links have come by then @param {string} [id] */
const aligned = (times, id = "a") =>
  until(
    `links for the ${times}. time`,
    async () => {
      const failed = await events("error", id);
      assert.deepEqual(failed, [], String(failed.length && (await page.problems())));
      return (await events("aligned", id)).length >= times;
    },
    { seconds: 45 },
  );

/** @param {string} code @returns {Promise<Event>} */
const failed = (code) =>
  until(`the error ${code}`, async () => (await events("error")).find(({ detail }) => detail.code === code), { seconds: 45 });

const workers = () => page.driver.executeScript("return window.enFaceTestWorkers.started");
const linked = () => reader.places("unsupported");
const pause = (/** @type {number} */ milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const slow = () => between.on(SHIPPED, () => ({ pause: SLOW }));

/**
 * What the cache of this page's origin holds, waited for: it is filled after the links are there. WebKit's driver keeps
 * caches in memory, and only while a page has one open: hence the handle, and a second visit to another address, so that
 * the page with the handle stays in the history.
 *
 * @param {number} count
 */
const kept = (count) =>
  until(
    `${count} kept`,
    async () => {
      const names = /** @type {string[]} */ (
        await page.driver.executeAsyncScript(`const done = arguments[0];
          caches.open("en-face-encoder-1").then((cache) => (window.handle = cache).keys())
            .then((keys) => done(keys.map(({ url }) => url)))`)
      );
      return names.length === count && names;
    },
    { seconds: 10 },
  );

test("plain links come first, better ones replace them without a jump, and progress is told", options, async () => {
  slow();
  await open();
  await aligned(1);
  const tops = () =>
    page.driver.executeScript(
      "return [...document.querySelector('en-face').shadowRoot.querySelectorAll('[part~=sentence]')].map((e) => e.getBoundingClientRect().top)",
    );
  const before = await tops();
  const bar = await page.shadow("[part~=progress]");
  assert.equal(await bar.getAriaRole(), "progressbar");
  assert.ok(await bar.getAccessibleName());
  assert.deepEqual(await page.axe(), []);
  assert.deepEqual(await tops(), before, "the hairline takes no room");
  await aligned(2);
  assert.deepEqual(await tops(), before);
  assert.equal((await page.shadowAll("[part~=progress]")).length, 0);
  const told = (await events("progress")).map(({ detail }) => detail);
  const phases = ["download", "load", "encode"];
  assert.deepEqual([...new Set(told.map(({ phase }) => phase))], phases);
  for (const phase of phases) {
    const steps = told.filter((progress) => progress.phase === phase);
    steps.reduce((one, next) => (assert.ok(one.loaded <= next.loaded && next.total === steps[0].total, JSON.stringify(steps)), next));
    const { loaded, total } = steps[steps.length - 1];
    assert.equal(loaded, total);
  }
  assert.equal(told[0].total, ENCODER.length);
  assert.ok(told.filter(({ phase }) => phase === "download").length > 3);
  assert.equal(await workers(), 1);
  assert.equal(between.count("/pkg/en_face_bg.wasm"), 1, "the worker gets the module from the page");
  assert.deepEqual(await page.problems(), []);
});

test("the links are better than without", { ...options, skip: engine !== "chromium" && "the core computes the same everywhere" }, async () => {
  // Pairs of the gold alignment that are found, in all the summaries: harmonic mean of what is right and what is found.
  const gold = ["ceasefire", "kitchen-thread", "tidal-lab"];
  const scores = [];
  for (const times of [1, 2]) {
    let [right, found, wanted] = [0, 0, 0];
    for (const name of gold) {
      /** @type {{ page: string, links: [number, number[]][] }} */
      const { page: path, links } = JSON.parse(file(`tests/gold/${name}.gold.json`).toString());
      between.page(`/${name}.html`, { body: `<en-face id="a" ${times === 1 ? 'encoder="none"' : ""} src="/seeds/${path}"></en-face>` });
      await open(`/${name}.html`);
      await aligned(times);
      /** @type {{ links: Link[] }} */
      const { links: given } = (await events("aligned"))[times - 1].detail;
      const pairs = (/** @type {number[]} */ lefts, /** @type {number[]} */ rights) => lefts.flatMap((l) => rights.map((r) => `${l}-${r}`));
      const truth = new Set(links.flatMap(([left, rights]) => pairs([left].flat(), rights)));
      const mine = given.flatMap(({ left, right: rights }) => pairs(left, rights));
      right += mine.filter((pair) => truth.has(pair)).length;
      found += mine.length;
      wanted += truth.size;
    }
    scores.push((2 * right) / (found + wanted));
  }
  assert.ok(scores[1] > scores[0], scores.join(" "));
});

test("the second visit finds the file in the cache", options, async () => {
  await open();
  await page.driver.executeAsyncScript(`const done = arguments[0];
    caches.open("en-face-encoder-1").then((cache) => cache.put("${SHIPPED}?sha256-00", new Response("old"))).then(done)`);
  await aligned(2);
  const [name] = await kept(1);
  assert.match(name, /\?sha256-[0-9a-f]{64}$/, "the file of an older version is gone");
  await open("/again.html");
  await aligned(2);
  assert.equal(between.count(SHIPPED), 1);
  const [first] = await events("progress");
  assert.deepEqual(first.detail, { phase: "download", loaded: ENCODER.length, total: ENCODER.length });
});

test("a damaged file in the cache is fetched anew", options, async () => {
  await open();
  await aligned(2);
  const [name] = await kept(1);
  await page.driver.executeAsyncScript(
    `const [name, done] = arguments;
    caches.open("en-face-encoder-1").then((cache) => cache.put(name, new Response("rubbish"))).then(done)`,
    name,
  );
  await open("/again.html");
  await aligned(2);
  assert.equal(between.count(SHIPPED), 2);
  await until(
    "the repaired file",
    async () =>
      ENCODER.length ===
      (await page.driver.executeAsyncScript(
        `const [name, done] = arguments;
        caches.match(name).then((answer) => answer?.arrayBuffer()).then((bytes) => done(bytes?.byteLength))`,
        name,
      )),
    { seconds: 10 },
  );
});

test("without a cache the links come all the same", options, async () => {
  between.on("/no-cache.js", () => ({
    status: 200,
    headers: { "content-type": "text/javascript" },
    body: Buffer.from("caches.open = () => Promise.reject(new DOMException('no', 'SecurityError'));"),
  }));
  // Where no worker may start the page's own cache is the one that is used.
  between.page("/one.html", { head: '<script src="/no-cache.js"></script><script type="module" src="/en-face.js"></script>', body: ONE });
  between.on("/component/worker.js", ({ body }) => ({ body: Buffer.from(`caches.open = () => Promise.reject(new Error("no"));${body}`) }));
  await open();
  await aligned(2);
});

const flipped = Buffer.from(ENCODER);
flipped[2_000_000] ^= 1;
const newer = Buffer.from(ENCODER);
newer[8] = 99;
/** A file that claims a part of nearly 4 GB. */
const hostile = Buffer.from(ENCODER);
hostile.fill(255, 48, 52);
const octets = { "content-type": "application/octet-stream" };

/** @type {[string, string, string, Partial<import("./between.mjs").Answer>][]} */
const broken = [
  ["a damaged file", "", "encoder-damaged", { body: flipped }],
  ["a truncated file", "", "encoder-damaged", { body: ENCODER.subarray(0, 3_000_000) }],
  ["a missing file", "", "encoder-missing", { status: 404 }],
  ["a page in place of the file", "", "encoder-missing", { headers: { "content-type": "text/html" } }],
  ["a damaged file of one's own", "/own.enface", "encoder-damaged", { body: flipped }],
  ["a truncated file of one's own", "/own.enface", "encoder-damaged", { body: ENCODER.subarray(0, 3_000_000) }],
  ["a file of another version", "/own.enface", "encoder-version", { body: newer }],
  ["a hostile file", "/own.enface", "encoder-damaged", { body: hostile }],
  ["another kind of file", "/own.enface", "encoder-format", { body: Buffer.from("text\n") }],
  ["an empty file", "/own.enface", "encoder-format", { body: Buffer.alloc(0) }],
  ["a file with another hash than asked for", `/own.enface#sha256-${"0".repeat(64)}`, "encoder-damaged", { body: ENCODER }],
];
const told = broken.filter(([, , code], index) => engine === "chromium" || broken.findIndex((one) => one[2] === code) === index);
for (const [name, attribute, code, answer] of told) {
  test(`${name} is refused with a message, and the plain links stay`, options, async () => {
    const path = attribute ? "/own.enface" : SHIPPED;
    between.on(path, () => ({ status: 200, headers: octets, ...answer }));
    between.page("/one.html", { body: ONE.replace("<en-face", `<en-face encoder="${attribute}"`) });
    await open();
    const { detail } = await failed(code);
    assert.deepEqual(Object.keys(detail).sort(), ["code", "message", "remedy"]);
    assert.equal((await events("aligned")).length, 1);
    const links = await page.driver.executeScript("return document.querySelector('en-face').alignment.links.length");
    assert.ok(Number(links) > 0);
    const [notice] = await reader.texts("[part~=notice]");
    assert.ok(notice.includes(detail.message) && notice.includes(detail.remedy) && notice.includes(code), notice);
    assert.equal((await page.shadowAll("[part~=progress]")).length, 0);
    assert.deepEqual(await page.axe(), []);
    assert.deepEqual(await page.problems(), []);
    if (attribute) return;
    between.off(path);
    await (await page.shadow(".notice .retry")).click();
    await until("better links", async () => (await events("aligned")).length === 2, { seconds: 45 });
    assert.deepEqual(await reader.texts("[part~=notice]"), [""]);
  });
}

test("a file of one's own is taken, pinned or not", options, async () => {
  const digest = await crypto.subtle.digest("SHA-256", ENCODER);
  const pin = `#sha256-${Buffer.from(digest).toString("hex").toUpperCase()}`;
  between.on("/own.enface", () => ({ status: 200, headers: octets, body: ENCODER }));
  for (const [name, fragment] of Object.entries({ pinned: pin, plain: "" })) {
    between.page(`/${name}.html`, { body: ONE.replace("<en-face", `<en-face encoder="own.enface${fragment}"`) });
    await open(`/${name}.html`);
    await aligned(2);
    if (fragment) await kept(1);
  }
  assert.equal(between.count("/own.enface"), 2);
  assert.equal(between.count(SHIPPED), 0);
  await kept(1);
});

for (const [name, body] of /** @type {[string, string][]} */ ([
  ['encoder="none"', ONE.replace("<en-face", '<en-face encoder="none"')],
  ["a page in other languages", ONE.replace("<en-face", '<en-face left-lang="de" right-lang="fr"')],
])) {
  test(`${name}: neither worker nor file is asked for`, options, async () => {
    between.page("/one.html", { body });
    await open();
    await aligned(1);
    await pause(800);
    assert.deepEqual([between.count(SHIPPED), await workers(), await events("progress"), await events("error")], [0, 0, [], []]);
    assert.equal((await events("aligned")).length, 1);
  });
}

test("who saves data gets the encoder only if it is there already, or asked for by name", options, async () => {
  const script = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } });";
  between.on("/saving.js", () => ({ status: 200, headers: { "content-type": "text/javascript" }, body: Buffer.from(script) }));
  const head = '<script src="/saving.js"></script><script type="module" src="/en-face.js"></script>';
  between.page("/saving.html", { head, body: ONE });
  await open("/saving.html");
  await aligned(1);
  await pause(800);
  assert.equal(between.count(SHIPPED), 0);
  assert.deepEqual(await events("error"), []);
  await open();
  await aligned(2);
  await kept(1);
  await open("/saving.html");
  await aligned(2);
  assert.equal(between.count(SHIPPED), 1);
});

/** The question how much there is to do, which asks for nothing, does not count. */
const TURNS = noting([["EncoderLoader", "step"], ["Reading", "encode"]], "args.at(-1) !== 0");
const policy = (/** @type {Between} */ site, /** @type {(policy: string) => string} */ change) =>
  site.on("*", ({ headers }) => ({
    headers: { ...headers, "content-security-policy": change(headers["content-security-policy"]) },
  }));

/** The turns in which the core works, on a page that may start no worker. @returns {Promise<string[][]>} */
async function turnsWithoutWorker() {
  policy(between, (csp) => csp.replace("worker-src 'self'", "worker-src 'none'"));
  between.on("/turns.js", () => ({ status: 200, headers: { "content-type": "text/javascript" }, body: Buffer.from(TURNS) }));
  between.page("/one.html", {
    head: '<script type="module" src="/turns.js"></script><script type="module" src="/en-face.js"></script>',
    body: ONE,
  });
  await open();
  await aligned(2);
  return page.driver.executeScript("return turns");
}

test("where the policy allows no worker, the page's thread does the work, and is given back after every slice", options, async () => {
  const turns = await turnsWithoutWorker();
  assert.ok(turns.length > 10, `${turns.length} turns`);
  for (const calls of turns) assert.equal(calls.length, 1, `one turn: ${calls.join(" ")}`);
});

test("where Trusted Types keep the worker from starting, the page's thread does the work", options, async () => {
  policy(between, (csp) => csp.replace("trusted-types en-face", "trusted-types another"));
  await open();
  await aligned(2);
});

test("a script from another origin does the work on the page's thread", options, async () => {
  const other = await new Between(page.site.address).start();
  try {
    other.on("*", ({ headers }) => ({ headers: { ...headers, "access-control-allow-origin": "*" } }));
    policy(between, (csp) => csp.replaceAll(/(script|connect)-src 'self'/g, `$& ${other.address}`));
    between.page("/one.html", { head: `<script type="module" src="${other.address}/en-face.js"></script>`, body: ONE });
    await open();
    await aligned(2);
    assert.equal(other.count(SHIPPED), 1);
    assert.deepEqual(await page.problems(), []);
  } finally {
    other.stop();
  }
});

test("a module under a wrong type is taken all the same", options, async () => {
  between.on("/pkg/en_face_bg.wasm", ({ headers }) => ({ headers: { ...headers, ...octets } }));
  await open();
  await aligned(2);
  assert.equal(between.count("/pkg/en_face_bg.wasm"), 1);
});

/** Gives a worker orders, one after the other, and puts what it answers to each into the page. */
const QUESTIONS = `const answers = (window.answers = []);
  const { left, right } = { left: "灯塔在春天熄灭了，守塔人的孙女接过了钥匙。", right: "In spring, the keeper's granddaughter took the keys." };
  const pair = { left, right, leftLang: "zh", rightLang: "en" };
  const work = {
    bytes: new TextEncoder().encode(left + "\\n\\n" + right),
    settings: {},
    choice: { address: new URL("${SHIPPED}", location).href, sha256: "", bytes: 0, shipped: true, keptOnly: false },
    anew: false,
  };
  const orders = [{ pair }, { work }, { pair }, { pair: { ...pair, rightLang: "tlh" } }, { pair: { ...pair, left: "" } }];
  const worker = new Worker("/component/worker.js", { type: "module" });
  worker.onmessage = ({ data }) => {
    if (data.progress) return;
    if (!("ready" in data)) answers.push(data);
    if (answers.length < orders.length) worker.postMessage({ id: answers.length, ...orders[answers.length] });
  };
  fetch("/pkg/en_face_bg.wasm").then((response) => response.arrayBuffer()).then((bytes) => WebAssembly.compile(bytes))
    .then((module) => worker.postMessage({ module, script: new URL("/pkg/en_face.js", location).href }));`;

test("clauses that mean the same are told by a loaded encoder, and none is loaded for them", options, async () => {
  between.on("/questions.js", () => ({ status: 200, headers: { "content-type": "text/javascript" }, body: Buffer.from(QUESTIONS) }));
  // The test's own worker needs a policy of its own.
  policy(between, (csp) => csp.replace(/require-trusted-types-for[^;]*;?/, ""));
  between.page("/questions.html", { head: '<script src="/questions.js"></script>', body: "" });
  await open("/questions.html");
  const answers = await until(
    "five answers",
    async () => {
      const given = /** @type {any[]} */ (await page.driver.executeScript("return window.answers"));
      return given.length === 5 && given;
    },
    { seconds: 45 },
  );
  assert.deepEqual(answers[0], { id: 0, evidence: [] });
  assert.ok(answers[1].alignment, JSON.stringify(answers[1]));
  assert.equal(answers[2].evidence.length, 1, JSON.stringify(answers[2]));
  const [{ kind, left, right, score }] = answers[2].evidence;
  assert.deepEqual([kind, left, right], ["clause", [9, 21], [0, 52]]);
  assert.ok(score > 0.4 && score <= 1, score);
  assert.deepEqual(answers.slice(3), [{ id: 3, evidence: [] }, { id: 4, evidence: [] }]);
});

test("two components share a worker and an encoder", options, async () => {
  slow();
  between.page("/two.html", { body: `${ONE}<en-face id="b" src="/seeds/night-trains.txt"></en-face>` });
  await open("/two.html");
  await aligned(2, "a");
  await aligned(2, "b");
  assert.deepEqual([await workers(), between.count(SHIPPED), between.count("/pkg/en_face_bg.wasm")], [1, 1, 1]);
  assert.ok((await events("progress", "b")).some(({ detail }) => detail.phase === "download"));
  assert.deepEqual(await page.problems(), []);
});

test("an element that is removed while it loads calls the download off", options, async () => {
  slow();
  await open();
  await until("the download", async () => (await events("progress")).length > 2, { seconds: 30 });
  await page.driver.executeScript("window.gone = document.querySelector('en-face'); gone.remove()");
  await until("the end of the download", () => between.left.includes(SHIPPED), { seconds: 10 });
  const told = (await events("progress")).length;
  await pause(16 * SLOW);
  assert.deepEqual([(await events("progress")).length, (await events("aligned")).length, await events("error")], [told, 1, []]);
  between.off(SHIPPED);
  await page.driver.executeScript("document.body.append(gone)");
  await aligned(3);
  assert.equal(await workers(), 1, "the worker was still there");
  assert.deepEqual(await page.problems(), []);
});

test("of two that wait for the download one may go", options, async () => {
  slow();
  between.page("/two.html", { body: `${ONE}<en-face id="b" src="/seeds/night-trains.txt"></en-face>` });
  await open("/two.html");
  await until("the download", async () => (await events("progress", "b")).length > 2, { seconds: 30 });
  await page.driver.executeScript("document.querySelector('#a').remove()");
  await aligned(2, "b");
  assert.deepEqual([between.count(SHIPPED), (await events("aligned", "a")).length], [1, 1]);
});

test("a worker that dies twice takes no links away, and the next one starts anew", options, async () => {
  const dying = 'addEventListener("message", ({ data }) => { if (data.work) throw new Error("out of memory"); });';
  between.on("/component/worker.js", ({ body }) => ({ body: Buffer.concat([body, Buffer.from(dying)]) }));
  await open();
  await failed("encoder-failed");
  assert.equal((await events("aligned")).length, 1);
  between.off("/component/worker.js");
  await (await page.shadow(".notice .retry")).click();
  await until("better links", async () => (await events("aligned")).length === 2, { seconds: 45 });
  assert.equal(await workers(), 3, "one that died, one that was tried at once, one that was asked for");
});

test("a worker that dies once is replaced, and nobody is troubled", options, async () => {
  between.on("/component/worker.js", ({ body }) => {
    // The first one only.
    between.off("/component/worker.js");
    const dying = 'addEventListener("message", ({ data }) => { if (data.work) throw new Error("out of memory"); });';
    return { headers: { "content-type": "text/javascript", "cache-control": "no-store" }, body: Buffer.concat([body, Buffer.from(dying)]) };
  });
  await open();
  await aligned(2);
  assert.equal(await workers(), 2);
  assert.deepEqual(await events("error"), []);
});

test("what is pinned stays pinned, and who is in the card stays in it", options, async () => {
  slow();
  await page.resize(1280, 500);
  await open();
  await aligned(1);
  const { links } = await reader.aligned();
  const far = links[links.length - 1];
  const place = `0-${far.left[0]}`;
  await page.driver.executeScript("arguments[0].focus({ preventScroll: true })", await reader.sentence(0, far.left[0]));
  await reader.press(Key.ENTER);
  await page.driver.executeScript("arguments[0].focus({ preventScroll: true })", await page.shadow(".peek-go"));
  assert.equal((await events("aligned")).length, 1, "the better links were not slow enough for this test");
  await aligned(2);
  await reader.expect("pinned", [place]);
  const better = (await events("aligned"))[1].detail.links.find((/** @type {Link} */ link) => link.left.includes(far.left[0]));
  await reader.expect("counterpart", (better?.right ?? []).map((/** @type {number} */ index) => `1-${index}`));
  await pause(400);
  const focused = "return document.querySelector('en-face').shadowRoot.activeElement?.className";
  assert.match(String(await page.driver.executeScript(focused)), /peek|linked/);
  assert.equal((await linked()).includes(place), better === undefined);
});

test("another encoder asks for other links, not for the page", options, async () => {
  between.page("/one.html", { body: ONE.replace("<en-face", '<en-face encoder="none"') });
  await open();
  await aligned(1);
  await page.driver.executeScript("window.text = document.querySelector('en-face').shadowRoot.querySelector('section')");
  const plain = (await events("aligned"))[0].detail;
  await page.driver.executeScript("document.querySelector('en-face').encoder = ''");
  await aligned(2);
  await page.driver.executeScript("document.querySelector('en-face').encoder = 'none'");
  await aligned(3);
  assert.deepEqual((await events("aligned"))[2].detail, plain);
  assert.equal(await page.driver.executeScript("return text.isConnected"), true);
  assert.equal(between.count("/seeds/ceasefire.txt"), 1);
});

test("a page may name the encoder of all elements, or have none", options, async () => {
  const script = `import { EnFace } from "/no-encoder.js";
    const address = new URL("${SHIPPED}", location).href;
    EnFace.encoder = location.hash ? { address, sha256: "", bytes: 0, languages: ["zh", "en"] } : null;`;
  between.on("/own.js", () => ({ status: 200, headers: { "content-type": "text/javascript" }, body: Buffer.from(script) }));
  for (const [path, times] of /** @type {[string, number][]} */ ([["/none.html", 1], ["/named.html#named", 2]])) {
    between.page(path.split("#")[0], { head: '<script type="module" src="/own.js"></script>', body: ONE });
    await open(path);
    await aligned(times);
    await page.shadow(".tool.keys");
    assert.deepEqual([await workers(), between.count(SHIPPED)], [times - 1, times - 1]);
  }
  assert.deepEqual(await page.problems(), []);
});

test("a site without an encoder tells the page, and troubles no reader", options, async () => {
  between.on("/en-face.js", ({ body }) => ({ body: Buffer.from(body.toString().replace(/[0-9a-f]{64}/, "")) }));
  between.on(SHIPPED, () => ({ status: 404 }));
  await open();
  await failed("encoder-missing");
  assert.deepEqual(await reader.texts("[part~=notice]"), [""]);
});

test("the hairline and the message stand out of the way", { ...options, skip: engine === "webkit" && "it would start anew for the dark" }, async () => {
  for (const dark of [false, true]) {
    for (const width of [375, 1440]) {
      between.on(SHIPPED, () => ({ pause: 400 }));
      await open();
      const tag = `${width}-${dark ? "dark" : "light"}`;
      await aligned(1);
      await page.shadow("[part~=progress]");
      await page.screenshot(`progress-${tag}`, { width, height: 800, dark });
      between.on(SHIPPED, () => ({ status: 404 }));
      await open();
      await failed("encoder-missing");
      await page.driver.executeScript("arguments[0].scrollIntoView({ block: 'center' })", await page.shadow(".notice"));
      const wide = "const { scrollWidth, clientWidth } = document.documentElement; return scrollWidth - clientWidth";
      await page.screenshot(`notice-${tag}`, { width, height: 800, dark });
      assert.equal(await page.driver.executeScript(wide), 0);
      assert.deepEqual(await page.axe(), [], tag);
      await page.driver.executeAsyncScript("caches.delete('en-face-encoder-1').then(arguments[0])");
    }
  }
});
