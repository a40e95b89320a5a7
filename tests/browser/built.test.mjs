// What `en-face build` makes of pages, in a browser: linked without a script, under the strictest of policies.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { By } from "selenium-webdriver";
import { Folder } from "./folder.mjs";
import { browser } from "./harness.mjs";
import { scratchFolder } from "./processes.mjs";
import { enFace } from "./program.mjs";
import { counterparts, Scriptless, windows } from "./scriptless.mjs";

/** @typedef {import("./reading.mjs").Link} Link */
/** @typedef {{ regime: string, links: Link[], sides: { lang: string, sentences: { text: string }[] }[] }} Alignment */

const page = browser();
const alone = new Scriptless(page);
const options = { timeout: 90_000 };

const BASE = "https://example.org/zh/";
// `img-src` is for the site's icon, which browsers ask for by themselves.
const POLICY = "default-src 'none'; img-src 'self'; style-src";
const site = join(scratchFolder, "site");
const pages = join(scratchFolder, "pages");

const HOSTILE = "</script><script>hacked = 1</script><!--<img src=x onerror='hacked = 1'> & &amp;";
/** Enough for the page to be in Chinese all the same. */
const PORT = "港口在黎明时关闭没有人解释原因".repeat(8);
const FLOOD = "\u200B\u200D\u2060".repeat(20_000);
const BIDI = "\u2067\u202Ebackwards";

/** Pages with the style in files, under a policy that has it there. @type {Folder} */
let sheets;
/** Pages with the style inside. @type {Folder} */
let inside;
/** Pages with the style inside, under the policy that refuses it. @type {Folder} */
let refused;

before(async () => {
  enFace("build", "seeds", "--out", join(site, "sheets"), "--css", "--base-url", BASE, "--title", "双语 Pages");
  enFace("build", "seeds", "--out", join(site, "inside"));
  mkdirSync(join(pages, "deep/er"), { recursive: true });
  const [zh, en] = [`${PORT}${HOSTILE}。她去了${BIDI}。渡轮${FLOOD}留在对岸。`, `The port ${HOSTILE} closed. It ran ${BIDI}. The ferry ${FLOOD} stayed away.`];
  const links = "[a](javascript:hacked=1) [b](data:text/html,x) [c](https://example.org/c) <javascript:hacked=1>";
  writeFileSync(join(pages, "hostile.md"), `# ${PORT}${HOSTILE}\n\n# Port ${HOSTILE}\n\n原始链接: javascript:hacked=1\n\n${zh}\n\n原文\n\n${en}\n\n${links}\n`);
  writeFileSync(join(pages, "deep/er/javascript:hacked=1.txt"), "灯塔\nLighthouse\n\n灯塔建于1891年。\n\n原文\n\nThe lighthouse was built in 1891.\n");
  enFace("build", pages, "--out", join(site, "hostile"), "--css", "--encoder", "none", "--title", HOSTILE);
  sheets = await new Folder(join(site, "sheets"), `${POLICY} 'self'`).start();
  inside = await new Folder(join(site, "inside"), `${POLICY} 'unsafe-inline'`).start();
  refused = await new Folder(join(site, "inside"), `${POLICY} 'self'`).start();
});
after(() => {
  for (const folder of [sheets, inside, refused]) folder?.stop();
});

/** @param {string} kind @param {string} file */
const file = (kind, file) => readFileSync(join(site, kind, file), "utf8");

/**
 * Opens a page of a folder, and reads the links that are published with it.
 *
 * @param {Folder} folder
 * @param {string} kind
 * @param {string} name
 * @returns {Promise<Alignment>}
 */
async function open(folder, kind, name) {
  await page.driver.get(`${folder.address}/${name}.html`);
  return JSON.parse(file(kind, `${name}.json`));
}

