// Reading aloud. A browser without a desktop has no voices, so the page gets a speaker of the test's own before its
// scripts: what is proved is what is asked of a speaker and what follows from its answers, not how it sounds.
import assert from "node:assert/strict";
import test, { afterEach, beforeEach } from "node:test";
import { Key } from "selenium-webdriver";
import { Between } from "./between.mjs";
import { browser } from "./harness.mjs";
import { until } from "./processes.mjs";
import { Reader } from "./reading.mjs";
import { SPEAKER } from "./speaker.mjs";

const page = browser();
const reader = new Reader(page);
const options = { timeout: 90_000 };

/** @typedef {{ name: string, lang: string, localService: boolean, default: boolean }} Voice */
/** @typedef {{ text: string, lang: string, rate: number, voice: string }} Said */

/** @param {string} lang @param {boolean} [localService] @returns {Voice} */
const voice = (lang, localService = true) => ({ name: `${lang}${localService ? "" : " far"}`, lang, localService, default: false });
const BOTH = [voice("fr-FR"), voice("zh-TW"), voice("zh-CN", false), voice("zh_CN"), voice("en-GB", false), voice("en-US")];

/** @type {Between} */
let between;

beforeEach(async () => {
  between = await new Between(page.site.address).start();
  const script = (/** @type {string} */ text) => () => ({
    status: 200,
    headers: { "content-type": "text/javascript; charset=utf-8" },
    body: Buffer.from(text),
  });
  between.on("/speaker.js", script(SPEAKER)).on("/no-speaker.js", script("Object.defineProperty(window, 'speechSynthesis', { value: undefined });"));
});
afterEach(() => between.stop());

/**
 * Opens a page with a speaker that has these voices.
 *
 * @param {Voice[]} voices
 * @param {{ src?: string, speaker?: string }} [options]
 * @returns {ReturnType<Reader["read"]>}
 */
async function open(voices, { src = "/seeds/ceasefire.txt", speaker = "speaker" } = {}) {
  const head = `<script src="/${speaker}.js"></script><script type="module" src="/en-face.js"></script>`;
  between.page("/aloud.html", { head, body: `<en-face id="a" encoder="none" src="${src}"></en-face>` });
  await page.resize(1280, 800);
  await page.open("/aloud.html", { address: between.address });
  await page.driver.executeScript("localStorage.clear(); window.speechSynthesis?.come?.(arguments[0])", voices);
  const alignment = await reader.aligned();
  await page.shadow(".tool.keys");
  return alignment;
}

/** @returns {Promise<Said[]>} */
const said = () => page.driver.executeScript("return speechSynthesis.said");
/** Waits until so many sentences were begun, and gives the last. @param {number} count */
async function nth(count) {
  await until(`${count} sentences said`, async () => (await said()).length === count, { seconds: 5 });
  return (await said())[count - 1];
}
const ended = () => page.driver.executeScript("speechSynthesis.end()");
const speaks = () => page.driver.executeScript("return speechSynthesis.current !== null");
/** @param {string} id */
const text = async (id) => (await reader.texts(`#${id}`))[0];
/** @param {0 | 1} side @param {number} index */
const focus = async (side, index) => page.driver.executeScript("arguments[0].focus()", await reader.sentence(side, index));
/** @param {string} selector */
const click = async (selector) => page.driver.executeScript("arguments[0].click()", await page.shadow(selector));

test("a sentence is read in its language, by a voice of the device", options, async () => {
  await open(BOTH);
  await page.shadow(".tool.aloud:not([hidden])");
  await focus(0, 2);
  await reader.press("r");
  assert.deepEqual(await nth(1), { text: await text("s0-2"), lang: "zh-CN", rate: 1, voice: "zh_CN" });
  await reader.expect("spoken", ["0-2"]);
  assert.deepEqual(await page.axe(), []);
  await ended();
  await reader.expect("spoken", []);
  assert.equal((await said()).length, 1);
  await focus(1, 4);
  await reader.press("r");
  assert.deepEqual(await nth(2), { text: await text("s1-4"), lang: "en-US", rate: 1, voice: "en-US" });
  assert.deepEqual(await page.problems(), []);
});

test("a pair is the sentence, then its counterparts", options, async () => {
  const { links } = await open(BOTH);
  const link = links.find(({ right }) => right.length > 1) ?? links[0];
  await focus(0, link.left[0]);
  await reader.press("r");
  await nth(1);
  await click(".aloud-toggle");
  await click(".strip.aloud .close");
  await focus(0, link.left[0]);
  await reader.press("r");
  await nth(2);
  for (const [number, index] of link.right.entries()) {
    await ended();
    assert.equal((await nth(3 + number)).text, await text(`s1-${index}`));
    await reader.expect("spoken", [`1-${index}`]);
    await reader.expect("active", [`0-${link.left[0]}`]);
  }
  await ended();
  await reader.expect("spoken", []);
});

