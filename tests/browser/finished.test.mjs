// The finished mode: an alignment that was made before, from a script, an address or the property, shown as its page is, with neither
// core nor tools until a reader wants them.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { Key } from "selenium-webdriver";
import { everything } from "./everything.mjs";
import { browser } from "./harness.mjs";
import { between, ownPages } from "./own-page.mjs";
import { until } from "./processes.mjs";

const page = browser();
const options = { timeout: 120_000 };
const SEEDS = readdirSync(fileURLToPath(new URL("../../seeds/", import.meta.url))).filter((name) => /\.(txt|md)$/.test(name));

const { run, open } = ownPages(page, 800);

const linked = (name = "view") => until("links", () => run(`return ${name}.alignment !== null`), { seconds: 20 });
/** JSON that may stand in a script. @param {unknown} value */
const inScript = (value) => JSON.stringify(value).replaceAll("<", "\\u003c");

test("it makes the same tree as the core, of every sample page", options, async () => {
  await open(`<en-face encoder="none"></en-face><en-face id="other" layout="stacked" controls="full"></en-face>`);
  await run("window.other = document.getElementById('other')");
  for (const name of SEEDS) {
    const page = `/seeds/${encodeURIComponent(name)}`;
    await run("view.src = arguments[0]", page);
    await until(`links of ${name}`, () => run("return view.alignment !== null"), { seconds: 20 });
    await run("other.alignment = JSON.parse(JSON.stringify(view.alignment))");
    await until(`the links of ${name} again`, () => run("return other.alignment !== null && other.alignment.sides[0].sentences[0]?.text === view.alignment.sides[0].sentences[0]?.text"), { seconds: 20 });
    await until("the tools", () => run("return [view, other].every((one) => one.shadowRoot.querySelector('.tool.keys') !== null)"), { seconds: 10 });
    const differs = await run(`
      // Entrances, and what a layout or a tool has put beside the texts.
      const tree = (of) => {
        const copy = of.shadowRoot.querySelector('.page').cloneNode(true);
        for (const one of copy.querySelectorAll('[tabindex="0"]')) one.setAttribute('tabindex', '-1');
        for (const one of [...copy.children]) if (!one.matches('section, aside')) one.remove();
        return copy;
      };
      const [a, b] = [tree(view), tree(other)];
      if (a.isEqualNode(b)) return null;
      const first = (a, b) => {
        for (let at = 0; at < Math.max(a.childNodes.length, b.childNodes.length); at += 1) {
          const [x, y] = [a.childNodes[at], b.childNodes[at]];
          if (!x || !y || !x.isEqualNode(y)) return (x && y && first(x, y)) || [x?.outerHTML ?? x?.data, y?.outerHTML ?? y?.data];
        }
        return a.isEqualNode(b) ? null : [a.cloneNode().outerHTML, b.cloneNode().outerHTML];
      };
      return first(a, b)`);
    assert.equal(differs, null, `${name}: ${JSON.stringify(differs)}`);
  }
  assert.deepEqual(await page.problems(), []);
});

const script = (/** @type {unknown} */ value) => `<script type="application/json">${inScript(value)}</script>`;
/** What is only fetched for a core, better links or tools. */
const heavy = () => between.asked.filter((path) => /wasm|pkg|reading|worker|encoder|tools|errors|old-maps/.test(path));
const texts = (/** @type {string} */ selector) => run("return [...view.shadowRoot.querySelectorAll(arguments[0])].map((e) => e.textContent)", selector);
const code = (/** @type {string} */ expected) => until(`the error ${expected}`, async () => (await texts(".status .code"))[0] === expected, { seconds: 10 });

