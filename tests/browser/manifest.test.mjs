// The custom-elements manifest against the running element: what instances have, what is in the shadow tree after every tool was
// used, what is told, and what the custom properties do. What can be read from the sources is compared in static/.
import assert from "node:assert/strict";
import test, { afterEach, beforeEach } from "node:test";
import { Key } from "selenium-webdriver";
import { Between } from "./between.mjs";
import { everything, recorder } from "./everything.mjs";
import { browser } from "./harness.mjs";
import { agree, element, fields, methods, names } from "./manifest.mjs";
import { until } from "./processes.mjs";
import { SPEAKER } from "./speaker.mjs";

const page = browser();
const options = { timeout: 180_000 };

/** @typedef {{ bubbles: boolean, composed: boolean, cancelable: boolean, detail: string[] }} Told */
/** @typedef {{ parts: string[], styled: string[], slots: string[], states: string[], events: Record<string, Told> }} Seen */

/** @type {Between} */
let between;

beforeEach(async () => {
  await page.resize(1280, 700);
  between = await new Between(page.site.address).start();
  const script = (/** @type {string} */ text) => () => ({ status: 200, headers: { "content-type": "text/javascript" }, body: Buffer.from(text) });
  between.on("/recorder.js", script(recorder({ highlights: true }))).on("/no-highlights.js", script(recorder({ highlights: false }) + SPEAKER));
  const head = (/** @type {string} */ file) => `<script src="/${file}.js"></script><script type="module" src="/en-face.js"></script>`;
  between.page("/all.html", { head: head("no-highlights"), body: '<en-face id="a" layout="columns"></en-face>' });
  between.page("/plain.html", { head: head("recorder"), body: '<en-face id="a"></en-face>' });
});
afterEach(() => between.stop());

/** @param {string} script @param {...unknown} args @returns {Promise<any>} */
const run = (script, ...args) => page.driver.executeScript(script, ...args);
const press = (/** @type {string[]} */ ...keys) => page.driver.actions().sendKeys(...keys).perform();
const focus = async (/** @type {string} */ id) => run("arguments[0].focus({ preventScroll: true })", await page.shadow(`#${id}`));
const click = async (/** @type {string} */ selector) => run("arguments[0].click()", await page.shadow(selector));
/** @returns {Promise<Seen>} */
const look = () => run("return look()");

/** @param {string} path */
async function open(path) {
  await page.open(path, { address: between.address });
  await until("the element", () => run("return customElements.get('en-face') !== undefined && typeof look === 'function'"));
  await run("localStorage.clear()");
}

/** Shows the alignment that has everything, with its tools. */
async function show() {
  await run("Object.assign(document.querySelector('en-face'), { controls: 'full', alignment: arguments[0] })", everything());
  await page.shadow(".tool.keys");
  await page.shadow("[part~=check]");
}

/** Waits until parts are there, and styles them from outside. @param {string[]} parts */
async function shows(...parts) {
  for (const part of parts) await page.shadow(`[part~="${part}"]`);
  await look();
}

test("an instance has the fields and methods that are listed, and nothing else", options, async () => {
  await open("/plain.html");
  const own = await run(`const { prototype } = customElements.get("en-face");
    return Object.getOwnPropertyNames(prototype).filter((name) => name !== "constructor" && !/Callback$/.test(name))`);
  agree("fields and methods", names([...fields.filter((field) => !field.static), ...methods]), own);
  assert.deepEqual(await run("return Object.getOwnPropertyNames(document.querySelector('en-face'))"), []);
  const statics = await run("return Object.getOwnPropertyNames(customElements.get('en-face')).filter((name) => !['length', 'name', 'prototype'].includes(name))");
  agree("static fields", names(fields.filter((field) => field.static)), statics);
  agree("attributes", names(element.attributes), await run("return customElements.get('en-face').observedAttributes"));
  // Fields of an element that nobody has said anything to.
  const defaults = await run("const made = document.createElement('en-face'); return Object.fromEntries(arguments[0].map((name) => [name, made[name]]))", names(fields.filter((field) => !field.static)));
  for (const { name, default: value, static: isStatic } of fields) {
    if (!isStatic) assert.equal(typeof defaults[name] === "string" ? `'${defaults[name]}'` : String(defaults[name]), value, name);
  }
});

