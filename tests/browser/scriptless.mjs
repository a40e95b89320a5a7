// What the tests of pages that link without a script share: exported ones, and those that are built for a web site.
import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { engine } from "./harness.mjs";
import { until } from "./processes.mjs";
import { Reader } from "./reading.mjs";

/** @typedef {import("./harness.mjs").Page} Page */
/** @typedef {import("./reading.mjs").Link} Link */

export class Scriptless {
  #page;
  #reader;

  /** @param {Page} page */
  constructor(page) {
    this.#page = page;
    this.#reader = new Reader(page);
  }

  /** @param {string} selector */
  async point(selector) {
    await this.#reader.point(await this.#page.find(selector));
  }

  /**
   * Waits until exactly these sentences have a background of their own, beside what is pointed at.
   *
   * @param {string} what
   * @param {string[]} expected ids
   */
  async shines(what, expected) {
    let found = "";
    const wanted = [...expected].sort().join();
    const as = async () => (found = (await this.#lit()).sort().join()) === wanted;
    await until(what, as, { seconds: 5 }).catch(() => {
      throw new Error(`${what}: ${found || "nothing"} is lit, not ${wanted || "nothing"}`);
    });
  }

  /** @returns {Promise<string[]>} */
  #lit() {
    return this.#page.driver.executeScript(`const clear = "rgba(0, 0, 0, 0)";
      const own = ":hover, :focus-within, :target";
      return [...document.querySelectorAll(".s")]
        .filter((one) => getComputedStyle(one).backgroundColor !== clear && !one.matches(own)).map(({ id }) => id)`);
  }

  /**
   * A link lights up from either of its sides, and goes out.
   *
   * @param {Link[]} links
   * @param {Link} link
   */
  async lights(links, { left, right }) {
    for (const id of [`l${left[0]}`, `r${right[0]}`]) {
      await this.point(`#${id}`);
      await this.shines(`${id} is pointed at`, counterparts(links, id));
    }
    await this.point("h1");
    await this.shines("pointed elsewhere", []);
  }

  /**
   * The keyboard goes over a link, and what it left is lit.
   *
   * @param {Link[]} links
   * @param {Link} link
   */
  async crosses(links, link) {
    const { driver } = this.#page;
    const [from, to] = [`l${link.left.at(-1)}`, `r${link.best[1]}`];
    // Away from what the page will scroll under it.
    await driver.actions().move({ x: 1, y: 1 }).perform();
    const number = await this.#page.find(`#${from} .n[href="#${to}"]`);
    await driver.executeScript("arguments[0].focus()", number);
    await this.shines(`${from} is in focus`, counterparts(links, from));
    await number.sendKeys(Key.ENTER);
    await until("the counterpart", async () => (await driver.getCurrentUrl()).endsWith(`#${to}`));
    assert.equal(await driver.executeScript("return document.querySelector(':target').id"), to);
    await driver.executeScript("document.activeElement.blur()");
    await this.shines(`gone to ${to}`, counterparts(links, to));
  }

  /**
   * The page fits its window, and axe has nothing against it.
   *
   * @param {string} name of the picture
   * @param {{ width: number, height?: number, dark?: boolean }} window
   */
  async fits(name, { width, height = 900, dark = false }) {
    await this.#page.screenshot(`${name}-${width}-${dark ? "dark" : "light"}`, { width, height, dark });
    const wide = "const { scrollWidth, clientWidth } = document.documentElement; return scrollWidth - clientWidth";
    assert.equal(await this.#page.driver.executeScript(wide), 0, `${name} ${width}`);
    assert.deepEqual(await this.#page.axe(), [], `${name} ${width}`);
  }
}

/**
 * The windows that a page is looked at in. A dark one differs in its colours only, so that one of them is enough, and WebKitGTK
 * would start anew for it; where lines break is what engines differ in, so that Chromium alone has all the widths.
 *
 * @param {number[]} widths from the narrowest to the widest
 * @returns {{ width: number, dark: boolean }[]}
 */
export function windows(widths) {
  const light = (engine === "chromium" ? widths : [widths[0], widths[widths.length - 1]]).map((width) => ({ width, dark: false }));
  return engine === "webkit" ? light : [...light, { width: widths[0], dark: true }];
}

/**
 * What is lit while a sentence is pointed at.
 *
 * @param {Link[]} links
 * @param {string} id such as `l0`
 */
export function counterparts(links, id) {
  const [here, there] = id[0] === "l" ? /** @type {const} */ (["left", "right"]) : /** @type {const} */ (["right", "left"]);
  const own = links.filter((link) => link[here].includes(Number(id.slice(1))));
  return [...new Set(own.flatMap((link) => link[there].map((index) => `${there[0]}${index}`)))];
}
