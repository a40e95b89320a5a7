// What everybody expects of a custom element: attributes and properties that say the same, an author's attributes that stay as
// they are, and nothing that comes in the way of what is around it. How one is made: made.test.mjs.
import assert from "node:assert/strict";
import test from "node:test";
import { Key } from "selenium-webdriver";
import { barePages, SRC } from "./bare-page.mjs";
import { everything } from "./everything.mjs";
import { browser } from "./harness.mjs";
import { element, fields } from "./manifest.mjs";
import { until } from "./processes.mjs";

const page = browser();
const { run, press, open, put, define, linked, whole } = barePages(page);
const options = { timeout: 120_000 };

const reflecting = fields.filter(({ attribute }) => attribute);
/** What the manifest says an attribute may be; something for any other. @param {string} name */
function values(name) {
  const { type } = element.attributes.find((attribute) => attribute.name === name) ?? {};
  const words = [...String(type?.text).matchAll(/'([\w-]+)'/g)].map(([, word]) => word);
  return { words, some: words.length ? words : ["zh-Hant", "/a b?c=d&e"] };
}

test("attributes and properties say the same, whichever is set", options, async () => {
  for (const { name, attribute } of reflecting) {
    const { words, some } = values(String(attribute));
    const outcome = await run(
      `const [name, attribute, some, words] = arguments;
       const view = document.createElement("en-face");
       const wrong = [];
       const expect = (what, found, expected) => found === expected || wrong.push([what, found, expected]);
       for (const value of some) {
         view.setAttribute(attribute, value);
         expect("property after attribute", view[name], value);
         view.removeAttribute(attribute);
         expect("property without attribute", view[name], "");
         view[name] = value;
         expect("attribute after property", view.getAttribute(attribute), value);
         for (const nothing of ["", null, undefined]) {
           view[name] = nothing;
           expect("attribute after " + nothing, view.getAttribute(attribute), null);
           view[name] = value;
         }
       }
       for (const word of words) {
         view.setAttribute(attribute, word.toUpperCase());
         expect("in capitals", view[name], word);
       }
       if (words.length) {
         view.setAttribute(attribute, "no-such-word");
         expect("a word that is not known", view[name], "");
       }
       return wrong;`,
      name,
      attribute,
      some,
      words,
    );
    assert.deepEqual(outcome, [], name);
  }
});

test("a word that is not known counts as nothing, a known one in any case of letters", options, async () => {
  const unknown = element.attributes.filter(({ name }) => values(name).words.length).map(({ name }) => `${name}="no-such-word"`);
  await put(`<en-face src="${SRC}" encoder="none" ${unknown.join(" ")}></en-face>`);
  await whole();
  assert.equal(await run("return document.querySelector('en-face').shadowRoot.querySelector('.frame').dataset.layout"), "columns");
  assert.equal(await (await page.shadow(".bar")).isDisplayed(), true);
  await run("document.querySelector('en-face').setAttribute('layout', 'STACKED'); document.querySelector('en-face').setAttribute('controls', 'None')");
  await until("the layout", () => run("return document.querySelector('en-face').shadowRoot.querySelector('.frame').dataset.layout === 'stacked'"), { seconds: 5 });
  assert.equal(await (await page.shadow(".bar")).isDisplayed(), false);
  assert.deepEqual(await page.problems(), []);
});