test("parts, slots, states and events are those that are listed, and each part can be styled from outside", options, async () => {
  await open("/all.html");
  await run("speechSynthesis.come([{ name: 'a', lang: 'zh-CN', localService: true, default: true }, { name: 'b', lang: 'en-US', localService: true, default: false }])");
  await shows("status", "notice");
  await show();
  await shows("frame", "bar", "tool", "page", "side", "title", "source", "source-link", "block", "list", "sentence", "link", "image", "related", "unsupported", "check", "map", "map-line");
  await focus("s0-1");
  await shows("active", "counterpart", "best", "likely", "ribbons");
  await press(Key.ENTER);
  await shows("pinned");
  await focus("s0-2");
  await shows("possible");
  await focus("s0-4");
  await shows("peek");
  await press("c");
  await shows("toast");
  await press("?");
  await shows("popup");
  await press(Key.ESCAPE);
  await focus("s0-0");
  await press("/", "lighthouse");
  await shows("strip", "found");
  await press(Key.ESCAPE);
  await focus("s0-1");
  await press("r");
  await shows("spoken");
  await press(Key.ESCAPE);
  await focus("s0-1");
  await press("e", "u");
  await shows("corrected");
  await press(Key.ESCAPE);
  await page.resize(375, 667);
  await page.tap(await page.shadow("#s0-2"));
  await until("the sheet", () => run("return document.querySelector('en-face').shadowRoot.querySelector('.sheet')?.matches(':popover-open')"), { seconds: 5 });
  await shows("sheet");
  const first = await look();
  // What is only there while better links come, and what is told when a page can't be read.
  between.on("/encoder/zh-en.enface", () => ({ pause: 150 }));
  await page.open("/plain.html", { address: between.address, encoder: true });
  await until("the element", () => run("return customElements.get('en-face') !== undefined"));
  await run("document.querySelector('en-face').src = '/seeds/ceasefire.txt'");
  await shows("progress");
  await until("progress", async () => (await look()).events["enface-progress"]);
  await run("document.querySelector('en-face').src = '/no-such-page.txt'");
  await until("the error", async () => (await look()).events["enface-error"]);
  await run("document.querySelector('en-face').left = 'h1'");
  await until("the mode in place", async () => (await look()).states.includes("in-place"));
  const second = await look();

  const parts = names(element.cssParts);
  agree("parts", parts, [...first.parts, ...second.parts]);
  agree("parts styled from outside", parts, [...first.styled, ...second.styled]);
  agree("slots", names(element.slots), [...first.slots, ...second.slots]);
  agree("states", names(element.cssStates), [...first.states, ...second.states]);
  const events = { ...first.events, ...second.events };
  agree("events", names(element.events), Object.keys(events));
  for (const [type, { bubbles, composed, cancelable }] of Object.entries(events)) {
    assert.deepEqual({ bubbles, composed, cancelable }, { bubbles: true, composed: true, cancelable: false }, type);
  }
  const details = Object.fromEntries(Object.entries(events).map(([type, { detail }]) => [type, detail.join(" ")]));
  assert.deepEqual(details, {
    "enface-ready": "notices",
    "enface-aligned": "checks links page regime sides version",
    "enface-activate": "counterparts index side",
    "enface-corrected": "alignment corrections",
    "enface-progress": "loaded phase total",
    "enface-error": "code message remedy",
  });
});

test("the list of keys has those that are listed, in every mode", options, async () => {
  await open("/all.html");
  await run("document.querySelector('en-face').setAttribute('deep-links', 'on')");
  await run("speechSynthesis.come([{ name: 'a', lang: 'zh-CN', localService: true, default: true }])");
  await show();
  const shown = async () => {
    await press("?");
    await until("the list", () => run("return document.querySelector('en-face').shadowRoot.querySelector('.key-list')?.matches(':popover-open')"), { seconds: 5 });
    const keys = await run("return [...document.querySelector('en-face').shadowRoot.querySelectorAll('.key-table .key')].map((key) => key.textContent)");
    await press(Key.ESCAPE);
    return /** @type {string[]} */ (keys);
  };
  await focus("s0-1");
  const reading = await shown();
  await focus("s0-1");
  await press("e");
  await page.shadow(".strip.correct:not([hidden])");
  const correcting = await shown();
  const mac = await run("return /mac/i.test(navigator.platform)");
  const signs = /** @type {Record<string, string>} */ ({ ArrowUp: "↑", ArrowDown: "↓", ArrowLeft: "←", ArrowRight: "→", Escape: "Esc" });
  const named = element["x-keys"].flatMap(({ keys }) => keys).map(({ key, command, shift }) => {
    const before = [command && (mac ? "⌘" : "Ctrl"), shift && "Shift"].filter(Boolean);
    return [...before, signs[key] ?? (key.length === 1 ? key.toUpperCase() : key)].join(" ");
  });
  // The space bar does what Enter does, wherever it does that.
  const found = [...reading, ...correcting].map((key) => (key === "Escape" ? "Esc" : key));
  agree("keys", new Set(named.filter((key) => key !== " ")), found);
});

