// Frameworks set properties and listen to events as the types in www/*.d.ts say: Preact, Vue and Solid as they come from npm,
// without a compiler; React has an app of its own, in the tests of the package. Each hands back what it was told, as apps do.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test, { afterEach, beforeEach } from "node:test";
import { Between } from "./between.mjs";
import { everything } from "./everything.mjs";
import { browser } from "./harness.mjs";
import { until } from "./processes.mjs";

const page = browser();
const options = { timeout: 90_000 };
const library = (/** @type {string} */ path) => readFileSync(new URL(`node_modules/${path}`, import.meta.url));

/** What each framework's modules are called, and where they come from. @type {Record<string, Record<string, string>>} */
const MODULES = {
  Preact: { preact: "preact/dist/preact.mjs" },
  Vue: { vue: "vue/dist/vue.runtime.esm-browser.prod.js" },
  Solid: { "solid-js": "solid-js/dist/solid.js", "solid-js/web": "solid-js/web/dist/web.js", "solid-js/h": "solid-js/h/dist/h.js" },
};

/** An app in each: `show` renders it with a layout and links, or takes it away. @type {Record<string, string>} */
const APPS = {
  Preact: `
    import { h, render } from "preact";
    const app = () => state.links && h("en-face", {
      id: "view", class: "wide", controls: "full", "right-lang": "en", layout: state.layout, alignment: state.links,
      "onenface-aligned": ({ detail }) => told(detail),
    });
    window.draw = () => render(app(), document.getElementById("app"));`,
  Vue: `
    import { createApp, h, shallowRef, triggerRef } from "vue";
    const shown = shallowRef(state);
    const app = () => shown.value.links && h("en-face", {
      id: "view", class: "wide", controls: "full", "right-lang": "en", layout: state.layout, alignment: state.links,
      "onEnface-aligned": ({ detail }) => told(detail),
    });
    createApp({ render: app }).mount(document.getElementById("app"));
    window.draw = () => triggerRef(shown);`,
  Solid: `
    import { createMemo, createSignal } from "solid-js";
    import h from "solid-js/h";
    import { render } from "solid-js/web";
    const [version, setVersion] = createSignal(0);
    const links = () => (version(), state.links);
    const layout = () => (version(), state.layout);
    const view = h("en-face", {
      id: "view", class: "wide", controls: "full", "right-lang": "en", get layout() { return layout(); }, get "prop:alignment"() { return links(); },
      "on:enface-aligned": ({ detail }) => told(detail),
    });
    const isThere = createMemo(() => links() !== null);
    render(() => () => (isThere() ? view : null), document.getElementById("app"));
    window.draw = () => setVersion((number) => number + 1);`,
};

/** What every app has: its state, and a listener that hands back what it is told. */
const STATE = `
  window.state = { layout: "stacked", links: null };
  window.heard = [];
  window.told = (alignment) => {
    heard.push(alignment.links.length);
    state.links = alignment;
    draw();
  };
  window.show = (change) => {
    Object.assign(state, change);
    draw();
  };`;

/** @type {Between} */
let between;

beforeEach(async () => {
  between = await new Between(page.site.address).start();
});
afterEach(() => between.stop());

/** @param {string} script @param {...unknown} args @returns {Promise<any>} */
const run = (script, ...args) => page.driver.executeScript(script, ...args);

for (const [name, modules] of Object.entries(MODULES)) {
  test(`${name} sets properties, hears events, and takes it away`, options, async () => {
    // An import map stands in the page.
    between.on("*", ({ headers }) => ({ headers: { ...headers, "content-security-policy": "" } }));
    const script = (/** @type {Buffer} */ body) => () => ({ status: 200, headers: { "content-type": "text/javascript" }, body });
    const imports = Object.fromEntries(Object.keys(modules).map((module, at) => [module, `/module-${at}.js`]));
    for (const [at, path] of Object.values(modules).entries()) between.on(`/module-${at}.js`, script(library(path)));
    between.on("/app.js", script(Buffer.from(APPS[name]))).on("/state.js", script(Buffer.from(STATE)));
    const head = `<script type="importmap">${JSON.stringify({ imports })}</script><script src="/state.js"></script>
      <script type="module" src="/en-face.js"></script><script type="module" src="/app.js"></script>`;
    between.page("/app.html", { head, body: '<div id="app"></div>' });
    await page.open("/app.html", { address: between.address });
    await until("the app", () => run("return typeof draw === 'function' && customElements.get('en-face') !== undefined"), { seconds: 10 });

    await run("show({ links: arguments[0] })", everything());
    await page.shadow("#s0-1", { host: "#view" });
    await until("the event", async () => (await run("return heard")).length > 0, { seconds: 10 });
    const seen = await run(`const view = document.getElementById("view");
      return [view.className, view.getAttribute("right-lang"), view.layout, view.controls, view.alignment === state.links]`);
    assert.deepEqual(seen, ["wide", "en", "stacked", "full", true]);
    await run("show({ layout: 'first' })");
    await until("the layout", () => run("return document.getElementById('view').shadowRoot.querySelector('.frame').dataset.layout === 'first'"), { seconds: 5 });
    assert.deepEqual(await run("return heard"), [everything().links.length], "what was handed back was shown anew");
    await run("show({ links: null })");
    await until("that it is gone", () => run("return document.getElementById('view') === null"), { seconds: 5 });
    assert.deepEqual(await page.problems(), []);
  });
}
