// Hostile finished alignments: shown as text, or refused with a reason; never markup, never a script, never a changed prototype.
import assert from "node:assert/strict";
import test, { afterEach, beforeEach } from "node:test";
import { browser } from "./harness.mjs";
import { ADDRESSES, AUDIT, BIDI, MARKUP } from "./hostile.mjs";
import { Matrix, SCRIPT, STRICT } from "./policies.mjs";
import { until } from "./processes.mjs";

const page = browser();
const options = { timeout: 180_000 };
/** @type {Matrix} */
let matrix;

beforeEach(async () => {
  matrix = await new Matrix(page).start();
  matrix.own.on("/audit.js", ({ headers }) => ({ status: 200, headers: { ...headers, "content-type": "text/javascript" }, body: Buffer.from(AUDIT) }));
});
afterEach(() => matrix.stop());

const OPEN = "window.before !== undefined && customElements.get('en-face') !== undefined";

/** @param {import("./policies.mjs").Directives} policy @param {string} [inside] the element @param {string} [beside] it */
async function open(policy, inside = "", beside = "") {
  await page.resize(1000, 700);
  await matrix.open({ policy, head: `<script src="/audit.js"></script>${SCRIPT}`, body: `<en-face id="a" controls="full">${inside}</en-face>${beside}` });
  await until("the component", () => matrix.run(`return ${OPEN}`), { seconds: 15 });
}

const audit = () => matrix.run("return audit(document.querySelector('#a'))");

/** Waits until the component has links or says why not. @returns {Promise<string>} */
async function end() {
  const script = "return enFaceTestEvents.find(({ type }) => type === 'aligned' || type === 'error') ?? null";
  const { type, detail } = await until("an end", () => matrix.run(script), { seconds: 30 });
  return type === "error" ? String(detail.code) : "shown";
}

/** Gives the component an alignment, as the text of its JSON. @param {string} json */
async function show(json) {
  await matrix.run("enFaceTestEvents.length = 0; document.querySelector('#a').alignment = JSON.parse(arguments[0])", json);
  return end();
}

/** @param {string} text */
const sentence = (text, more = {}) => ({ text, start: 0, end: text.length, ...more });

/** An alignment with these sentences on its sides. @param {object[]} left @param {object[]} right @param {any} [more] */
function alignment(left, right, more = {}) {
  const side = (/** @type {string} */ lang, /** @type {object[]} */ sentences) => ({
    lang,
    blocks: [{ kind: "paragraph", sentences: [0, sentences.length] }],
    sentences: sentences.map((one, index) => ({ ...one, start: index * 10, end: index * 10 + 9 })),
  });
  const links = [{ left: [0], right: [0], best: [0, 0], score: 0.9 }];
  return { version: 1, page: { titles: { zh: "灯塔", en: "The Light" } }, regime: "summary", sides: [side("zh", left), side("en", right)], links, checks: [], ...more };
}

/** @type {[name: string, value: any][]} */
const shown = [
  ...MARKUP.map((markup) => {
    const text = sentence(markup, { runs: [{ text: markup, strong: true, link: markup, image: true }] });
    const checks = [{ left: 0, right: 0, kind: "quantity", found: markup, expected: markup }];
    const value = alignment([sentence(markup), text], [sentence(markup), text], { checks });
    const titles = { zh: markup, en: markup, [markup]: markup };
    value.page = { titles, source: markup, related: [{ titles, date: markup }] };
    value.sides[0].blocks = [{ kind: "list-item", sentences: [0, 2], marker: markup }];
    return /** @type {[string, any]} */ ([markup, value]);
  }),
  ...ADDRESSES.map((link) => {
    const value = alignment([sentence("灯塔。", { runs: [{ text: "灯塔。", link }] })], [sentence("The light.", { runs: [{ text: "The light.", link, code: true }] })]);
    value.page.source = link;
    return /** @type {[string, any]} */ ([`an address: ${link}`, value]);
  }),
  ...["", "x", "zh\" onload=\"canary()", "<script>", "__proto__", "constructor", "toString", "zh-".repeat(1000), "\u202een", "*"].map((lang) => {
    const value = alignment([sentence("灯塔。")], [sentence("The light.")]);
    value.sides[0].lang = value.sides[1].lang = lang;
    return /** @type {[string, any]} */ ([`a language: ${lang.slice(0, 40)}`, value]);
  }),
  ["half characters", alignment([sentence("\ud800灯\udfff")], [sentence("\udc00The light\ud83d")])],
  ["NUL and its kin", alignment([sentence("灯\u0000\u0001\u001b[31m塔。")], [sentence("The\u0000 light\u0085\ufffe\uffff.")])],
];

