// What is lit in place can be read on whatever ground: letters in any notation, on grounds that differ, in another scheme than before.
import assert from "node:assert/strict";
import test, { after, beforeEach } from "node:test";
import { browser, engine } from "./harness.mjs";
import { Article, FINISHED, SCRIPT } from "./in-place.mjs";
import { until } from "./processes.mjs";

const page = browser();
const article = new Article(page);
const options = { timeout: 60_000 };

beforeEach(() => page.resize(1280, 800));
after(() => article.close());

/** A style sheet more. @param {string} css */
const styled = (css) => ({ edit: (/** @type {string} */ html) => html.replace("</head>", '<link rel="stylesheet" href="/more.css"></head>'), files: { "/more.css": css } });

/** Pairs of the letters' colour and the uppermost fill's, and the contrast between them, for each stretch of text that has a fill. */
const CONTRASTS = `
  const context = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });
  const luminance = (colour) => {
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...context.getImageData(0, 0, 1, 1).data].map((value) => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const fills = new Map();
  for (const [name, highlight] of CSS.highlights) {
    for (const range of highlight) {
      const element = range.startContainer.parentElement;
      const fill = getComputedStyle(element, "::highlight(" + name + ")").backgroundColor;
      if (!/, 0\\)$|transparent/.test(fill)) fills.set(range, [getComputedStyle(element).color, fill, element.closest("article").id]);
    }
  }
  return [...fills.values()].map(([text, fill, side]) => {
    const [low, high] = [text, fill].map(luminance).sort((one, other) => one - other);
    return { text, fill, side, contrast: (high + 0.05) / (low + 0.05) };
  });`;

/** Points at a sentence that has a counterpart, and looks whether both can be read. */
async function legible() {
  await article.aligned();
  await article.point("1995年至2015年间");
  await until("light", async () => (await article.lit("counterpart")) !== "", { seconds: 5 });
  const found = await article.run(CONTRASTS);
  assert.deepEqual([...new Set(found.map((/** @type {{ side: string }} */ { side }) => side))].sort(), ["en", "zh"]);
  for (const { text, fill, contrast } of found) assert.ok(contrast > 4.5, `${text} on ${fill}: ${contrast}`);
  return found;
}

for (const colour of ["oklch(90% 0.02 90)", "color(srgb 0.9 0.9 0.95)", "lab(90 0 0)", "color-mix(in oklab, white 90%, red)", "color(xyz 0.7 0.75 0.8)", "rgb(255 255 255 / 90%)"]) {
  test(`letters in ${colour} on a dark ground can be read`, options, async () => {
    await article.open(FINISHED, styled(`body { background: oklch(20% 0 0); color: ${colour}; }`));
    await legible();
  });
}

test("dark letters in another notation can be read too", options, async () => {
  await article.open(FINISHED, styled("body { background: white; color: oklch(25% 0.02 90); }"));
  await legible();
});

test("each text is lit as suits its own ground, and every stretch of it", options, async () => {
  await article.open(FINISHED, styled("#en { background: #1b2733; color: #e8eef4; } #en strong { background: white; color: #111; }"));
  const fills = new Set((await legible()).map((/** @type {{ fill: string }} */ { fill }) => fill));
  assert.equal(fills.size, 2);
  await article.point("the cooperative that has run", "#en");
  await until("light", async () => (await article.lit("active")).includes("OwlLine"), { seconds: 5 });
  for (const { text, fill, contrast } of await article.run(CONTRASTS)) assert.ok(contrast > 4.5, `${text} on ${fill}: ${contrast}`);
});

test("paragraphs that are dark within a light article can be read", options, async () => {
  await article.open(FINISHED, styled("article p { background: #1b2733; color: #e8eef4; }"));
  await legible();
});

test("an accent among the letters has no ground of its own", options, async () => {
  await article.open(FINISHED, styled("#zh a, #en a { color: #e0913a; }"));
  await article.aligned();
  await article.point("a berth in August", "#en");
  await until("light", async () => (await article.lit("active")).includes("SantAurel"), { seconds: 5 });
  assert.deepEqual(await article.run("return [...CSS.highlights].flatMap(([name, { size }]) => (name.endsWith('-other') && size ? [name] : []))"), []);
});

