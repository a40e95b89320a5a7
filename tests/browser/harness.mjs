// What an end-to-end test uses: one browser a test file, started before its tests and ended after them, or lent by
// suite.mjs for as long.
//
//     import { browser } from "./harness.mjs";
//     const page = browser();
//     test("…", async () => { await page.open("/"); … });
//
// Under `cargo xtask test` EN_FACE_BROWSER, EN_FACE_DRIVER, EN_FACE_BROWSER_PROGRAM and EN_FACE_XTASK are set; by hand
// `node --test` in this folder takes Chromium and target/debug/xtask.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { By } from "selenium-webdriver";
import { Emulation } from "./emulate.mjs";
import { engine } from "./engines.mjs";
import { endAll, until } from "./processes.mjs";
import { Site } from "./server.mjs";
import { Session } from "./session.mjs";

export { engine };

/** @typedef {import("selenium-webdriver").WebElement} WebElement */

const require = createRequire(import.meta.url);
const screenshots = fileURLToPath(new URL(`../../target/screenshots/${engine}/`, import.meta.url));

/** After this a test file hangs, and is ended with everything it started. */
const LIMIT_SECONDS = 300;

/** A browser window on the site. */
export class Page {
  /** @type {Site} */
  site = new Site();
  /** @type {Session | undefined} */
  #session;
  #dark = false;

  /** Selenium's driver, for what has no helper here. */
  get driver() {
    return this.#running().driver;
  }

  /** @param {string[]} serve  further arguments for `xtask serve` */
  async start(serve) {
    await this.site.start(serve);
    await this.#startBrowser();
  }

  async stop() {
    try {
      await this.#stopBrowser();
    } finally {
      this.site.stop();
    }
  }

  /**
   * Goes to a path of the site, with an empty list of problems. Unless a test is about the encoder, the reader is asked
   * to do without: links then come once, and are the same with every encoder.
   *
   * @param {string} path  such as `/`
   * @param {{ encoder?: boolean, address?: string }} [options]
   */
  async open(path, { encoder = false, address = this.site.address } = {}) {
    this.site.reports.length = 0;
    const none = encoder ? "" : `${path.includes("?") ? "&" : "?"}encoder=none`;
    await this.driver.get(address + path + none);
  }

  /**
   * The first element in the component's shadow root that matches, waited for.
   *
   * @param {string} selector
   * @param {{ host?: string, seconds?: number }} [options]
   * @returns {Promise<WebElement>}
   */
  shadow(selector, { host = "en-face", seconds = 10 } = {}) {
    return until(`${host} » ${selector}`, async () => (await this.shadowAll(selector, { host }))[0], { seconds });
  }

  /**
   * All elements in the component's shadow root that match now.
   *
   * @param {string} selector
   * @param {{ host?: string }} [options]
   * @returns {Promise<WebElement[]>}
   */
  shadowAll(selector, { host = "en-face" } = {}) {
    const script = "return [...(document.querySelector(arguments[0])?.shadowRoot?.querySelectorAll(arguments[1]) ?? [])]";
    return this.driver.executeScript(script, host, selector);
  }

  /**
   * The first element of the page that matches, waited for.
   *
   * @param {string} selector
   * @returns {Promise<WebElement>}
   */
  find(selector) {
    return until(selector, async () => (await this.driver.findElements(By.css(selector)))[0], { seconds: 10 });
  }

