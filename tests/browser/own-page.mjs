// Pages of a test's own with an element on them, each test with a server of its own between the browser and the site.
import { afterEach, beforeEach } from "node:test";
import { Between } from "./between.mjs";
import { until } from "./processes.mjs";

/** The one of the test that runs. @type {Between} */
export let between;

/**
 * Sets up every test of a file.
 *
 * @param {import("./harness.mjs").Page} page
 * @param {number} height  of the window, in pixels
 */
export function ownPages(page, height) {
  beforeEach(async () => {
    await page.resize(1280, height);
    between = await new Between(page.site.address).start();
  });
  afterEach(() => between.stop());

  /** @param {string} script @param {...unknown} args @returns {Promise<any>} */
  const run = (script, ...args) => page.driver.executeScript(script, ...args);

  /** Opens a page whose first element is `view`. @param {string} body */
  async function open(body, head = '<script type="module" src="/en-face.js"></script>') {
    between.page("/own.html", { head, body });
    await page.open("/own.html", { address: between.address });
    await until("the element", () => run("return customElements.get('en-face') !== undefined"), { seconds: 10 });
    await run("window.view = document.querySelector('en-face')");
  }
  return { run, open };
}
