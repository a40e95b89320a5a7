// Accessibility: axe finds nothing in any state, light or dark, wide or narrow.
import assert from "node:assert/strict";
import test from "node:test";
import { Key } from "selenium-webdriver";
import { browser, engine } from "./harness.mjs";
import { until } from "./processes.mjs";
import { Reader } from "./reading.mjs";

const page = browser();
const reader = new Reader(page);
const options = { timeout: 120_000 };

/** Waits until nothing fades in any more: half-transparent words have no contrast. */
async function settled() {
  const running = "return document.querySelector('en-face').shadowRoot.getAnimations().length";
  await until("the animations' end", async () => (await page.driver.executeScript(running)) === 0, { seconds: 5 });
}

for (const dark of [false, true]) {
  for (const width of [375, 1440]) {
    test(`${dark ? "dark" : "light"} at ${width} px`, options, async () => {
      await page.open("/");
      await page.setDark(dark);
      await page.resize(width, 900);
      for (const path of ["seeds/ceasefire.txt", "seeds/tidal-lab.md", "seeds/kitchen-thread.txt"]) {
        const { links } = await reader.read(path);
        assert.deepEqual(await page.axe(), [], path);
        await page.driver.executeScript("arguments[0].focus()", await reader.sentence(0, links[0].left[0]));
        await reader.press(Key.ENTER);
        await reader.expect("pinned", [`0-${links[0].left[0]}`]);
        await settled();
        assert.deepEqual(await page.axe(), [], `${path}, pinned`);
      }
      await (await page.find("#pages-button")).click();
      assert.deepEqual(await page.axe(), [], "the list of pages");
    });
  }
}

test("a pinned sentence is spoken with its counterparts, a hovered one is not", options, async () => {
  await page.resize(1280, 800);
  const { links } = await reader.read("seeds/ceasefire.txt");
  const sentence = await reader.sentence(0, links[0].left[0]);
  await reader.point(sentence);
  await reader.expect("active", [`0-${links[0].left[0]}`]);
  assert.deepEqual(await reader.texts("[aria-live]"), [""]);
  await page.driver.actions().click().perform();
  await reader.expect("pinned", [`0-${links[0].left[0]}`]);
  const [spoken] = await reader.texts("[aria-live]");
  const [counterpart] = await reader.texts(`#s1-${links[0].best[1]}`);
  assert.ok(spoken.includes(counterpart), spoken);
  assert.ok((await sentence.getAttribute("aria-describedby"))?.includes(`s1-${links[0].best[1]}`));
});

test("no card hides the sentence in focus, however small the window", options, async () => {
  for (const [width, height] of [[320, 568], [375, 667]]) {
    await page.resize(width, height);
    const { sides } = await reader.read("seeds/ceasefire.txt");
    await page.shadow(".tool.keys");
    await page.driver.executeScript("arguments[0].focus()", await reader.sentence(0, 0));
    for (let index = 0; index < sides[0].sentences.length; index += 1) {
      await reader.expect("active", [`0-${index}`]);
      await page.shadow(".peek");
      const hidden = await page.driver.executeScript(
        `const card = document.querySelector("en-face").shadowRoot.querySelector(".peek").getBoundingClientRect();
        const { top, bottom } = arguments[0].getBoundingClientRect();
        return top < card.bottom && card.top < bottom;`,
        await reader.sentence(0, index),
      );
      assert.equal(hidden, false, `${width} px, sentence ${index}`);
      await reader.press(Key.ARROW_DOWN);
    }
  }
});

test("every text says which language it is in", options, async () => {
  await reader.read("seeds/ceasefire.txt");
  const missing = await page.driver.executeScript(
    `return [...document.querySelector("en-face").shadowRoot.querySelectorAll("section, .related-entry, .related-title, .source")]
      .filter((element) => !element.closest("[lang]")).length`,
  );
  assert.equal(missing, 0);
});

test("reduced motion moves nothing", { ...options, skip: engine !== "chromium" && "only Chromium's driver can set it" }, async () => {
  await page.open("/");
  const features = [{ name: "prefers-reduced-motion", value: "reduce" }];
  await page.devtools("Emulation.setEmulatedMedia", { features });
  await reader.read("seeds/ceasefire.txt");
  const durations = await page.driver.executeScript(
    `const [sentence] = document.querySelector("en-face").shadowRoot.querySelectorAll("[part~=sentence]");
    return getComputedStyle(sentence).transitionDuration`,
  );
  assert.match(String(durations), /^0s/);
});