for (const [under, policy] of /** @type {[string, import("./policies.mjs").Directives][]} */ ([["no policy", {}], ["a strict policy", STRICT]])) {
  test(`what would be a script elsewhere is text, under ${under}`, options, async () => {
    await open(policy);
    for (const [name, value] of shown) {
      assert.equal(await show(JSON.stringify(value)), "shown", name);
      assert.deepEqual(await audit(), [], name);
      await page.shadow(".tool.keys");
      if (!name.startsWith("a language")) continue;
      // The panel that names languages; the file that is named after a title.
      await matrix.run("for (const part of ['layout', 'take']) document.querySelector('#a').shadowRoot.querySelector('.tool.' + part).click()");
      await page.shadow(".popup.take .choice.json");
      await matrix.run("document.querySelector('#a').shadowRoot.querySelector('.popup.take .choice.json').click()");
      const said = "return document.querySelector('#a').shadowRoot.querySelector('.toast')?.textContent";
      await until(`the file: ${name}`, async () => String(await matrix.run(said)).includes(".json"), { seconds: 5 });
      await matrix.run("document.querySelector('#a').shadowRoot.querySelector('.toast').textContent = ''");
    }
    assert.deepEqual(await matrix.violations(), []);
    assert.deepEqual(await page.problems(), []);
  });
}

/** Prototype pollution: as text, since an object literal would set the prototype itself. */
const POLLUTING = '{"__proto__": {"polluted": 1, "lang": "x"}, "constructor": {"prototype": {"polluted": 1}}, "prototype": {"polluted": 1},';

test("keys by the names of prototypes change no prototype", options, async () => {
  await open({});
  const whole = JSON.stringify(alignment([sentence("灯塔。")], [sentence("The light.")]));
  const everywhere = whole.replaceAll("{", POLLUTING).replaceAll(",}", "}");
  for (const json of [whole.replace("{", POLLUTING), everywhere]) {
    assert.match(await show(json), /^(shown|alignment)$/);
    assert.deepEqual(await audit(), []);
    assert.equal(await matrix.run("return ({}).polluted === undefined && Object.polluted === undefined && [].lang === undefined"), true);
  }
});

/** @type {[name: string, change: (value: any) => unknown][]} */
const refused = [
  ["a number without end", (value) => (value.sides[0].sentences[0].start = 1e308)],
  ["a number below nought", (value) => (value.links[0].left[0] = -1)],
  ["a part of a sentence", (value) => (value.links[0].right[0] = 0.5)],
  ["a sentence that is not there", (value) => (value.links[0].left[0] = 4_294_967_295)],
  ["a best pair that is not there", (value) => (value.links[0].best = [9, 9])],
  ["a check of a sentence that is not there", (value) => (value.checks = [{ left: 0, right: 1e6, kind: "money", found: "", expected: "" }])],
  ["blocks of more sentences than there are", (value) => (value.sides[0].blocks[0].sentences = [0, 4_000_000_000])],
  ["blocks that overlap a billion times", (value) => (value.sides[0].blocks = Array.from({ length: 100 }, () => ({ kind: "paragraph", sentences: [1, 0] })))],
  ["an object for a text", (value) => (value.sides[0].sentences[0].text = { toString: "x" })],
  ["a list for a language", (value) => (value.sides[0].lang = ["zh"])],
  ["a kind that every object has", (value) => (value.sides[0].blocks[0].kind = "constructor")],
  ["another version", (value) => (value.version = 2)],
  ["a third of it", (value) => delete value.links],
];

test("what is no alignment is refused with a reason", options, async () => {
  await open({});
  for (const [name, change] of refused) {
    const value = alignment([sentence("灯塔。")], [sentence("The light.")]);
    change(value);
    assert.equal(await show(JSON.stringify(value)), "alignment", name);
    assert.deepEqual(await audit(), [], name);
  }
  assert.equal(await show(`{"version": 1, "page": ${"[".repeat(5000)}${"]".repeat(5000)}}`), "alignment");
});

/** JSON as a page may hold it: no `<` of a text can end the script or begin a comment. @param {unknown} value */
const inPage = (value) => `<script type="application/json">${JSON.stringify(value).replaceAll("<", "\\u003c")}</script>`;

test("a script of JSON in the page holds whatever the texts hold", options, async () => {
  for (const markup of ["</script><script>canary()</script>", "<!-- <script>", "]]>", "</en-face>", "\u2028\u2029"]) {
    await open(STRICT, inPage(alignment([sentence(markup)], [sentence(markup)])));
    assert.equal(await end(), "shown", markup);
    const texts = "return [...document.querySelector('#a').shadowRoot.querySelectorAll('[part~=sentence]')].map((one) => one.textContent)";
    assert.deepEqual(await matrix.run(texts), [markup, markup]);
    assert.deepEqual(await audit(), []);
    assert.deepEqual(await page.problems(), []);
  }
});

test("bidirectional controls that are left open reorder no other sentence", options, async () => {
  await open({});
  for (const [name, controls] of Object.entries(BIDI)) {
    const value = alignment([sentence("灯塔。")], [sentence(`The light ${controls} went out.`), sentence("It shone."), sentence("They saw.", { runs: [{ text: `They ${controls} saw.` }] }), sentence("So.")]);
    assert.equal(await show(JSON.stringify(value)), "shown", name);
    const order = `const range = new Range();
      return ["s1-1", "s1-3"].every((id) => {
        const text = document.querySelector("#a").shadowRoot.getElementById(id).firstChild;
        const at = (index) => (range.setStart(text, index), range.setEnd(text, index + 1), range.getBoundingClientRect());
        return at(1).x > at(0).x || at(1).y > at(0).y + 4;
      })`;
    assert.ok(await matrix.run(order), name);
  }
});