/** What a browser makes of the page's structured data. @returns {Promise<any>} */
async function data() {
  const script = "return [...document.querySelectorAll('script')].map((one) => [one.type, one.textContent])";
  const scripts = /** @type {[string, string][]} */ (await page.driver.executeScript(script));
  assert.deepEqual(scripts.map(([type]) => type), ["application/ld+json"]);
  return JSON.parse(scripts[0][1]);
}

for (const name of ["ceasefire", "night-trains"]) {
  test(`the links of ${name} light up under style-src 'self', by pointer and keyboard`, options, async () => {
    const { links, sides } = await open(sheets, "sheets", name);
    // The first, one in between and the last; a page of a summary has others than one of a translation.
    for (const link of [links[0], links[Math.floor(links.length / 2)], links[links.length - 1]]) await alone.lights(links, link);
    await alone.crosses(links, links[1]);
    for (const [side, { sentences }] of sides.entries()) {
      const shown = await page.driver.executeScript(`return [...document.querySelectorAll(".s")].filter(({ id }) => id[0] === arguments[0])
        .map((one) => one.firstChild.textContent)`, "lr"[side]);
      assert.deepEqual(shown, sentences.map(({ text }) => text));
    }
    const quiet = sheets.asked.filter((path) => !/^\/(favicon.*|.*\.(html|css))$/.test(path));
    assert.deepEqual([quiet, sheets.violated], [[], []], "it asks for its style and nothing else, and may");
  });
}

test("the style inside a page is all that it has, and is refused where a policy refuses it", options, async () => {
  const { links } = await open(inside, "inside", "old-maps");
  await alone.lights(links, links[0]);
  assert.deepEqual([inside.asked.filter((path) => !path.startsWith("/favicon")), inside.violated], [["/old-maps.html"], []]);
  await open(refused, "inside", "old-maps");
  const height = await page.driver.executeScript("return getComputedStyle(document.querySelector('main')).maxWidth");
  assert.equal(height, "none");
  assert.match((await untilReported(refused)).join(), /style-src/);
});

/** Reports travel on their own. @param {Folder} folder */
async function untilReported(folder) {
  for (let turn = 0; turn < 100 && !folder.violated.length; turn += 1) await new Promise((resolve) => setTimeout(resolve, 50));
  return folder.violated;
}

test("search engines are told of both languages, and of what the texts are to each other", options, async () => {
  for (const [name, relation] of [["ceasefire", "isBasedOn"], ["night-trains", "translationOfWork"]]) {
    await open(sheets, "sheets", name);
    const { inLanguage, url, mainEntity } = await data();
    assert.deepEqual([inLanguage, mainEntity.inLanguage, mainEntity[relation].inLanguage], [["zh", "en"], "zh", "en"]);
    const links = /** @type {string[][]} */ (
      await page.driver.executeScript("return [...document.querySelectorAll('link')].map(({ rel, hreflang, type, href }) => [rel, hreflang || type, href])")
    );
    const address = `${BASE}${name}.html`;
    assert.equal(url, address);
    assert.deepEqual(links, [
      ["canonical", "", address],
      ["alternate", "zh", address],
      ["alternate", "en", address],
      ["alternate", "application/json", `${sheets.address}/${name}.json`],
      ["alternate", "application/x-tmx+xml", `${sheets.address}/${name}.tmx`],
      ["stylesheet", "", `${sheets.address}/${name}.css`],
    ]);
    const headings = /** @type {[string, string][]} */ (
      await page.driver.executeScript("return [...document.querySelectorAll('h1')].map((one) => [one.closest('[lang]').lang, one.textContent])")
    );
    assert.deepEqual(headings, [["zh", mainEntity.headline], ["en", mainEntity[relation].headline]]);
  }
});

