// What the tests of the component in place share: a news page of our own around it, and questions about what is lit there.
import { readFileSync } from "node:fs";
import { Between } from "./between.mjs";
import { until } from "./processes.mjs";

/** @typedef {import("./harness.mjs").Page} Page */

/** @param {string} name */
const fixture = (name) => readFileSync(new URL(`fixtures/in-place/${name}`, import.meta.url));

/** The element that most tests use: links made before, texts found by selectors. */
export const FINISHED = '<en-face left="#zh" right="#en" alignment="/night-trains.json" loading="eager"></en-face>';
/** The same without links: the core finds them. */
export const BARE = '<en-face left="#zh" right="#en" loading="eager" encoder="none"></en-face>';
export const SCRIPT = '<script type="module" src="/en-face.js"></script>';
export const LINKS = JSON.parse(fixture("night-trains.json").toString());

/** The news page with an element and what its head has beside the style sheet. @param {string} element @param {string} [head] @returns {string} */
export function news(element, head = SCRIPT) {
  return fixture("news.html").toString().replace("<!-- head -->", `<script src="/watch.js"></script>${head}`).replace("<!-- element -->", element);
}

/** Runs before the component comes: keeps every change of the page's tree and every shift of its layout, and measures where its words are. */
const WATCH = `
  window.changes = [];
  window.shifts = [];
  new MutationObserver((records) => {
    for (const { type, target, attributeName } of records) changes.push(type + " " + (target.id || target.nodeName) + " " + attributeName);
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  try {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) shifts.push(entry.value);
    }).observe({ type: "layout-shift", buffered: true });
  } catch {}
  window.measured = () => {
    const seen = scrollY;
    scrollTo({ top: 0, behavior: "instant" });
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const places = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { x, y, width, height } of range.getClientRects()) if (width) places.push([x, y, width, height].map(Math.round).join(" "));
    }
    scrollTo({ top: seen, behavior: "instant" });
    return places.join("\\n");
  };
  window.moved = 0;
  addEventListener("pointermove", () => (moved += 1), true);
  window.lit = (name) => [...(CSS.highlights.get("enface-" + name) ?? [])].map(String);
  window.view = () => document.querySelector("en-face");`;

/** The news page, and who reads it. */
export class Article {
  /** Where the page's own window begins in that of the browser, in a frame whose driver counts from there. @type {[number, number]} */
  frame = [0, 0];
  /** @type {Between | undefined} */
  #between;
  #page;

  /** @param {Page} page */
  constructor(page) {
    this.#page = page;
  }