test("with links in a script it asks for neither core, worker nor tools, and reads like any other text", options, async () => {
  await open(`<en-face>${script(everything())}</en-face>`);
  await linked();
  const { links } = everything();
  await run("view.shadowRoot.getElementById('s0-1').focus()");
  await page.driver.actions().sendKeys(Key.ENTER, Key.ARROW_RIGHT).perform();
  const part = (/** @type {string} */ name) => run("return [...view.shadowRoot.querySelectorAll(`[part~=${arguments[0]}]`)].map((e) => e.id)", name);
  const link = links.find(({ left }) => left.includes(1));
  assert.ok(link);
  assert.deepEqual(await part("pinned"), ["s0-1"]);
  assert.deepEqual(await part("active"), [`s1-${link.best[1]}`]);
  const [told] = await run("return enFaceTestEvents.filter(({ type }) => type === 'activate').map(({ detail }) => detail)");
  assert.deepEqual(told, { side: 0, index: 1, counterparts: link.right });
  assert.equal(await run("return enFaceTestWorkers.started"), 0);
  assert.deepEqual(heavy(), []);
  assert.deepEqual(await run("return performance.getEntriesByType('resource').filter(({ name }) => /wasm|tools|worker|encoder/.test(name)).map(({ name }) => name)"), []);
  assert.deepEqual(await page.axe(), []);
  assert.deepEqual(await page.problems(), []);
});

test("one button brings the tools, and a file is made by the core, which comes then", options, async () => {
  await open(`<en-face>${script(everything())}</en-face>`);
  await linked();
  const box = () => run("return view.shadowRoot.getElementById('s0-0').getBoundingClientRect().top");
  const before = await box();
  const button = await page.shadow(".more");
  await button.click();
  await page.shadow(".tool.keys");
  assert.equal((await page.shadowAll(".more")).length, 0);
  assert.equal(await run("return view.shadowRoot.activeElement?.classList.contains('tool')"), true);
  assert.equal(await box(), before, "nothing moves");
  assert.equal(between.asked.filter((path) => path.includes("wasm")).length, 0);
  await page.driver.actions().sendKeys("x").perform();
  await (await page.shadow(".choice.tmx")).click();
  await until("the core", async () => between.asked.some((path) => path.endsWith(".wasm")), { seconds: 10 });
  assert.deepEqual(await page.problems(), []);
});

test("tools that do not load are told of below the text, and can be asked for again", options, async () => {
  between.on("/component/tools/tools.css", () => ({ status: 404, headers: { "content-type": "text/css" } }));
  await open(`<en-face>${script(everything())}</en-face>`);
  await linked();
  await (await page.shadow(".more")).click();
  await until("the notice", async () => (await texts(".notice .code"))[0] === "engine-missing", { seconds: 10 });
  assert.ok((await texts("[part~=sentence]")).length > 3, "the text stays");
  between.off("/component/tools/tools.css");
  await (await page.shadow(".notice .retry")).click();
  await page.shadow(".tool.keys");
  assert.deepEqual(await texts(".notice *"), []);
});

test('controls="none" leaves out the bar, controls="full" brings the tools at once', options, async () => {
  await open(`<en-face controls="none">${script(everything())}</en-face>`);
  await linked();
  assert.equal(await run("return view.shadowRoot.querySelector('.bar').getClientRects().length + view.shadowRoot.querySelectorAll('.more').length"), 0);
  assert.deepEqual(heavy(), []);
  await run("view.controls = 'full'");
  await page.shadow(".tool.keys");
  between.asked.length = 0;
  await open(`<en-face controls="full">${script(everything())}</en-face>`);
  await page.shadow(".tool.keys");
  assert.equal((await page.shadowAll(".more")).length, 0);
});

test("an address is fetched; the property counts more, and leaves the attribute alone", options, async () => {
  const json = (/** @type {unknown} */ value) => () => ({ status: 200, headers: { "content-type": "application/json" }, body: Buffer.from(JSON.stringify(value)) });
  between.on("/links.json", json(everything())).on("/wrong.json", json({ ...everything(), links: [{ left: [1e9], right: [0], best: [0, 0], score: 1 }] }));
  await open(`<en-face alignment="links.json"></en-face>`);
  await linked();
  assert.equal(await run("return view.getAttribute('alignment')"), "links.json");
  assert.deepEqual(heavy(), []);
  await run("view.setAttribute('alignment', 'wrong.json')");
  await code("alignment");
  assert.match((await texts(".status .message"))[0], /links\[0\]\.left\[0\]/);
  await run("view.setAttribute('alignment', 'nowhere.json')");
  await code("not-found");
  await run("view.setAttribute('alignment', '/seeds/old-maps.md')");
  await code("alignment");
  const { links } = everything();
  await run("view.alignment = arguments[0]", { ...everything(), links: links.slice(0, 1) });
  await until("the property's links", () => run("return view.alignment?.links.length === 1"), { seconds: 5 });
  assert.equal(await run("return view.getAttribute('alignment')"), "/seeds/old-maps.md");
  await run("view.alignment = null; view.setAttribute('alignment', 'links.json')");
  await until("the address's links", () => run("return view.alignment?.links.length === arguments[0]", links.length), { seconds: 5 });
});

