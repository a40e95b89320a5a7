// What a test gives the page that WebDriver has no common command for: a viewport of any size, a dark desktop, a finger.
import { engine } from "./engines.mjs";
import { until } from "./processes.mjs";

/** @typedef {import("selenium-webdriver").WebDriver} WebDriver */
/** @typedef {import("selenium-webdriver").WebElement} WebElement */

/** WebDriver's key for a reference to an element. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

const FIREFOX_DARK =
  "Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', arguments[0])";

const FIREFOX_VIEWPORT = `
  const { style } = Services.wm.getMostRecentWindow("navigator:browser").gBrowser.selectedBrowser;
  for (const [side, size] of [["width", arguments[0]], ["height", arguments[1]]]) {
    for (const bound of ["min-", "max-", ""]) style.setProperty(bound + side, size + "px", "important");
  }`;

/** Takes back what the two scripts above have done, and removes what pages have kept. */
const FIREFOX_TIDY = `
  const { style } = Services.wm.getMostRecentWindow("navigator:browser").gBrowser.selectedBrowser;
  for (const name of ["min-width", "max-width", "width", "min-height", "max-height", "height"]) style.removeProperty(name);
  Services.prefs.clearUserPref("layout.css.prefers-color-scheme.content-override");
  const done = arguments[arguments.length - 1];
  Services.clearData.deleteData(Ci.nsIClearDataService.CLEAR_ALL, { onDataDeleted: () => done() });`;

/** Where the middle of an element's first line is, once that is in the middle of the window. */
const FIRST_LINE = `
  arguments[0].scrollIntoView({ block: "center", behavior: "instant" });
  const [{ left, top, width, height }] = arguments[0].getClientRects();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];`;

/** What a finger does to an element, for a driver without touch. */
const TAP = `
  const [element] = arguments;
  const { left, top, width, height } = element.getBoundingClientRect();
  const place = { clientX: left + width / 2, clientY: top + height / 2, view: window };
  const finger = { ...place, pointerType: "touch", pointerId: 7, isPrimary: true };
  const event = { ...finger, bubbles: true, composed: true, cancelable: true };
  for (const type of ["pointerover", "pointerdown", "pointerup", "pointerout"]) {
    element.dispatchEvent(new PointerEvent(type, { ...event, buttons: type === "pointerdown" ? 1 : 0 }));
  }
  element.focus?.();
  element.dispatchEvent(new PointerEvent("click", event));`;

/** How a finger goes from an element's middle somewhere else, for a driver without touch. */
const SWIPE = `
  const [element, x, y] = arguments;
  const { left, top, width, height } = element.getBoundingClientRect();
  const at = (share) => ({ clientX: left + width / 2 + x * share, clientY: top + height / 2 + y * share });
  const finger = { pointerType: "touch", pointerId: 7, isPrimary: true, bubbles: true, composed: true, cancelable: true };
  const tell = (type, share, buttons) => element.dispatchEvent(new PointerEvent(type, { ...finger, ...at(share), buttons }));
  tell("pointerdown", 0, 1);
  for (const share of [0.25, 0.5, 0.75, 1]) tell("pointermove", share, 1);
  tell("pointerup", 1, 0);`;

/** A session, with the commands that Selenium's API does not have. */
export class Emulation {
  #driver;
  #address;

  /**
   * @param {WebDriver} driver
   * @param {string} address  the WebDriver's
   */
  constructor(driver, address) {
    this.#driver = driver;
    this.#address = address;
  }

  /**
   * Gives the viewport a size in CSS pixels.
   *
   * @param {number} width
   * @param {number} height
   */
  async resize(width, height) {
    const window = this.#driver.manage().window();
    if (engine === "chromium") {
      const params = { width, height, deviceScaleFactor: 1, mobile: false };
      await this.devtools("Emulation.setDeviceMetricsOverride", params);
    } else if (engine === "firefox") {
      // A window of Firefox has at least 500 pixels; the part of it that shows the page may have fewer.
      await window.setRect({ width: Math.max(width, 500) + 100, height: height + 200 });
      await this.#inFirefox(FIREFOX_VIEWPORT, width, height);
    }
    const fits = async () => {
      const size = "return [innerWidth, innerHeight, outerWidth, outerHeight]";
      /** @type {number[]} */
      const [innerWidth, innerHeight, outerWidth, outerHeight] = await this.#driver.executeScript(size);
      if (innerWidth === width && innerHeight === height) return true;
      if (engine === "webkit") {
        // How much the frame takes shows only in a window that has some size, and the two are not told at once.
        const frame = { width: Math.max(0, outerWidth - innerWidth), height: Math.max(0, outerHeight - innerHeight) };
        await window.setRect({ width: width + frame.width, height: height + frame.height });
      }
      return false;
    };
    await until(`${engine} with a viewport of ${width} × ${height}`, fits, { seconds: 5 });
  }