test("it goes on from sentence to sentence, pauses and resumes, and the light goes along", options, async () => {
  await open(BOTH);
  await focus(0, 0);
  await reader.press("r");
  await nth(1);
  await page.driver.executeScript("arguments[0].click()", (await page.shadowAll(".aloud-toggle"))[1]);
  await ended();
  assert.equal((await nth(2)).text, await text("s0-1"));
  await reader.expect("active", ["0-1"]);
  assert.equal(await page.driver.executeScript("return document.querySelector('en-face').shadowRoot.activeElement.id"), "s0-1");
  await reader.press("r");
  await until("silence", async () => !(await speaks()), { seconds: 5 });
  assert.equal(await (await page.shadow(".strip.aloud .play")).getAttribute("aria-label"), "Read");
  await reader.press("r");
  assert.equal((await nth(3)).text, await text("s0-1"));
  await ended();
  assert.equal((await nth(4)).text, await text("s0-2"));
  await page.driver.executeScript(
    `const rate = document.querySelector("en-face").shadowRoot.querySelector(".aloud-rate");
    rate.value = "1.5";
    rate.dispatchEvent(new Event("change"));`,
  );
  assert.deepEqual(await nth(5).then(({ text: words, rate }) => [words, rate]), [await text("s0-2"), 1.5]);
  await reader.press(Key.ESCAPE);
  await until("silence", async () => !(await speaks()), { seconds: 5 });
  assert.equal(await (await page.shadow(".strip.aloud")).isDisplayed(), false);
  // Esc has stopped the voice and let go of nothing else.
  await reader.expect("active", ["0-2"]);
  assert.deepEqual(await page.problems(), []);
});

test("what was chosen is kept", options, async () => {
  await open(BOTH);
  await click(".tool.aloud");
  await nth(1);
  await click(".aloud-toggle");
  await page.driver.navigate().refresh();
  await page.shadow(".sheet");
  await page.driver.executeScript("speechSynthesis.come(arguments[0])", BOTH);
  assert.equal(await (await page.shadow(".aloud-toggle")).getAttribute("aria-pressed"), "true");
});

test("the last sentence ends it; another speaker pauses it; a failure is told of", options, async () => {
  const { sides } = await open(BOTH);
  const last = sides[0].sentences.length - 1;
  await focus(0, last);
  await reader.press("r");
  await nth(1);
  await page.driver.executeScript("arguments[0].click()", (await page.shadowAll(".aloud-toggle"))[1]);
  await ended();
  await reader.expect("spoken", []);
  await reader.press("r");
  await nth(2);
  await page.driver.executeScript("speechSynthesis.end('error', 'interrupted')");
  await reader.press("r");
  await nth(3);
  await page.driver.executeScript("speechSynthesis.end('error', 'synthesis-failed')");
  await page.shadow(".toast:popover-open");
  assert.deepEqual(await page.problems(), []);
});

test("without a voice for the page there is no button, and it comes with the voices", options, async () => {
  await open([voice("fr-FR"), voice("ja-JP")]);
  assert.equal((await page.shadowAll(".tool.aloud")).length, 0);
  await focus(0, 0);
  await reader.press("r");
  assert.deepEqual(await said(), []);
  await page.driver.executeScript("speechSynthesis.come(arguments[0])", [voice("en-AU")]);
  await page.shadow(".tool.aloud:not([hidden])");
  await focus(0, 0);
  await reader.press("r");
  await page.shadow(".toast:popover-open");
  assert.deepEqual(await said(), []);
  assert.equal(await (await page.shadow(".aloud-toggle")).isEnabled(), false);
  await focus(1, 2);
  await reader.press("r");
  assert.equal((await nth(1)).voice, "en-AU");
  await page.driver.executeScript("speechSynthesis.come([])");
  await page.shadow(".tool.aloud[hidden]");
  assert.equal(await speaks(), false);
  assert.deepEqual(await page.problems(), []);
});

test("a browser that cannot speak is not asked to", options, async () => {
  await open([], { speaker: "no-speaker" });
  assert.equal((await page.shadowAll(".tool.aloud")).length, 0);
  assert.deepEqual(await page.problems(), []);
});

test("a text in traditional characters gets a voice that reads them", options, async () => {
  between.on("/traditional.txt", () => ({
    status: 200,
    headers: { "content-type": "text/plain; charset=utf-8" },
    body: Buffer.from("這個國家的人們說，他們會來學習。電車開過長長的街。\n\n原文\n\nThe people of this country say that they will come to learn.\n"),
  }));
  await open(BOTH, { src: "/traditional.txt" });
  await focus(0, 0);
  await reader.press("r");
  assert.equal((await nth(1)).voice, "zh-TW");
});

test("it stops when the page is dropped or the element goes", options, async () => {
  await open(BOTH);
  await focus(0, 1);
  await reader.press("r");
  await nth(1);
  await page.driver.executeScript("document.querySelector('en-face').setAttribute('src', '/seeds/library-hours.txt')");
  await until("silence", async () => !(await speaks()), { seconds: 5 });
  await reader.aligned();
  await until("the other page", async () => (await reader.texts("#s0-0")).length === 1, { seconds: 5 });
  await focus(0, 0);
  await reader.press("r");
  await nth(2);
  await page.driver.executeScript("document.querySelector('en-face').remove()");
  assert.equal(await speaks(), false);
  assert.deepEqual(await page.problems(), []);
});