  get between() {
    if (!this.#between) throw new Error("open the article first");
    return this.#between;
  }

  /**
   * Opens the news page with the component on it.
   *
   * @param {string} element  the component, at the end of the page
   * @param {{ head?: string, edit?: (html: string) => string, files?: Record<string, string>, first?: string }} [options]  `head` is
   *   there instead of the component's script; `edit` makes another page of it; `files` are further ones, by path; `first` is the path of
   *   the page that is opened
   */
  async open(element, { head = SCRIPT, edit = (html) => html, files = {}, first = "/news.html" } = {}) {
    this.close();
    const between = (this.#between = await new Between(this.#page.site.address).start());
    const all = { "/news.html": edit(news(element, head)), "/news.css": fixture("news.css"), "/night-trains.json": fixture("night-trains.json"), "/watch.js": WATCH, "/weather.html": "<p>Rain.</p>", ...files };
    const types = { html: "text/html; charset=utf-8", css: "text/css", json: "application/json", js: "text/javascript" };
    for (const [path, body] of Object.entries(all)) {
      const type = types[/** @type {keyof typeof types} */ (path.split(".").at(-1) ?? "html")];
      between.on(path, ({ headers }) => ({ status: 200, headers: { ...headers, "content-type": type }, body: Buffer.from(body) }));
    }
    await this.#page.open(first, { address: between.address, encoder: true });
  }

  close() {
    this.#between?.stop();
    this.#between = undefined;
  }

  /** @param {string} script @param {...unknown} args @returns {Promise<any>} */
  run(script, ...args) {
    return this.#page.driver.executeScript(script, ...args);
  }

  /** The links, as soon as there are any, and with them the strip. */
  aligned() {
    const script = "return view()?.shadowRoot?.querySelector('.bar[tabindex]') ? view().alignment : null";
    return until("links", () => this.run(script), { seconds: 20 });
  }

  /** What the component has told. @param {string} type @returns {Promise<any[]>} */
  events(type) {
    return this.run("return enFaceTestEvents.filter((event) => event.type === arguments[0]).map((event) => event.detail)", type);
  }

  /** Waits for an event. @param {string} type @param {number} [count] */
  async event(type, count = 1) {
    await until(`${count} × enface-${type}`, async () => (await this.events(type)).length >= count, { seconds: 20 });
    return (await this.events(type)).at(-1);
  }

  /** The words that are lit in a way, without what lies between text nodes. @param {string} name @returns {Promise<string>} */
  async lit(name) {
    return plain((await this.run("return lit(arguments[0])", name)).join(""));
  }

  /** Waits until exactly these sentences are lit in a way. @param {string} name @param {string[]} sentences */
  async expectLit(name, sentences) {
    const wanted = plain(sentences.join(""));
    let found = "";
    await until(name, async () => (found = await this.lit(name)) === wanted, { seconds: 5 }).catch(() => {
      throw new Error(`${name} is on “${found}”, not on “${wanted}”`);
    });
  }

  /**
   * Where some words of the page are, scrolled into the middle of the window.
   *
   * @param {string} words  within one text node
   * @param {string} [within]  a selector
   * @returns {Promise<[number, number]>}
   */
  where(words, within = "body") {
    return this.run(
      `const walker = document.createTreeWalker(document.querySelector(arguments[1]), NodeFilter.SHOW_TEXT);
       for (let node = walker.nextNode(); node; node = walker.nextNode()) {
         const at = node.data.indexOf(arguments[0]);
         if (at < 0) continue;
         const range = document.createRange();
         range.setStart(node, at);
         range.setEnd(node, at + arguments[0].length);
         const by = range.getBoundingClientRect().top - innerHeight / 2;
         if (Math.abs(by) > innerHeight / 3) window.scrollBy({ top: by, behavior: "instant" });
         const [{ left, top, width, height }] = [...range.getClientRects()].sort((one, other) => other.width - one.width);
         return [Math.round(left + width / 2), Math.round(top + height / 2)];
       }
       throw new Error("nowhere: " + arguments[0]);`,
      words,
      within,
    );
  }

  /** Points at some words, coming from elsewhere: a pointer that rests is not heard of. @param {string} words @param {string} [within] */
  async point(words, within) {
    const [left, top] = await this.where(words, within);
    const [x, y] = [left + this.frame[0], top + this.frame[1]];
    const before = await this.run("return moved");
    // A page that has just been opened may not hear of it yet.
    await until("the pointer", async () => {
      await this.#page.driver.actions().move({ x: x + 2, y }).move({ x, y }).perform();
      return (await this.run("return moved")) > before;
    });
  }

  /** @param {...string} keys */
  async press(...keys) {
    for (const key of keys) await this.#page.driver.actions().sendKeys(key).perform();
  }

  /** Goes to the strip as a reader does who has only keys. */
  async enterStrip() {
    const { Key } = await import("selenium-webdriver");
    await this.run("document.querySelector('.more li:last-child a').focus()");
    const isThere = () => this.run("return view().shadowRoot.activeElement?.className === 'bar'");
    // A frame is between them.
    for (let tabs = 0; tabs < 3 && !(await isThere()); tabs += 1) await this.press(Key.TAB);
    await until("the strip", isThere, { seconds: 5 });
  }

  /** Something of the component's own. @param {string} selector */
  own(selector) {
    return this.#page.shadow(selector);
  }
}

/** Words as they are compared here: white space and soft hyphens aside. @param {string} words */
function plain(words) {
  return words.replace(/[\s\u00AD]/g, "");
}

/** A finished sentence. @param {0 | 1} side @param {number} index @returns {string} */
export const sentence = (side, index) => LINKS.sides[side].sentences[index].text;
/** The counterparts of a finished sentence of the first text. @param {number} index @returns {string[]} */
export const counterparts = (index) =>
  LINKS.links.filter((/** @type {{ left: number[] }} */ { left }) => left.includes(index)).flatMap((/** @type {{ right: number[] }} */ { right }) => right.map((other) => sentence(1, other)));