test("properties that were set before the element was defined are kept, all of them", options, async () => {
  await open("/undefined.html");
  const set = Object.fromEntries(reflecting.map(({ name, attribute }) => [name, values(String(attribute)).some[0]]));
  const saved = { version: 1, texts: "0123456789abcdef", decisions: [] };
  await run(
    `const [set, alignment, saved] = arguments;
     const main = document.querySelector("main");
     window.views = ["attributes", "text", "alignment"].map((id) => main.appendChild(Object.assign(document.createElement("en-face"), { id })));
     Object.assign(views[0], set, { corrections: saved });
     Object.assign(views[1], { text: "第一句。\\n\\n原文\\n\\nThe first one.", encoder: "none" });
     Object.assign(views[2], { alignment });`,
    set,
    everything(),
    saved,
  );
  await define();
  await linked("views[1]");
  await linked("views[2]");
  const attributes = await run("return Object.fromEntries([...views[0].attributes].map(({ name, value }) => [name, value]))");
  assert.deepEqual(attributes, { id: "attributes", ...Object.fromEntries(reflecting.map(({ name, attribute }) => [attribute, set[name]])) });
  assert.deepEqual(await run("return views[0].corrections"), saved);
  assert.match(await run("return views[1].shadowRoot.querySelector('#s1-0').textContent"), /The first one/);
  assert.equal(await run("return views[2].alignment.links.length"), everything().links.length);
  assert.deepEqual(await run("return views.map((view) => Object.getOwnPropertyNames(view))"), [[], [], []]);
});

test("an author's attributes stay as they are, and none come from the element itself", options, async () => {
  const own = { role: "region", tabindex: "0", lang: "fr", dir: "ltr", title: "two texts", class: "wide", style: "margin: 3px", id: "mine", "aria-label": "texts", "data-a": "b", part: "outer", controls: "full" };
  await run(
    `const [own, alignment] = arguments;
     const view = document.createElement("en-face");
     if (view.attributes.length || view.childNodes.length) throw new Error("a new element has attributes or children");
     for (const [name, value] of Object.entries(own)) view.setAttribute(name, value);
     window.changes = [];
     new MutationObserver((records) => changes.push(...records.map(({ type, attributeName }) => type + " " + attributeName)))
       .observe(view, { attributes: true, childList: true, characterData: true, subtree: true });
     document.querySelector("main").append(view);
     view.alignment = alignment;`,
    own,
    everything(),
  );
  await whole();
  await run("document.querySelector('en-face').shadowRoot.getElementById('s0-1').focus()");
  await press(Key.ENTER, "/", "a");
  await press(Key.ESCAPE, "e", "u", Key.ESCAPE, "l", Key.ESCAPE);
  await page.resize(600, 700);
  await run("document.querySelector('en-face').remove()");
  await run("return new Promise((resolve) => setTimeout(resolve))");
  assert.deepEqual(await run("return changes"), []);
});

test("it is shown as the page says: not at all when it is hidden, and in any display", options, async () => {
  await put(`<en-face src="${SRC}" encoder="none"></en-face>`);
  await linked();
  const display = () => run("return getComputedStyle(document.querySelector('en-face')).display");
  assert.equal(await display(), "block");
  await run("document.querySelector('en-face').hidden = true");
  assert.equal(await display(), "none");
  await run("document.querySelector('en-face').hidden = false");
  for (const value of ["inline-block", "flex", "none"]) {
    await run("const sheet = new CSSStyleSheet(); sheet.replaceSync('en-face { display: ' + arguments[0] + ' }'); document.adoptedStyleSheets = [sheet]", value);
    assert.equal(await display(), value);
  }
});

test("until it is defined its own children are shown, and none of them beside a text", options, async () => {
  await open("/undefined.html");
  await put(`<en-face src="${SRC}" encoder="none"><p id="before">The text is <a href="/seeds/old-maps.md">here</a>.</p></en-face>`);
  const visible = () => run("return document.getElementById('before').checkVisibility()");
  assert.equal(await visible(), true);
  assert.equal(await run("return document.querySelector('en-face:not(:defined)') !== null"), true);
  await define();
  await linked();
  assert.equal(await run("return document.querySelector('en-face').matches(':defined')"), true);
  assert.equal(await visible(), false);
});