test("a script that arrives in pieces, or changes later, is read when it is whole", options, async () => {
  const long = { ...everything(), more: "x".repeat(200_000) };
  const path = "/slow.html";
  between.page(path, { head: '<script type="module" async src="/en-face.js"></script>', body: `<en-face>${script(long)}</en-face><p>after</p>` });
  const rule = await fetch(between.address + path);
  assert.equal(rule.status, 200);
  const body = Buffer.from(await rule.arrayBuffer());
  between.on(path, ({ headers }) => ({ status: 200, headers: { ...headers, "content-type": "text/html; charset=utf-8" }, body, pause: 60 }));
  await page.open(path, { address: between.address });
  await run("window.view = document.querySelector('en-face')");
  await linked();
  assert.deepEqual(await run("return enFaceTestEvents.filter(({ type }) => type === 'error')"), []);
  assert.equal(await run("return enFaceTestEvents.filter(({ type }) => type === 'ready').length"), 1);
  await run("view.querySelector('script').firstChild.data = arguments[0]", JSON.stringify({ ...everything(), links: [] }));
  await until("no links", () => run("return view.alignment?.links.length === 0"), { seconds: 5 });
  await run("view.replaceChildren()");
  await until("nothing", () => run("return view.shadowRoot.querySelector('.frame').dataset.state === 'empty'"), { seconds: 5 });
});

test("what is hostile in it is text, or nothing", options, async () => {
  const hostile = everything();
  const bad = "javascript:alert(1)";
  hostile.page.source = bad;
  hostile.page.titles = { zh: "<img src=x onerror=alert(1)>", en: "</script><script>alert(1)</script>" };
  hostile.sides[0].sentences[0] = { text: "x", start: 0, end: 1, runs: [{ text: "<b>a</b>", link: bad }, { text: "b", link: "https://example.org/\" onclick=" }, { text: "c", link: "HTTPS://example.org/ok" }] };
  await open(`<en-face>${script(hostile)}</en-face>`);
  await linked();
  assert.deepEqual(await run("return [...view.shadowRoot.querySelectorAll('.page a')].map((a) => a.protocol)").then((all) => all.filter((/** @type {string} */ one) => one !== "https:")), []);
  assert.equal(await run("return view.shadowRoot.querySelectorAll('.page :is(img, script, b)').length"), 0);
  assert.match((await texts("#s0-0"))[0], /^<b>a<\/b>bc$/);
  assert.equal(await run("return view.shadowRoot.querySelectorAll('#s0-0 a').length"), 1);
  const round = "const a = { version: 1 }; a.page = a; a.regime = 'summary'; a.sides = [a, a]; a.links = []; view.alignment = a";
  await run(round);
  await code("alignment");
});

test("where a policy forbids the core all but what it does works, and that says why not", options, async () => {
  between.on("*", ({ headers }) => ({ headers: { ...headers, "content-security-policy": headers["content-security-policy"].replace(" 'wasm-unsafe-eval'", "") } }));
  await open(`<en-face controls="full">${script(everything())}</en-face>`);
  await page.shadow(".tool.keys");
  await run("view.shadowRoot.getElementById('s0-1').focus()");
  await page.driver.actions().sendKeys("x").perform();
  await (await page.shadow(".choice.tmx")).click();
  const said = async () => (await texts(".toast"))[0] ?? "";
  await until("the reason", async () => /WebAssembly/.test(await said()), { seconds: 10 });
  assert.match(await said(), /wasm-unsafe-eval/);
  await page.driver.actions().sendKeys(Key.ESCAPE).perform();
  await run("view.shadowRoot.querySelector('.toast').hidePopover(); view.shadowRoot.getElementById('s0-2').focus()");
  await page.driver.actions().sendKeys("w").perform();
  await until("the reason again", () => run("const toast = view.shadowRoot.querySelector('.toast'); return toast.matches(':popover-open') && /WebAssembly/.test(toast.textContent)"), { seconds: 10 });
  const problems = await page.problems();
  assert.deepEqual(problems.filter((problem) => !/^policy violation|wasm-eval/.test(problem)), []);
});
