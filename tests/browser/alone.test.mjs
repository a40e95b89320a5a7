// The exported page: it stands alone, and links both texts without a script.
import assert from "node:assert/strict";
import test, { afterEach, beforeEach } from "node:test";
import { By } from "selenium-webdriver";
import { Between } from "./between.mjs";
import { browser, engine } from "./harness.mjs";
import { until } from "./processes.mjs";
import { Reader } from "./reading.mjs";
import { counterparts, Scriptless, windows } from "./scriptless.mjs";

/** @typedef {import("./reading.mjs").Link} Link */

const page = browser();
const reader = new Reader(page);
const alone = new Scriptless(page);
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

for (const path of ["seeds/night-trains.txt", "seeds/ceasefire.txt"]) {
  test(`counterparts light up without a script: ${path}`, options, async () => {
    const links = await exported(path);
    await alone.lights(links, links[1]);
    assert.deepEqual(await page.driver.findElements(By.css("script, [onclick], link, img, iframe")), []);
    assert.deepEqual(between.asked.filter((asked) => !/alone|favicon/.test(asked)), [], "it asks for nothing");
  });

  test(`the keyboard goes to counterparts and back: ${path}`, options, async () => {
    const links = await exported(path);
    await alone.crosses(links, links[1]);
  });
}

test("a tap lights up too", options, async () => {
  const links = await exported("seeds/night-trains.txt");
  const id = `l${links[0].left[0]}`;
  await page.resize(375, 760);
  await page.tap(await page.find(`#${id}`));
  // A finger that a script makes gives no focus.
  if (engine !== "webkit") await alone.shines("tapped", counterparts(links, id));
});

test("it fits every screen, in light and dark", options, async () => {
  for (const path of ["seeds/night-trains.txt", "seeds/ceasefire.txt", "seeds/tidal-lab.md", "seeds/kitchen-thread.txt"]) {
    const links = await exported(path);
    const id = `l${links[1].left[0]}`;
    for (const { width, dark } of windows([320, 375, 768, 1440])) {
      await page.resize(width, 900);
      await page.setDark(dark);
      await alone.point(`#${id}`);
      await alone.shines("pointed at", counterparts(links, id));
      const name = path.replace(/.*\/|\..*/g, "");
      await alone.fits(`alone-${name}`, { width, dark });
    }
  }
});