/** Where each custom property shows: a selector in the shadow tree and what is computed there. @type {Record<string, [selector: string, property: string]>} */
const SHOWN = {
  "--enface-ink": [".frame", "color"],
  "--enface-quiet": [".source", "color"],
  "--enface-rule": [".block[data-kind='quote']", "border-inline-start-color"],
  "--enface-card": [".peek", "background-color"],
  "--enface-paper": [".bar", "background-color"],
  "--enface-active": ["[part~='active']", "background-color"],
  "--enface-active-line": ["[part~='active']", "text-decoration-color"],
  "--enface-match": ["[part~='counterpart']", "background-color"],
  "--enface-match-line": ["[part~='counterpart']", "text-decoration-color"],
  "--enface-alarm": ["[part~='check']", "text-decoration-color"],
  "--enface-found": [".probe.found", "background-color"],
  "--enface-found-here": [".probe.here", "background-color"],
  "--enface-font-latin": ["section[lang='en'] .block[data-kind='paragraph']", "font-family"],
  "--enface-font-han": ["section[lang='zh'] .block[data-kind='paragraph']", "font-family"],
  "--enface-font-ui": [".source", "font-family"],
  "--enface-font-size": [".page", "font-size"],
  "--enface-measure": [".probe.measure", "inline-size"],
  "--enface-sticky-top": [".dock.above", "top"],
  "--enface-pane-size": [".side", "max-block-size"],
  "--enface-bar-position": [".bar", "position"],
  "--enface-bar-top": [".bar", "top"],
};

/** What is set, and what is computed then. @type {Record<string, [value: string, computed: string]>} */
const SET = {
  "<color>": ["rgb(1, 2, 3)", "rgb(1, 2, 3)"],
  "<length>": ["321px", "321px"],
  "<length-percentage>": ["432px", "432px"],
  "*": ["Mine, monospace", "Mine, monospace"],
  "static | relative | sticky": ["sticky", "sticky"],
};

/** What lengths of the manifest come to in a window 700 pixels high. @type {Record<string, string>} */
const LENGTHS = { "1.0625rem": "17px", "42rem": "672px", "0px": "0px", "calc(100dvh - var(--enface-sticky-top, 0px))": "700px" };

const rgb = (/** @type {string} */ hex) => `rgb(${[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(", ")})`;
const unquoted = (/** @type {string} */ fonts) => fonts.replace(/["']/g, "");

test("each custom property has the listed default, light and dark, and does what it says", options, async () => {
  await open("/plain.html");
  // The site's own sheets set some of them.
  await run("for (const sheet of document.querySelectorAll('link[rel=stylesheet]')) sheet.remove(); document.querySelector('en-face').layout = 'columns'");
  await show();
  await run(`const probe = (name, style) => {
      const made = document.createElement("div");
      made.className = "probe " + name;
      made.style.cssText = style;
      document.querySelector("en-face").shadowRoot.querySelector(".frame").append(made);
    };
    probe("found", "background-color: var(--_found)");
    probe("here", "background-color: var(--_found-here)");
    probe("measure", "inline-size: var(--_measure)");`);
  agree("probes", names(element.cssProperties), Object.keys(SHOWN));
  /** @param {string} name @param {string} expected @param {string} what */
  const computes = async (name, expected, what) => {
    const [selector, property] = SHOWN[name];
    let found = "";
    const as = async () => {
      const part = await page.shadow(selector);
      found = unquoted(await run("return getComputedStyle(arguments[0]).getPropertyValue(arguments[1])", part, property));
      return found === expected || (expected.endsWith("…") && found.startsWith(expected.slice(0, -1)));
    };
    await until(`${name} ${what}`, as, { seconds: 5 }).catch(() => assert.equal(found, expected, `${name} ${what}: ${selector} ${property}`));
  };
  // Lit, with a card.
  await focus("s0-4");
  await press(Key.ENTER);
  await page.shadow(".peek");
  await focus("s0-1");
  for (const { name, syntax = "*", default: value = "" } of element.cssProperties) {
    if (name === "--enface-card") await focus("s0-4");
    if (name === "--enface-active") await focus("s0-0");
    if (name === "--enface-alarm") await press(Key.ESCAPE);
    for (const [at, scheme] of ["light", "dark"].entries()) {
      await run("document.querySelector('en-face').style.colorScheme = arguments[0]", scheme);
      const pair = value.match(/^light-dark\((.*), (.*)\)$/);
      const colour = pair ? rgb(pair[at + 1]) : value === "transparent" ? "rgba(0, 0, 0, 0)" : null;
      const fonts = syntax === "*" ? `${unquoted(value)}…` : null;
      await computes(name, colour ?? fonts ?? LENGTHS[value] ?? value, `in ${scheme}`);
    }
    const [set, computed] = SET[syntax];
    await run("document.querySelector('en-face').style.setProperty(arguments[0], arguments[1])", name, set);
    await computes(name, name === "--enface-font-han" ? `${computed}…` : computed, "when it is set");
    await run("document.querySelector('en-face').removeAttribute('style')");
  }
});
