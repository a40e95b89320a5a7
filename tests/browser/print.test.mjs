// Paper: both texts, one after the other, with the links as numbers and without anything that belongs to a screen.
import assert from "node:assert/strict";
import test, { beforeEach } from "node:test";
import { browser, engine } from "./harness.mjs";
import { Reader } from "./reading.mjs";

const page = browser();
const reader = new Reader(page);
const options = { timeout: 90_000 };

/** @type {Awaited<ReturnType<Reader["read"]>>} */
let alignment;

beforeEach(async () => {
  await page.resize(1280, 800);
  alignment = await reader.read("seeds/ceasefire.txt");
  await page.shadow(".tool.take:enabled");
});

/** @param {string} script  with `root`, the shadow root */
const ask = (script) => page.driver.executeScript(`const root = document.querySelector('en-face').shadowRoot; ${script}`);
const numbers = (/** @type {0 | 1} */ side) =>
  ask(`return [...root.querySelectorAll('section [data-side="${side}"][data-number]')].map((e) => [Number(e.dataset.index), e.dataset.number])`);
const event = (/** @type {string} */ name) => page.driver.executeScript("dispatchEvent(new Event(arguments[0]))", name);

test("each sentence has its number, or those of its counterparts, as long as the browser prints", options, async () => {
  await event("beforeprint");
  const count = alignment.sides[0].sentences.length;
  assert.deepEqual(await numbers(0), Array.from({ length: count }, (_, index) => [index, String(index + 1)]));
  /** @type {Map<number, Set<number>>} */
  const expected = new Map();
  for (const { left, right } of alignment.links) {
    for (const index of right) expected.set(index, new Set([...(expected.get(index) ?? []), ...left]));
  }
  const lists = [...expected].sort(([a], [b]) => a - b).map(([index, lefts]) => [index, [...lefts].sort((a, b) => a - b).map((left) => left + 1).join(", ")]);
  assert.deepEqual(await numbers(1), lists);
  await event("afterprint");
  assert.deepEqual([...(/** @type {unknown[]} */ (await numbers(0))), ...(/** @type {unknown[]} */ (await numbers(1)))], []);
});

test("the button prints, and the panel is closed by then", options, async () => {
  await ask("window.print = () => { window.printed = !root.querySelector('.popup:popover-open'); }");
  await (await page.shadow(".tool.take")).click();
  await (await page.shadow(".choice.print")).click();
  assert.equal(await page.driver.executeScript("return window.printed"), true);
});

// WebDriver gives no page the eyes of a printer, Chromium's own protocol does.
if (engine === "chromium") {
  for (const layout of ["columns", "stacked", "interleaved", "first", "second"]) {
    test(`what is printed of the layout ${layout}`, options, async () => {
      await page.driver.executeScript("document.querySelector('en-face').setAttribute('layout', arguments[0])", layout);
      await ask("root.querySelector('#s0-1').click()");
      await event("beforeprint");
      await page.devtools("Emulation.setEmulatedMedia", { media: "print" });
      try {
        const shown = await ask(`
          const seen = (e) => e.getClientRects().length > 0;
          const style = (selector, pseudo) => getComputedStyle(root.querySelector(selector), pseudo);
          const sentence = style('#s0-1');
          return {
            tools: [...root.querySelectorAll('.bar, .dock, .notice, .toast, .peek')].filter(seen).length,
            missing: [...root.querySelectorAll('section [part~=sentence]')].filter((e) => !seen(e)).length,
            over: root.querySelector('section').getBoundingClientRect().bottom <= root.querySelector('section + section').getBoundingClientRect().top,
            cut: [...root.querySelectorAll('section')].filter((e) => getComputedStyle(e).overflowY !== 'visible').length,
            colours: [sentence.color, sentence.backgroundColor, sentence.textDecorationLine],
            before: style('#s0-1', '::before').content,
            after: style('section [data-side="1"][data-number]', '::after').content,
          };`);
        assert.deepEqual({ ...shown, after: undefined }, {
          tools: 0,
          missing: 0,
          over: true,
          cut: 0,
          colours: ["rgb(0, 0, 0)", "rgba(0, 0, 0, 0)", "none"],
          before: '"2\u2009"',
          after: undefined,
        });
        assert.match(String(/** @type {{ after: string }} */ (shown).after), /^"\u2009\[[\d, ]+\]"$/);
      } finally {
        await page.devtools("Emulation.setEmulatedMedia", { media: "" });
        await event("afterprint");
      }
    });
  }

  test("the browser itself numbers what it prints", options, async () => {
    await ask("addEventListener('beforeprint', () => { window.numbered = root.querySelectorAll('[data-number]').length; })");
    const { data } = await page.devtools("Page.printToPDF", {});
    assert.ok(Buffer.from(data, "base64").length > 10_000);
    assert.ok(Number(await page.driver.executeScript("return window.numbered")) > alignment.sides[0].sentences.length);
    assert.deepEqual(await numbers(0), []);
  });
}