test("the translation memory is well-formed, a unit for each link", options, async () => {
  for (const [kind, name] of [["sheets", "ceasefire"], ["sheets", "tidal-lab"], ["hostile", "hostile"]]) {
    const { links } = JSON.parse(file(kind, `${name}.json`));
    const parsed = await page.driver.executeScript(
      `const memory = new DOMParser().parseFromString(arguments[0], "application/xml");
      const wrong = memory.querySelector("parsererror")?.textContent ?? "";
      return [wrong, memory.querySelectorAll("tmx > body > tu").length, memory.querySelectorAll("tuv > seg").length]`,
      file(kind, `${name}.tmx`),
    );
    assert.deepEqual(parsed, ["", links.length, 2 * links.length], name);
  }
});

test("the list leads to every page, in both languages", options, async () => {
  await page.driver.get(`${sheets.address}/`);
  const entries = /** @type {[string, string[]][]} */ (
    await page.driver.executeScript("return [...document.querySelectorAll('a.page')].map((one) => [one.pathname, [...one.children].map(({ lang }) => lang)])")
  );
  const names = ["ceasefire", "kitchen-thread", "library-hours", "night-trains", "old-maps", "tidal-lab"];
  assert.deepEqual(entries, names.map((name) => [`/${name}.html`, ["zh", "en"]]));
  await (await page.find("a.page[href='old-maps.html']")).click();
  await page.find("#l0");
  assert.match(await page.driver.getCurrentUrl(), /\/old-maps\.html$/);
  assert.deepEqual(sheets.violated, []);
});

test("hostile texts are shown as texts", options, async () => {
  const hostile = await new Folder(join(site, "hostile"), `${POLICY} 'self'`).start();
  try {
    const { links } = await open(hostile, "hostile", "hostile");
    assert.ok((await data()).mainEntity.headline.includes(HOSTILE));
    const body = String(await page.driver.executeScript("return document.body.textContent"));
    assert.equal(body.split("</script><script>hacked = 1</script><!--<img src=x onerror='hacked = 1'>").length, 5, "twice as title, twice as text");
    assert.deepEqual(await page.driver.findElements(By.css("main :is(script, img, iframe, [onerror])")), []);
    const addresses = "return [...document.querySelectorAll('main a[href]')].map((one) => one.getAttribute('href')).filter((href) => href[0] !== '#')";
    assert.deepEqual(await page.driver.executeScript(addresses), ["https://example.org/c"]);
    assert.equal(await page.driver.executeScript("return typeof hacked"), "undefined");
    await alone.lights(links, links[0]);
    // What turns the letters round ends with its sentence: the next one runs from left to right.
    const leftToRight = await page.driver.executeScript(`
      const place = (node, at) => {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        return range.getBoundingClientRect().left;
      };
      const first = (start) => [...document.querySelectorAll(".s")].find((one) => one.textContent.startsWith(start)).firstChild;
      const [round, next] = [first("It ran"), first("The ferry")];
      const at = round.data.indexOf("backwards");
      return [place(round, at) < place(round, at + 1), place(next, 0) < place(next, 1)]`);
    assert.deepEqual(leftToRight, [false, true]);
    await alone.fits("built-hostile", { width: 375 });

    await page.driver.get(`${hostile.address}/`);
    assert.equal(await page.driver.executeScript("return document.title"), HOSTILE);
    await alone.fits("built-hostile-index", { width: 375 });
    await (await page.find("a.page[href*='hacked']")).click();
    await page.find("#r0");
    assert.match(await page.driver.getCurrentUrl(), /\/deep\/er\/javascript(:|%3A)hacked(=|%3D)1\.html$/);
    const inFolder = JSON.parse(file("hostile", "deep/er/javascript:hacked=1.json"));
    await alone.lights(inFolder.links, inFolder.links[0]);
    assert.deepEqual(hostile.violated, []);
  } finally {
    hostile.stop();
  }
});