  /**
   * What axe finds wrong on the page once nothing fades in any more, one line a rule and element: half-transparent words
   * have no contrast.
   *
   * @param {Record<string, unknown>} [options]  axe's own
   * @returns {Promise<string[]>}
   */
  async axe(options = {}) {
    const fading =
      "const roots = [document, ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])];" +
      "const all = roots.flatMap((root) => root.getAnimations());" +
      "return all.filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity).length";
    await until("the animations' end", async () => (await this.driver.executeScript(fading)) === 0, { seconds: 5 });
    await this.driver.executeScript(readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));
    const outcome = await this.driver.executeAsyncScript(
      "const done = arguments[1]; axe.run(document, arguments[0]).then(done, (error) => done(String(error)))",
      // Which elements passed, nobody asks; to name them takes long.
      { resultTypes: ["violations"], ...options },
    );
    const { violations, passes } = /** @type {import("axe-core").AxeResults} */ (outcome);
    assert.ok(passes?.length, `axe did not run: ${JSON.stringify(outcome)}`);
    return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")}`));
  }

  /**
   * Taps with a finger in an element's middle. WebKitGTK's driver has no touch, so the events are made by a script there.
   *
   * @param {WebElement} element
   */
  async tap(element) {
    await this.#emulated().tap(element);
  }

  /**
   * Swipes with a finger, from an element's middle as far as said. In WebKitGTK a script makes the events.
   *
   * @param {WebElement} element
   * @param {number} x
   * @param {number} y
   */
  async swipe(element, x, y) {
    await this.#emulated().swipe(element, x, y);
  }

  /**
   * Gives the page's viewport a size in CSS pixels, and the page some frames to follow it.
   *
   * @param {number} width
   * @param {number} height
   */
  async resize(width, height) {
    await this.#emulated().resize(width, height);
    await this.driver.executeAsyncScript(`const done = arguments[0];
      let frames = 4;
      const next = () => (frames-- ? requestAnimationFrame(next) : done());
      next();
      setTimeout(done, 1000);`);
  }

  /**
   * Makes the page see a dark desktop, or a light one. WebKitGTK must start anew for it, and then opens the same page.
   *
   * @param {boolean} dark
   */
  async setDark(dark) {
    if (this.#dark === dark) return;
    this.#dark = dark;
    if (engine === "webkit") {
      const address = await this.driver.getCurrentUrl();
      await this.#stopBrowser();
      await this.#startBrowser();
      await this.driver.get(address);
    } else {
      await this.#emulated().setDark(dark);
    }
    const query = "return matchMedia('(prefers-color-scheme: dark)').matches";
    await until(`a ${dark ? "dark" : "light"} desktop`, async () => (await this.driver.executeScript(query)) === dark);
  }

  /**
   * Asks Chromium for what WebDriver has no command for.
   *
   * @param {string} command
   * @param {Record<string, unknown>} params
   * @returns {Promise<any>}
   */
  async devtools(command, params) {
    return this.#emulated().devtools(command, params);
  }

  /**
   * Saves what the window shows as target/screenshots/ENGINE/NAME.png.
   *
   * @param {string} name
   * @param {{ width?: number, height?: number, dark?: boolean }} [options]
   * @returns {Promise<string>} the file
   */
  async screenshot(name, { width = 1280, height = 800, dark = false } = {}) {
    await this.setDark(dark);
    await this.resize(width, height);
    mkdirSync(screenshots, { recursive: true });
    const file = `${screenshots}${name}.png`;
    writeFileSync(file, await this.driver.takeScreenshot(), "base64");
    return file;
  }

  /**
   * What has gone wrong since `open`: errors, unhandled rejections, `console.error`, violations of the policy.
   *
   * @returns {Promise<string[]>}
   */
  async problems() {
    // Reports of violations travel on their own.
    await new Promise((resolve) => setTimeout(resolve, 300));
    const log = await this.driver.executeScript("return window.enFaceTestLog ?? null");
    assert.ok(Array.isArray(log) || process.env.EN_FACE_SITE, "the page has no log: is its head a plain <head>?");
    return [...(Array.isArray(log) ? log : []), ...this.site.reports];
  }

  async #startBrowser() {
    this.#session = Session.lent() ?? (await Session.start({ dark: this.#dark }));
    await this.#session.driver.manage().setTimeouts({ script: 60_000, pageLoad: 60_000, implicit: 0 });
  }

  async #stopBrowser() {
    const session = this.#session;
    this.#session = undefined;
    await session?.stop();
  }

  #running() {
    if (!this.#session) throw new Error("the browser is not started: call `browser()` at the top of the test file");
    return this.#session;
  }

  #emulated() {
    return new Emulation(this.driver, this.#running().address);
  }
}

/**
 * A browser for the tests of the file that calls this.
 *
 * @param {{ serve?: string[] }} [options]  further arguments for `xtask serve`, such as `["--pages", folder]`
 * @returns {Page}
 */
export function browser({ serve = [] } = {}) {
  const page = new Page();
  const watch = setTimeout(() => {
    console.error(`this test file was ended after ${LIMIT_SECONDS} s`);
    process.exit(1);
  }, LIMIT_SECONDS * 1000);
  before(() => page.start(serve), { timeout: 90_000 });
  after(
    async () => {
      try {
        await page.stop();
      } finally {
        clearTimeout(watch);
        endAll();
      }
    },
    { timeout: 60_000 },
  );
  return page;
}
