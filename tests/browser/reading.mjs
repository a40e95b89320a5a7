// What the tests of the reader share: waiting for links, and asking which sentences are lit.
import { until } from "./processes.mjs";

/** @typedef {import("./harness.mjs").Page} Page */
/** @typedef {import("selenium-webdriver").WebElement} WebElement */
/** @typedef {{ left: number[], right: number[], best: [number, number], score: number }} Link */

/** A reader page, opened and asked about. */
export class Reader {
  #page;

  /** @param {Page} page */
  constructor(page) {
    this.#page = page;
  }

  /**
   * Opens a page of the site in the reader and waits for its links.
   *
   * @param {string} path  such as `seeds/ceasefire.txt`
   * @returns {Promise<{ regime: string, links: Link[], checks: object[], sides: { lang: string, sentences: object[] }[] }>}
   */
  async read(path) {
    await this.#page.open(`/?page=${path}`);
    return this.aligned();
  }

  /** The alignment, as soon as there is one. */
  async aligned() {
    const script = "return document.querySelector('en-face')?.alignment ?? null";
    return until("links", () => this.#page.driver.executeScript(script), { seconds: 30 });
  }

  /**
   * @param {0 | 1} side
   * @param {number} index
   */
  sentence(side, index) {
    return this.#page.shadow(`#s${side}-${index}`);
  }

  /**
   * The places of the sentences that have a part now, as `side-index`.
   *
   * @param {string} part
   * @returns {Promise<string[]>}
   */
  async places(part) {
    const script =
      "return [...document.querySelector('en-face').shadowRoot.querySelectorAll(`[part~=${arguments[0]}]`)]" +
      ".map((element) => `${element.dataset.side}-${element.dataset.index}`).sort()";
    return this.#page.driver.executeScript(script, part);
  }

  /**
   * Waits until exactly these sentences have a part.
   *
   * @param {string} part
   * @param {string[]} expected
   */
  async expect(part, expected) {
    const wanted = [...expected].sort().join(" ");
    let found = "";
    const as = async () => (found = (await this.places(part)).join(" ")) === wanted;
    await until(part, as, { seconds: 5 }).catch(() => {
      throw new Error(`${part} is on ${found || "nothing"}, not on ${wanted || "nothing"}`);
    });
  }

  /** @param {WebElement} element */
  async point(element) {
    await this.#page.driver.executeScript("arguments[0].scrollIntoView({ block: 'center' })", element);
    await this.#page.driver.actions().move({ origin: element }).perform();
  }

  /** @param {string} keys */
  async press(keys) {
    await this.#page.driver.actions().sendKeys(keys).perform();
  }

  /**
   * The texts of the elements in the shadow root that match.
   *
   * @param {string} selector
   * @returns {Promise<string[]>}
   */
  async texts(selector) {
    const script =
      "return [...(document.querySelector('en-face')?.shadowRoot?.querySelectorAll(arguments[0]) ?? [])].map((e) => e.textContent)";
    return this.#page.driver.executeScript(script, selector);
  }

  /** How far the window is scrolled, in pixels. @returns {Promise<number>} */
  async scrolled() {
    return this.#page.driver.executeScript("return Math.round(scrollY)");
  }
}

/**
 * A link's counterparts as places.
 *
 * @param {Link} link
 */
export function right(link) {
  return link.right.map((index) => `1-${index}`);
}
