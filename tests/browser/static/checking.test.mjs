// A finished alignment is refused by the name of the field at fault, before anything is shown of it.
import assert from "node:assert/strict";
import test from "node:test";

// By their addresses: their types lead to all of the component, which is checked for browsers, not for Node.js.
/** @param {string} path @returns {Promise<any>} */
const component = (path) => import(String(new URL(`../../../www/component/${path}`, import.meta.url)));
const { checking } = await component("checking.js");
const { finishedAlignment } = await component("given.js");
const { told } = await component("status.js");
const { WORDS } = await component("words/en-errors.js");

/** An alignment with everything in it that one can have. @returns {any} */
const full = () => ({
  version: 1,
  page: {
    titles: { zh: "标题", en: "Title" },
    source: "https://example.org/a",
    related: [{ titles: { en: "Other" }, date: "2024-05-06" }, { titles: {}, date: null }],
  },
  regime: "parallel",
  sides: [
    {
      lang: "zh",
      blocks: [{ kind: "heading", sentences: [0, 1] }, { kind: "list-item", sentences: [1, 2], marker: "1." }],
      sentences: [
        { text: "一", start: 0, end: 1 },
        { text: "**二**", start: 1, end: 6, runs: [{ text: "二", strong: true, link: "https://example.org/b" }, {}] },
      ],
    },
    { lang: "en", blocks: [], sentences: [{ text: "One", start: 7, end: 10 }] },
  ],
  links: [{ left: [0, 1], right: [0], best: [0, 0], score: 0.5 }],
  checks: [{ left: 0, right: 0, kind: "money", found: "一", expected: "One" }],
  more: 1,
});

/** What is said of an alignment; nothing when it is right. @param {unknown} alignment */
function refusal(alignment) {
  try {
    for (const _ of checking(alignment));
    return null;
  } catch (error) {
    const { code, cause } = /** @type {import("../../../www/component/errors.js").EnFaceError & { cause: Error }} */ (error);
    assert.equal(code, "alignment");
    return cause.message;
  }
}

/** @param {any} value @param {string} path @param {unknown} put undefined takes out what is there */
function changed(value, path, put) {
  const keys = path.split(".");
  const last = /** @type {string} */ (keys.pop());
  const outer = keys.reduce((at, key) => at[key], value);
  if (put === undefined) delete outer[last];
  else outer[last] = put;
  return value;
}

test("an alignment that is right is taken as it is, with a pause before every entry of a list", () => {
  assert.equal(refusal(full()), null);
  // One link, one check, three sentences, two blocks.
  assert.equal([...checking(full())].length, 7);
  const side = { lang: "en", blocks: [], sentences: [] };
  assert.equal(refusal({ version: 1, page: {}, regime: "summary", sides: [side, side], links: [] }), null);
  for (const kind of ["quantity", "percentage", "money", "date"]) assert.equal(refusal(changed(full(), "checks.0.kind", kind)), null);
});

/** @type {[string, unknown, string][]} */
const WRONG = [
  ["version", undefined, "version is missing"],
  ["version", "1", "version is not a number"],
  ["version", 2, "version is not 1"],
  ["page", null, "page is not an object"],
  ["page.titles", null, "page.titles is not an object"],
  ["page.titles.en", 1, "page.titles.en is not a string"],
  ["page.source", 1, "page.source is not a string"],
  ["page.related.1", "1", "page.related[1] is not an object"],
  ["page.related.0.titles", undefined, "page.related[0].titles is missing"],
  ["regime", "1", "regime is not summary or parallel"],
  ["sides", [full().sides[0]], "sides is not a pair"],
  ["sides.1.lang", null, "sides[1].lang is not a string"],
  ["sides.0.blocks.1.kind", "1", "sides[0].blocks[1].kind is not a kind of block"],
  ["sides.0.blocks.1.kind", "__proto__", "sides[0].blocks[1].kind is not a kind of block"],
  ["sides.0.blocks.0.sentences", "1", "sides[0].blocks[0].sentences is not a pair"],
  ["sides.0.blocks.1.sentences.1", 3, "sides[0].blocks[1].sentences is no range of its side’s sentences"],
  ["sides.0.blocks.1.sentences.1", 1e9, "sides[0].blocks[1].sentences is no range of its side’s sentences"],
  ["sides.0.blocks.1.sentences.0", 0, "sides[0].blocks[1].sentences is no range of its side’s sentences"],
  ["sides.0.blocks.0.marker", 1, "sides[0].blocks[0].marker is not a string"],
  ["sides.0.sentences", {}, "sides[0].sentences is not a list"],
  ["sides.0.sentences.1.text", 1, "sides[0].sentences[1].text is not a string"],
  ["sides.0.sentences.1.text", undefined, "sides[0].sentences[1].text is missing"],
  ["sides.0.sentences.1.start", 0.5, "sides[0].sentences[1].start is not a whole number"],
  ["sides.0.sentences.0.end", NaN, "sides[0].sentences[0].end is not a whole number"],
  ["sides.0.sentences.0.end", 4294967296, "sides[0].sentences[0].end is not a whole number"],
  ["sides.0.sentences.1.runs", null, "sides[0].sentences[1].runs is not a list"],
  ["sides.0.sentences.1.runs.0.code", 1, "sides[0].sentences[1].runs[0].code is not true or false"],
  ["sides.0.sentences.1.runs.0.link", ["javascript:"], "sides[0].sentences[1].runs[0].link is not a string"],
  ["links", undefined, "links is missing"],
  ["links.0", null, "links[0] is not an object"],
  ["links.0.left.1", -1, "links[0].left[1] is not one of 2 sentences"],
  ["links.0.left.1", 1e9, "links[0].left[1] is not one of 2 sentences"],
  ["links.0.left.1", "1", "links[0].left[1] is not one of 2 sentences"],
  ["links.0.best.1", 1, "links[0].best[1] is not one of 1 sentences"],
  ["links.0.best", [0], "links[0].best is not a pair"],
  ["links.0.score", "1", "links[0].score is not a number"],
  ["checks", null, "checks is not a list"],
  ["checks.0.kind", "1", "checks[0].kind is not a kind of check"],
  ["checks.0.right", 1, "checks[0].right is not one of 1 sentences"],
];

test("what is wrong is named by where it stands", () => {
  for (const [path, value, message] of WRONG) assert.equal(refusal(changed(full(), path, value)), message);
  for (const none of [null, undefined, "1", 1]) assert.equal(refusal(none), "the alignment is not an object");
});

test("what goes round in circles is refused where a text should be, and passed over where nothing is read", () => {
  const alignment = full();
  alignment.more = alignment;
  alignment.sides[0].self = alignment.sides;
  assert.equal(refusal(alignment), null);
  alignment.sides[0].sentences[0].text = alignment;
  assert.equal(refusal(alignment), "sides[0].sentences[0].text is not a string");
});

test("what an object throws is refused as well, and the reader is told where", async () => {
  const alignment = full();
  Object.defineProperty(alignment.sides[0].sentences[1], "text", {
    get() {
      throw new Error("no");
    },
  });
  const { signal } = new AbortController();
  const given = (/** @type {any} */ value) => finishedAlignment({ kind: "object", alignment: value }, "", signal).then(() => null, (/** @type {unknown} */ error) => told(error, /** @type {any} */ (WORDS)));
  assert.equal((await given(alignment))?.code, "alignment");
  const said = await given(changed(full(), "links.0.score", "1"));
  assert.match(said.message, /\(links\[0\]\.score is not a number\)$/);
});