test("what is quiet can be read where it is lit", options, async () => {
  const colours = `const [one, other] = [...arguments].map((id) => document.getElementById(id));
    const of = (element) => getComputedStyle(element).color;
    return [of(document.body), of(one), of(one.querySelector(".n")), of(other), of(other.querySelector(".n"))]`;
  const { links } = await open(sheets, "sheets", "old-maps");
  const byline = await page.find(".l .byline .s");
  const id = (await byline.getAttribute("id")) ?? "";
  const [other] = counterparts(links, id);
  const before = /** @type {string[]} */ (await page.driver.executeScript(colours, id, other));
  assert.ok(before.slice(1).every((colour) => colour !== before[0]), "quiet before");
  await alone.point(`#${id}`);
  await alone.shines("the byline", counterparts(links, id));
  const [ink, ...lit] = /** @type {string[]} */ (await page.driver.executeScript(colours, id, other));
  assert.deepEqual(lit, [ink, ink, ink, ink]);
});

/** Where something of the page is. @param {string} selector @returns {Promise<{ x: number, y: number, right: number }>} */
const place = (selector) =>
  page.driver.executeScript("const { x, y, right } = document.querySelector(arguments[0]).getBoundingClientRect(); return { x, y: y + scrollY, right }", selector);

test("in one column each text of a summary follows its own title, in two they stand side by side", options, async () => {
  const first = ["h1:lang(zh)", "#l0", "h1:lang(en)", ".source", "#r0"];
  await page.resize(375, 900);
  await open(sheets, "sheets", "ceasefire");
  const places = await Promise.all(first.map(place));
  assert.deepEqual(places.map(({ y }) => y), places.map(({ y }) => y).sort((one, other) => one - other));
  const order = "const all = [...document.querySelectorAll(arguments[0])]; return all.map((one) => one.matches('.s') ? '#' + one.id : one.matches('.source') ? '.source' : 'h1:lang(' + one.parentElement.lang + ')')";
  assert.deepEqual(await page.driver.executeScript(order, "h1, .source, #l0, #r0"), first);
  for (const name of ["ceasefire", "night-trains"]) {
    await page.resize(1440, 900);
    await open(sheets, "sheets", name);
    const [zh, l0, en, , r0] = await Promise.all(first.map(place));
    assert.equal(zh.y, en.y, name);
    assert.ok(l0.right <= r0.x && zh.right <= en.x, name);
  }
  // What stands piece by piece begins at the same height.
  const [l0, r0] = await Promise.all(["#l0", "#r0"].map(place));
  assert.ok(Math.abs(l0.y - r0.y) < 12, `${l0.y} ${r0.y}`);
});

test("a page with one text leaves no room for another", options, async () => {
  const alone = join(pages, "..", "one.txt");
  writeFileSync(alone, `灯塔\n\n原始链接: https://example.org/a\n\n${PORT}。${PORT}。\n`);
  enFace("build", alone, "--out", join(site, "one"), "--encoder", "none");
  await page.resize(1440, 900);
  await page.driver.get(`file://${join(site, "one/one.html")}`);
  const [main, text] = await Promise.all(["main", "main p.paragraph"].map(place));
  assert.deepEqual([text.x, text.right], [main.x, main.right]);
  const middle = await page.driver.executeScript("return document.documentElement.clientWidth / 2");
  assert.ok(Math.abs((main.x + main.right) / 2 - Number(middle)) < 2 && main.right - main.x > 600, JSON.stringify(main));
});

test("pages and list fit every screen", options, async () => {
  for (const { width, dark } of windows([375, 768, 1440])) {
    await page.setDark(dark);
    for (const name of ["ceasefire", "night-trains", "tidal-lab", "kitchen-thread"]) {
      await page.resize(width, 900);
      const { links } = await open(sheets, "sheets", name);
      await alone.point(`#l${links[1].left[0]}`);
      await alone.shines("pointed at", counterparts(links, `l${links[1].left[0]}`));
      await alone.fits(`built-${name}`, { width, dark });
    }
    await page.driver.get(`${sheets.address}/`);
    await alone.fits("built-index", { width, dark });
  }
});
