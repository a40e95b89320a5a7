// What tests of the element as a custom element share: a page with nothing on it but what a test puts there, with the element
// defined or not yet.
import { afterEach, beforeEach } from "node:test";
import { Between } from "./between.mjs";
import { until } from "./processes.mjs";

export const SRC = "/seeds/old-maps.md";

/** The one of the test that runs. @type {Between} */
export let between;

/**
 * Sets up every test of a file.
 *
 * @param {import("./harness.mjs").Page} page
 */
export function barePages(page) {
  beforeEach(async () => {
    await page.resize(1280, 700);
    between = await new Between(page.site.address).start();
    // The markup that tests put in comes from strings, which the site's own policy refuses.
    between.on("*", ({ headers }) => ({ headers: { ...headers, "content-security-policy": "" } }));
    between.page("/empty.html", { body: "" }).page("/undefined.html", { head: "", body: "" });
    await open("/empty.html");
  });
  afterEach(() => between.stop());

  /** @param {string} script @param {...unknown} args @returns {Promise<any>} */
  const run = (script, ...args) => page.driver.executeScript(script, ...args);
  const press = (/** @type {string[]} */ ...keys) => page.driver.actions().sendKeys(...keys).perform();

  /** @param {string} path */
  async function open(path) {
    await page.open(path, { address: between.address });
    const ready = path === "/undefined.html" ? "true" : "customElements.get('en-face') !== undefined";
    await until("the page", () => run(`return document.querySelector('main') !== null && ${ready}`), { seconds: 10 });
  }

  /** Puts markup into the page. @param {string} html */
  const put = (html) => run("document.querySelector('main').innerHTML = arguments[0]", html);
  /** Defines the element in a page that has not. */
  const define = () => run("const script = document.createElement('script'); script.type = 'module'; script.src = '/en-face.js'; document.head.append(script)");
  /** Waits until the element that an expression names has its links. @param {string} [view] */
  const linked = (view = "document.querySelector('en-face')") => until(`links of ${view}`, () => run(`return ${view}?.alignment !== null && ${view}?.alignment !== undefined`), { seconds: 20 });
  /** Waits until the element has its tools too. */
  async function whole() {
    await linked();
    await page.shadow(".tool.keys");
  }

  return { run, press, open, put, define, linked, whole };
}