test("custom properties of a text count there, and those of the element for both", options, async () => {
  await article.open(FINISHED, styled("#en { --enface-match: rgb(1, 2, 3); }"));
  await article.aligned();
  await article.point("1995年至2015年间");
  const ground = (/** @type {string} */ selector) => article.run("return getComputedStyle(document.querySelector(arguments[0]), '::highlight(enface-counterpart)').backgroundColor", selector);
  await until("the text's colour", async () => (await ground("#en p")) === "rgb(1, 2, 3)", { seconds: 5 });
  assert.equal(await ground("#zh p"), "rgb(207, 235, 227)");
  await article.run("view().style.setProperty('--enface-match', 'rgb(3, 2, 1)')");
  await article.point("其中最繁忙的一条");
  await until("the element's colour", async () => (await ground("#en p")) === "rgb(3, 2, 1)", { seconds: 5 });
});

test("boxes are in colours that suit each text", options, async () => {
  const { edit, files } = styled("#en { background: #1b2733; color: oklch(90% 0.02 90); }");
  const without = "Object.defineProperty(CSS, 'highlights', { value: undefined })";
  await article.open(FINISHED, { edit, head: `<script src="/without.js"></script>${SCRIPT}`, files: { ...files, "/without.js": without } });
  await article.aligned();
  await article.point("1995年至2015年间");
  const grounds = (/** @type {string} */ name) => article.run("return [...new Set([...view().shadowRoot.querySelectorAll('.box.' + arguments[0])].map((box) => getComputedStyle(box).backgroundColor))]", name);
  await until("boxes", async () => (await grounds("counterpart")).length > 0, { seconds: 5 });
  assert.deepEqual([await grounds("active"), await grounds("counterpart")], [["rgb(168, 106, 0)"], ["rgb(95, 208, 184)"]]);
});

test("what is lit changes its colours with the reader's scheme", { ...options, skip: engine === "webkit" && "it starts anew for another scheme" }, async () => {
  await article.open(FINISHED);
  try {
    const light = await legible();
    await page.setDark(true);
    const dark = await until("other colours", async () => {
      const found = await article.run(CONTRASTS);
      return found.some((/** @type {{ fill: string }} */ { fill }) => light.some((/** @type {{ fill: string }} */ one) => one.fill === fill)) ? null : found;
    });
    for (const { text, fill, contrast } of dark) assert.ok(contrast > 4.5, `${text} on ${fill}: ${contrast}`);
    assert.equal(await article.run("return view().shadowRoot.querySelector('.frame').style.colorScheme"), "dark");
  } finally {
    await page.setDark(false);
  }
});

test("of two elements' strips one is seen: where the reader is, where the focus is, where something is pinned", options, async () => {
  const twice = (/** @type {string} */ html) => html.replace(/(<div class="columns">)([^]*?<\/article>\s*<\/div>)/, (whole) => `${whole}<div class="second">${whole.replaceAll('id="', 'id="second-')}</div>`);
  const second = '<en-face id="two" left="#second-zh" right="#second-en" alignment="/night-trains.json" loading="eager"></en-face>';
  // Both are in sight.
  const small = styled("#zh, #en, #second-zh, #second-en { height: 16rem; overflow: auto; }");
  await article.open(FINISHED + second, { ...small, edit: (html) => small.edit(twice(html)) });
  await article.aligned();
  await until("the other's strip", () => article.run("return Boolean(two.shadowRoot.querySelector('.bar[tabindex]'))"), { seconds: 10 });
  const seen = () =>
    article.run(`return [...document.querySelectorAll("en-face")].flatMap((view, at) => {
      const bar = view.shadowRoot.querySelector(".bar");
      return getComputedStyle(bar).clipPath === "none" && bar.getBoundingClientRect().width ? [at] : [];
    })`);
  const expectSeen = (/** @type {number} */ at) => until(`strip ${at} alone`, async () => `${await seen()}` === `${at}`, { seconds: 5 });
  await until("a strip alone", async () => (await seen()).length === 1, { seconds: 5 });
  await article.point("Two nuns", "#second-en");
  await expectSeen(1);
  await article.point("Two nuns", "#en");
  await expectSeen(0);
  await article.run("two.shadowRoot.querySelector('.bar').focus()");
  await expectSeen(1);
  // The pointer doesn't take it away from the focus.
  await article.point("A student is hauling", "#en");
  await until("light", async () => (await article.lit("active")).includes("Astudent"), { seconds: 5 });
  assert.deepEqual(await seen(), [1]);
  await article.run("document.activeElement.blur()");
  await article.point("Story of the week");
  await article.point("Two nuns", "#en");
  await page.driver.actions().click().perform();
  await expectSeen(0);
  await article.point("Two nuns", "#second-en");
  await until("light in both", async () => (await article.lit("active-line")) !== "" && (await article.lit("pinned-line")) !== "", { seconds: 5 });
  assert.deepEqual(await seen(), [0]);
  // The one that goes leaves the corner to the other.
  await article.run("view().remove()");
  await expectSeen(0);
  assert.deepEqual(await page.problems(), []);
});
