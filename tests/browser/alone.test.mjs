// The exported page: it stands alone, and links both texts without a script.
import assert from "node:assert/strict";
import test, { afterEach, beforeEach } from "node:test";
import { By, Key } from "selenium-webdriver";
import { Between } from "./between.mjs";
import { browser, engine } from "./harness.mjs";
import { until } from "./processes.mjs";
import { Reader } from "./reading.mjs";

/** @typedef {import("./reading.mjs").Link} Link */

const page = browser();
const reader = new Reader(page);
const options = { timeout: 60_000 };

/** @type {Between} */
let between;

beforeEach(async () => {
  between = await new Between(page.site.address).start();
});
afterEach(() => between.stop());

/**
 * Exports a page from the reader and opens what is written.
 *
 * @param {string} path
 * @returns {Promise<Link[]>}
 */
async function exported(path) {
  const { links } = await reader.read(path);
  await page.driver.executeScript("dispatchEvent(new Event('en-face-test-export'))");
  const html = String(await until("the export", () => page.driver.executeScript("return window.enFaceTestExport ?? null")));
  assert.match(html, /^<!DOCTYPE html>/);
  between.on("/alone.html", () => ({
    status: 200,
    headers: { "content-type": "text/html; charset=utf-8" },
    body: Buffer.from(html),
  }));
  await page.driver.get(`${between.address}/alone.html`);
  return links;
}

const sentence = (/** @type {string} */ id) => page.find(`#${id}`);

/** The sentences with a background of their own, but for what is pointed at. @returns {Promise<string[]>} */
const lit = () =>
  page.driver.executeScript(`const clear = "rgba(0, 0, 0, 0)";
    const own = ":hover, :focus-within, :target";
    return [...document.querySelectorAll(".s")]
      .filter((one) => getComputedStyle(one).backgroundColor !== clear && !one.matches(own)).map(({ id }) => id)`);

/** @param {string} what @param {string[]} expected */
const shines = (what, expected) =>
  until(`${what}: ${expected}`, async () => JSON.stringify(await lit()) === JSON.stringify(expected), { seconds: 5 });

for (const path of ["seeds/night-trains.txt", "seeds/ceasefire.txt"]) {
  test(`counterparts light up without a script: ${path}`, options, async () => {
    const links = await exported(path);
    const { left, right } = links[1];
    const [ids, others] = [left.map((at) => `l${at}`), right.map((at) => `r${at}`)];
    await reader.point(await sentence(ids[0]));
    await shines("pointed at", others);
    await reader.point(await sentence(others[0]));
    await shines("pointed at on the other side", ids);
    await reader.point(await page.find("h1"));
    await shines("pointed elsewhere", []);
    assert.deepEqual(await page.driver.findElements(By.css("script, [onclick], link, img, iframe")), []);
    assert.deepEqual(between.asked.filter((asked) => !/alone|favicon/.test(asked)), [], "it asks for nothing");
  });

  test(`the keyboard goes to counterparts and back: ${path}`, options, async () => {
    const links = await exported(path);
    const { left, best } = links[1];
    const number = await page.find(`#l${left[left.length - 1]} .n`);
    await page.driver.executeScript("arguments[0].focus()", number);
    await shines("in focus", links[1].right.map((at) => `r${at}`));
    await number.sendKeys(Key.ENTER);
    await until("the counterpart", async () => (await page.driver.getCurrentUrl()).endsWith(`#r${best[1]}`));
    const target = "return document.querySelector(':target').id";
    assert.equal(await page.driver.executeScript(target), `r${best[1]}`);
    await page.driver.executeScript("document.activeElement.blur()");
    await shines("gone to", left.map((at) => `l${at}`));
  });
}

test("a tap lights up too", options, async () => {
  const [{ left, right }] = await exported("seeds/night-trains.txt");
  await page.resize(375, 760);
  await page.tap(await sentence(`l${left[0]}`));
  // A finger that a script makes gives no focus.
  if (engine !== "webkit") await shines("tapped", right.map((at) => `r${at}`));
});

test("it fits every screen, in light and dark", { ...options, skip: engine === "webkit" && "it would start anew for the dark" }, async () => {
  for (const path of ["seeds/night-trains.txt", "seeds/ceasefire.txt", "seeds/tidal-lab.md", "seeds/kitchen-thread.txt"]) {
    const [, link] = await exported(path);
    for (const dark of [false, true]) {
      for (const width of [320, 375, 768, 1440]) {
        await page.resize(width, 900);
        await page.setDark(dark);
        await reader.point(await sentence(`l${link.left[0]}`));
        await shines("pointed at", link.right.map((at) => `r${at}`));
        const name = path.replace(/.*\/|\..*/g, "");
        await page.screenshot(`alone-${name}-${width}-${dark ? "dark" : "light"}`, { width, height: 900, dark });
        const wide = "const { scrollWidth, clientWidth } = document.documentElement; return scrollWidth - clientWidth";
        assert.equal(await page.driver.executeScript(wide), 0, `${path} ${width}`);
        assert.deepEqual(await page.axe(), [], `${path} ${width}`);
      }
    }
  }
});