test("in a form its buttons send nothing, in a link they go nowhere", options, async () => {
  await put(`<form id="form" action="/elsewhere.html"><a href="/elsewhere.html"><en-face src="${SRC}" encoder="none"></en-face></a></form>`);
  await run("document.getElementById('form').addEventListener('submit', (event) => { event.preventDefault(); window.sent = true; })");
  await whole();
  await run("document.querySelector('en-face').shadowRoot.getElementById('s0-0').focus()");
  await press(Key.ENTER);
  for (const name of await run("return [...document.querySelector('en-face').shadowRoot.querySelectorAll('.tool:not([hidden])')].map((tool) => tool.dataset.name)")) {
    await (await page.shadow(`.tool.${name}`)).click();
    await press(Key.ESCAPE);
  }
  await run("document.querySelector('en-face').shadowRoot.getElementById('s0-0').focus()");
  await press("/", "a", Key.ENTER, Key.ESCAPE);
  assert.equal(await run("return location.pathname"), "/empty.html");
  assert.equal(await run("return window.sent"), null);
});

test("events come out of shadow trees, with the outermost element as their target", options, async () => {
  await run(
    `window.heard = [];
     document.addEventListener("enface-aligned", ({ target, detail }) => heard.push([target.id, detail.version]));
     const outer = document.querySelector("main").appendChild(Object.assign(document.createElement("div"), { id: "outer" }));
     const inner = outer.attachShadow({ mode: "closed" }).appendChild(document.createElement("div"));
     const view = inner.attachShadow({ mode: "open" }).appendChild(document.createElement("en-face"));
     Object.assign(view, { src: arguments[0], encoder: "none" });`,
    SRC,
  );
  await until("the event", async () => (await run("return heard")).length > 0, { seconds: 20 });
  assert.deepEqual(await run("return heard"), [["outer", 1]]);
});

test("a page that hands back what it was told, as frameworks do, changes nothing", options, async () => {
  await put(`<en-face src="${SRC}" encoder="none"></en-face>`);
  await run(`window.told = [];
    const view = document.querySelector("en-face");
    for (const type of ["enface-ready", "enface-aligned", "enface-corrected"]) view.addEventListener(type, () => told.push(type));
    view.addEventListener("enface-aligned", ({ detail }) => (view.alignment = detail));
    view.addEventListener("enface-corrected", ({ detail }) => (view.corrections = detail.corrections));`);
  await whole();
  assert.deepEqual(await run("return told"), ["enface-ready", "enface-aligned"]);
  await run("document.querySelector('en-face').shadowRoot.getElementById('s0-0').focus()");
  await press("e", "u");
  await until("the correction", async () => (await run("return told")).includes("enface-corrected"), { seconds: 5 });
  assert.equal(await run("return document.querySelector('en-face').corrections.decisions.length"), 1);
  await page.driver.actions().keyDown(Key.CONTROL).sendKeys("z").keyUp(Key.CONTROL).perform();
  await until("that it is undone", () => run("return document.querySelector('en-face').corrections.decisions.length === 0"), { seconds: 5 });
  assert.deepEqual(await run("return told.filter((type) => type === 'enface-ready')"), ["enface-ready"]);
});

test("a page's own style gets no hold of what is inside, and nothing gets out", options, async () => {
  await put(`<p id="outside">outside</p><en-face src="${SRC}" encoder="none"></en-face>`);
  await whole();
  const look = () =>
    run(`const { shadowRoot } = document.querySelector("en-face");
      const of = (element, ...names) => names.map((name) => getComputedStyle(element)[name]);
      return [of(shadowRoot.querySelector(".block"), "display", "marginTop", "color"), of(shadowRoot.querySelector("button"), "borderTopWidth", "cursor"), of(document.getElementById("outside"), "fontFamily", "color")]`);
  const before = await look();
  await run("const sheet = new CSSStyleSheet(); sheet.replaceSync('p, span, section { display: none; margin: 99px; color: red } button { border: 9px solid red; cursor: wait } #outside { display: block }'); document.adoptedStyleSheets = [sheet]");
  const after = await look();
  assert.deepEqual(after.slice(0, 2), before.slice(0, 2));
  assert.equal(after[2][1], "rgb(255, 0, 0)");
});
