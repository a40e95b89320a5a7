// What `en-face build --script` adds: the same pages, which do more where `en-face-in-place.js` runs.
import assert from "node:assert/strict";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { Key } from "selenium-webdriver";
import { Folder } from "./folder.mjs";
import { browser } from "./harness.mjs";
import { built, integrity } from "./policies.mjs";
import { scratchFolder, until } from "./processes.mjs";
import { enFace } from "./program.mjs";
import { counterparts, Scriptless, windows } from "./scriptless.mjs";

/** @typedef {import("./reading.mjs").Link} Link */
/** @typedef {{ links: Link[], sides: { sentences: { text: string }[] }[] }} Alignment */

const page = browser();
const alone = new Scriptless(page);
const options = { timeout: 90_000 };

const SCRIPT = "en-face-in-place.js";
const POLICY = "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
const site = join(scratchFolder, "site");
const bytes = built(SCRIPT);

/** @type {Folder} */
let folder;

before(async () => {
  const more = ["--script", SCRIPT, "--integrity", integrity(bytes)];
  enFace("build", "seeds", "--out", join(site, "seeds"), "--css", ...more);
  writeFileSync(join(site, "seeds", SCRIPT), bytes);
  // The same under another script's hash, and with no script at its address.
  enFace("build", "seeds/old-maps.md", "--out", join(site, "wrong"), "--css", "--script", SCRIPT, "--integrity", integrity("other"));
  cpSync(join(site, "seeds", SCRIPT), join(site, "wrong", SCRIPT));
  enFace("build", "seeds/old-maps.md", "--out", join(site, "gone"), "--css", "--script", SCRIPT);
  folder = await new Folder(site, POLICY).start();
});
after(() => folder?.stop());

/** @param {string} path @returns {Promise<Alignment>} the links that are published with it */
async function open(path) {
  folder.asked.length = folder.violated.length = 0;
  await page.driver.get(`${folder.address}/${path}.html`);
  return JSON.parse(readFileSync(join(site, `${path}.json`), "utf8"));
}

const linked = () => until("links", () => page.driver.executeScript("return document.querySelector('en-face').alignment"), { seconds: 20 });

/** What the element lights in a way, without what lies between text nodes. @param {string} name @returns {Promise<string>} */
const lit = (name) => page.driver.executeScript("return [...(CSS.highlights.get('enface-' + arguments[0]) ?? [])].map(String).join('').replace(/\\s/g, '')", name);

/** Waits until exactly these sentences are lit in a way. @param {string} name @param {string[]} sentences */
async function shines(name, sentences) {
  const wanted = sentences.join("").replace(/\s/g, "");
  let found = "";
  await until(name, async () => (found = await lit(name)) === wanted, { seconds: 5 }).catch(() => {
    throw new Error(`${name} is on “${found}”, not on “${wanted}”`);
  });
}

/** Points, coming from elsewhere: a pointer that rests is not heard of. @param {string} selector */
async function point(selector) {
  const element = await page.find(selector);
  await page.driver.executeScript("arguments[0].scrollIntoView({ block: 'center' })", element);
  await page.driver.actions().move({ x: 1, y: 1 }).move({ origin: element }).perform();
}

/** @param {Alignment} alignment @param {string[]} ids */
const texts = ({ sides }, ids) =>
  ids.map((id) => ({ side: "lr".indexOf(id[0]), index: Number(id.slice(1)) }))
    .sort((one, other) => one.index - other.index)
    .map(({ side, index }) => sides[side].sentences[index].text);

/** What the page itself lights. @returns {Promise<string[]>} */
const byPage = () =>
  page.driver.executeScript(`return [...document.querySelectorAll(".s")]
    .filter((one) => getComputedStyle(one).backgroundColor !== "rgba(0, 0, 0, 0)").map(({ id }) => id)`);

for (const name of ["night-trains", "ceasefire"]) {
  test(`${name}: the element lights the page's own sentences, by pointer, click and keys`, options, async () => {
    const alignment = await open(`seeds/${name}`);
    assert.equal(/** @type {Alignment} */ (await linked()).links.length, alignment.links.length, "every sentence is found");
    const { left, right } = alignment.links[1];
    for (const id of [`l${left[0]}`, `r${right[0]}`]) {
      await point(`#${id}`);
      await shines("active", texts(alignment, [id]));
      await shines("counterpart", texts(alignment, counterparts(alignment.links, id)));
      assert.deepEqual(await byPage(), [], "each sentence is lit once");
    }
    await page.driver.actions().click().perform();
    await shines("pinned", texts(alignment, [`r${right[0]}`]));
    await page.driver.actions().sendKeys(Key.ESCAPE).perform();
    await point("h1");
    // The numbers are the page's own, and light up as without a script.
    await alone.crosses(alignment.links, alignment.links[1]);
    const asked = folder.asked.filter((path) => !path.startsWith("/favicon")).sort();
    assert.deepEqual(asked, [`/seeds/${SCRIPT}`, `/seeds/${name}.css`, `/seeds/${name}.html`].sort(), "it loads nothing more");
    assert.deepEqual(folder.violated, []);
  });
}

for (const [path, why] of [["wrong/old-maps", "has another hash"], ["gone/old-maps", "is not there"]]) {
  test(`a script that ${why} leaves the page as it was`, options, async () => {
    const { links } = await open(path);
    assert.equal(await page.driver.executeScript("return customElements.get('en-face') === undefined"), true);
    await alone.lights(links, links[0]);
    await alone.crosses(links, links[0]);
    await alone.fits("enhanced-without", { width: 768 });
  });
}

test("a page on disk does as much", options, async () => {
  const alignment = JSON.parse(readFileSync(join(site, "seeds/night-trains.json"), "utf8"));
  // A hash needs an origin.
  enFace("build", "seeds/night-trains.txt", "--out", join(site, "disk"), "--script", SCRIPT);
  writeFileSync(join(site, "disk", SCRIPT), bytes);
  await page.driver.get(`file://${join(site, "disk/night-trains.html")}`);
  await linked();
  await point("#l1");
  await shines("counterpart", texts(alignment, counterparts(alignment.links, "l1")));
});

test("it fits every screen, and nothing moves when the element comes", options, async () => {
  const places = "return [...document.querySelectorAll('.s')].map((one) => { const { x, y } = one.getBoundingClientRect(); return [x, y + scrollY] })";
  for (const { width, dark } of windows([375, 768, 1440])) {
    await page.setDark(dark);
    await page.resize(width, 900);
    await open("gone/old-maps");
    const before = await page.driver.executeScript(places);
    const { links } = await open("seeds/old-maps");
    await linked();
    assert.deepEqual(await page.driver.executeScript(places), before);
    await point(`#l${links[0].left[0]}`);
    await until("the light", async () => (await lit("counterpart")) !== "", { seconds: 5 });
    await alone.fits("enhanced-old-maps", { width, dark });
  }
});
