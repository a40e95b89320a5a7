// The smallest windows: 320 pixels, which is also 1280 at 400 %, and half a tablet. Nothing is lost, nothing scrolls sideways.
// axe looks at every panel in Chromium: other tests open them with axe in all three.
import assert from "node:assert/strict";
import test from "node:test";
import { Key } from "selenium-webdriver";
import { browser, engine } from "./harness.mjs";
import { until } from "./processes.mjs";
import { Reader } from "./reading.mjs";

const page = browser();
const reader = new Reader(page);
const options = { timeout: 120_000 };

const sideways = () => page.driver.executeScript("const { scrollWidth, clientWidth } = document.documentElement; return scrollWidth - clientWidth");

for (const [width, height] of [[320, 568], [640, 360]]) {
  test(`at ${width} × ${height} every tool can be reached and its panel is whole`, options, async () => {
    await page.resize(width, height);
    await reader.read("seeds/ceasefire.txt");
    await page.shadow(".tool.keys");
    assert.equal(await sideways(), 0);
    const names = /** @type {string[]} */ (
      await page.driver.executeScript("return [...document.querySelector('en-face').shadowRoot.querySelectorAll('.tool')].map((e) => e.dataset.name)")
    );
    for (const name of names) {
      const button = await page.shadow(`.tool.${name}`);
      const { x, width: room } = await button.getRect();
      assert.ok(x >= 0 && x + room <= width, `${name} ends at ${x + room}`);
      await button.click();
      const open = () => page.shadowAll(".popup:popover-open");
      if ((await button.getAttribute("aria-haspopup")) === "dialog") {
        const [panel] = await until(`the panel of ${name}`, async () => ((await open()).length ? open() : null), { seconds: 5 });
        const rect = await page.driver.executeScript("const { left, top, right, bottom } = arguments[0].getBoundingClientRect(); return [left, top, right, bottom].map(Math.round)", panel);
        const [left, top, right, bottom] = /** @type {number[]} */ (rect);
        assert.ok(left >= 0 && top >= 0 && right <= width && bottom <= height, `${name}: ${rect}`);
        const lost = await page.driver.executeScript("return arguments[0].scrollWidth - arguments[0].clientWidth", panel);
        assert.ok(Number(lost) <= 0, `${name} is ${lost} pixels too wide`);
      }
      assert.equal(await sideways(), 0, name);
      if (engine === "chromium") assert.deepEqual(await page.axe(), [], name);
      await reader.press(Key.ESCAPE);
      await until("no panel", async () => !(await open()).length, { seconds: 5 });
      if ((await button.getAttribute("aria-pressed")) === "true") await button.click();
    }
    assert.deepEqual(await page.problems(), []);
  });

  test(`at ${width} × ${height} every layout shows its text`, options, async () => {
    await page.resize(width, height);
    for (const layout of ["columns", "interleaved", "stacked", "first", "second"]) {
      await reader.read("seeds/ceasefire.txt");
      await page.driver.executeScript("document.querySelector('en-face').layout = arguments[0]", layout);
      const shown = () =>
        page.driver.executeScript("return [...document.querySelector('en-face').shadowRoot.querySelectorAll('[part~=sentence]')].filter((e) => e.getClientRects().length).length");
      await until(`sentences in ${layout}`, async () => Number(await shown()) > 5, { seconds: 5 });
      assert.equal(await sideways(), 0, layout);
    }
  });
}