  /**
   * Makes the page see a dark desktop or a light one; not in WebKitGTK, which learns it only at its start.
   *
   * @param {boolean} dark
   */
  async setDark(dark) {
    if (engine === "chromium") {
      const params = { features: [{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }] };
      await this.devtools("Emulation.setEmulatedMedia", params);
    } else if (engine === "firefox") {
      await this.#inFirefox(FIREFOX_DARK, dark ? 0 : 1);
    }
  }

  /**
   * Taps with a finger in the middle of an element's first line. WebKitGTK's driver has no touch: there a script makes the events.
   *
   * @param {WebElement} element
   */
  async tap(element) {
    /** @type {[number, number]} what is around a text of two lines has its middle beside both */
    const [x, y] = await this.#driver.executeScript(FIRST_LINE, element);
    if (engine === "webkit") {
      await this.#driver.executeScript(TAP, element);
      return;
    }
    const actions = [
      { type: "pointerMove", duration: 0, x, y, origin: "viewport" },
      { type: "pointerDown", button: 0 },
      { type: "pause", duration: 50 },
      { type: "pointerUp", button: 0 },
    ];
    const finger = { type: "pointer", id: "finger", parameters: { pointerType: "touch" }, actions };
    await this.#send("POST", "actions", { actions: [finger] });
    await this.#send("DELETE", "actions");
  }

  /**
   * Swipes with a finger, from an element's middle as far as said, in pixels.
   *
   * @param {WebElement} element
   * @param {number} x
   * @param {number} y
   */
  async swipe(element, x, y) {
    if (engine === "webkit") {
      await this.#driver.executeScript(SWIPE, element, x, y);
      return;
    }
    const origin = { [ELEMENT]: await element.getId() };
    const steps = [0.25, 0.5, 0.75, 1].map((share) => {
      return { type: "pointerMove", duration: 30, x: Math.round(x * share), y: Math.round(y * share), origin };
    });
    const start = [{ type: "pointerMove", duration: 0, x: 0, y: 0, origin }, { type: "pointerDown", button: 0 }];
    const actions = [...start, ...steps, { type: "pointerUp", button: 0 }];
    const finger = { type: "pointer", id: "finger", parameters: { pointerType: "touch" }, actions };
    await this.#send("POST", "actions", { actions: [finger] });
    await this.#send("DELETE", "actions");
  }

  /** Makes of a browser that was used one that is like new; not in WebKitGTK, whose start is cheap. */
  async tidy() {
    await this.#send("DELETE", "actions");
    const [first, ...others] = await this.#driver.getAllWindowHandles();
    for (const other of others) {
      await this.#driver.switchTo().window(other);
      await this.#driver.close();
    }
    await this.#driver.switchTo().window(first);
    await this.#driver.get("about:blank");
    if (engine === "chromium") {
      await this.devtools("Emulation.clearDeviceMetricsOverride", {});
      await this.devtools("Emulation.setEmulatedMedia", { media: "", features: [] });
      await this.devtools("Browser.setDownloadBehavior", { behavior: "default" });
      await this.devtools("Network.clearBrowserCache", {});
      await this.devtools("Storage.clearDataForOrigin", { origin: "*", storageTypes: "all" });
    } else if (engine === "firefox") {
      await this.#inFirefox(FIREFOX_TIDY);
      await this.#driver.manage().window().setRect({ width: 1366, height: 768 });
    }
  }

  /**
   * Asks Chromium for what WebDriver has no command for.
   *
   * @param {string} command
   * @param {Record<string, unknown>} params
   * @returns {Promise<any>}
   */
  async devtools(command, params) {
    return this.#send("POST", "goog/cdp/execute", { cmd: command, params });
  }

  /**
   * Runs a script in Firefox's own window instead of the page.
   *
   * @param {string} script
   * @param {...number} args
   */
  async #inFirefox(script, ...args) {
    await this.#send("POST", "moz/context", { context: "chrome" });
    try {
      if (script === FIREFOX_TIDY) await this.#driver.executeAsyncScript(script);
      else await this.#driver.executeScript(script, ...args);
    } finally {
      await this.#send("POST", "moz/context", { context: "content" });
    }
  }

  /**
   * @param {"POST" | "DELETE"} method
   * @param {string} path
   * @param {Record<string, unknown>} [body]
   * @returns {Promise<any>}
   */
  async #send(method, path, body) {
    const session = (await this.#driver.getSession()).getId();
    const headers = { "content-type": "application/json" };
    const options = { method, headers, body: body && JSON.stringify(body) };
    const answer = await fetch(`${this.#address}/session/${session}/${path}`, options);
    if (!answer.ok) throw new Error(`${engine}: ${path}: ${await answer.text()}`);
    return (await answer.json()).value;
  }
}
