// What a component leaves behind and whom it asks: SECURITY.md promises no more than what is checked here.
import assert from "node:assert/strict";
import test, { afterEach, beforeEach } from "node:test";
import { browser, engine } from "./harness.mjs";
import { Matrix, SCRIPT, STRICT } from "./policies.mjs";
import { until } from "./processes.mjs";

const page = browser();
const options = { timeout: 120_000 };
/** @type {Matrix} */
let matrix;

beforeEach(async () => (matrix = await new Matrix(page).start()));
afterEach(() => matrix.stop());

/** Before the component comes: what the page has by itself. */
const BEFORE = `
  window.before = {
    globals: new Set(Object.getOwnPropertyNames(window)),
    prototypes: [Object, Array, String, Promise, Element, HTMLElement, Node, EventTarget, Document].map((type) => Object.getOwnPropertyNames(type.prototype).length),
    head: document.head.childElementCount,
  };`;

test("it keeps choices, corrections and its encoder, and asks nobody but where it came from", options, async () => {
  matrix.own.on("/before.js", ({ headers }) => ({ status: 200, headers: { ...headers, "content-type": "text/javascript" }, body: Buffer.from(BEFORE) }));
  await page.resize(1200, 800);
  await matrix.open({ policy: STRICT, head: `<script src="/before.js"></script>${SCRIPT}`, encoder: true, body: '<en-face id="a" src="/seeds/ceasefire.txt"></en-face>' });
  await matrix.run("localStorage.clear()");
  await matrix.works({ times: 2 });
  // A choice, a correction, a search, a file: whatever a reader may leave traces with.
  await (await page.shadow(".tool.letters")).click();
  await (await page.shadow(".stepper-button:last-child")).click();
  await matrix.run("const view = document.querySelector('#a'); view.corrections = { ...view.corrections, decisions: [{ left: [0], right: [] }] }");
  await matrix.run("document.querySelector('#a').shadowRoot.querySelector('.tool.take').click()");
  await (await page.shadow(".popup.take .choice.json")).click();

  assert.deepEqual(await matrix.run("return Object.keys(localStorage).sort()"), ["en-face", "en-face corrections"]);
  const kept = JSON.parse(await matrix.run("return JSON.stringify({ ...localStorage })"));
  const texts = await matrix.run("return document.querySelector('#a').alignment.sides.flatMap(({ sentences }) => sentences.map(({ text }) => text))");
  for (const text of texts) assert.ok(!Object.values(kept).some((value) => value.includes(text)), "no text of the page is kept");
  assert.deepEqual(await matrix.run("return [sessionStorage.length, document.cookie, location.hash, history.state]"), [0, "", "", null]);
  const databases = `const done = arguments[0]; (indexedDB.databases?.() ?? Promise.resolve([])).then((all) => done(all.length), () => done(0))`;
  assert.equal(await page.driver.executeAsyncScript(databases), 0);
  if (engine !== "webkit") {
    const caches = `const done = arguments[0]; caches.keys().then(done)`;
    await until("the encoder", async () => String(await page.driver.executeAsyncScript(caches)) === "en-face-encoder-1", { seconds: 10 });
  }

  const foreign = "return performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => !name.startsWith(location.origin + '/') && !name.startsWith('blob:'))";
  assert.deepEqual(await matrix.run(foreign), []);
  assert.deepEqual(matrix.own.sent, [], "nothing is sent");
  const known = /^\/(page\.html|(reader|paper)\.css|test-script\.js|before\.js|favicon\.ico|icon\.svg|en-face\.js|encoder-asset\.js|seeds\/ceasefire\.txt|component\/[^?]*|pkg\/en_face(_bg\.wasm|\.js)|encoder\/zh-en\.enface)$/;
  assert.deepEqual(matrix.own.asked.filter((path) => !known.test(path)), []);

  // What drivers add has names of their own.
  const added = `const { globals, prototypes, head } = before;
    const types = [Object, Array, String, Promise, Element, HTMLElement, Node, EventTarget, Document];
    return [Object.getOwnPropertyNames(window).filter((name) => !globals.has(name) && name !== "before" && !/^(enFaceTest|cdc_|ret_nodes|se_exported|\\$)/.test(name) && !Number.isInteger(Number(name)) && name !== "a"),
      types.filter((type, index) => Object.getOwnPropertyNames(type.prototype).length !== prototypes[index]).length,
      document.querySelectorAll("style, script:not([src])").length];`;
  assert.deepEqual(await matrix.run(added), [[], 0, 0]);
});

test("its policy for Trusted Types lets through its worker's address, and nothing else", options, async () => {
  // Stands where the browser's own would make the policy, and keeps what the component asks for.
  const script = `
    window.policies = [];
    const { createPolicy } = TrustedTypePolicyFactory.prototype;
    TrustedTypePolicyFactory.prototype.createPolicy = function (name, rules) {
      policies.push({ name, rules: Object.keys(rules) });
      return (window.made = createPolicy.call(this, name, rules));
    };`;
  matrix.own.on("/policies.js", ({ headers }) => ({ status: 200, headers: { ...headers, "content-type": "text/javascript" }, body: Buffer.from(script) }));
  await matrix.open({ policy: STRICT, head: `<script src="/policies.js"></script>${SCRIPT}`, encoder: true });
  await matrix.works({ times: 2 });
  assert.deepEqual(await matrix.run("return policies"), [{ name: "en-face", rules: ["createScriptURL"] }]);
  const takes = (/** @type {string} */ address) => matrix.run("try { return String(made.createScriptURL(arguments[0])); } catch (error) { return error.name; }", address);
  assert.match(await takes(`${matrix.own.address}/component/worker.js`), /worker\.js$/);
  for (const address of ["https://evil.invalid/x.js", "data:text/javascript,1", `${matrix.own.address}/en-face.js`, `${matrix.own.address}/component/worker.js?x`]) {
    assert.equal(await takes(address), "TypeError", address);
  }
  assert.equal(await matrix.run("try { return String(made.createHTML('<b>')); } catch (error) { return error.name; }"), "TypeError");
});
