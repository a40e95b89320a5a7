// Every way to make an element: by scripts and by parsers, out of templates, as a copy, in pieces, with a shadow tree from the
// server, by a script that comes twice.
import assert from "node:assert/strict";
import test from "node:test";
import { barePages, between, SRC } from "./bare-page.mjs";
import { browser } from "./harness.mjs";
import { until } from "./processes.mjs";

const page = browser();
const { run, open, put, define, linked, whole } = barePages(page);
const options = { timeout: 120_000 };

/** Ways to make one, each of which leaves it in the page; `view` is what then stands there. @type {Record<string, string>} */
const MADE = {
  "by createElement": "const made = document.createElement('en-face'); made.src = SRC; main.append(made);",
  "by its constructor": "const made = new (customElements.get('en-face'))(); made.src = SRC; main.append(made);",
  "by innerHTML": "main.innerHTML = MARKUP;",
  "by insertAdjacentHTML": "main.insertAdjacentHTML('beforeend', MARKUP);",
  "out of a template": "const template = document.createElement('template'); template.innerHTML = MARKUP; main.append(document.importNode(template.content, true));",
  "by cloning a template's content": "const template = document.createElement('template'); template.innerHTML = MARKUP; main.append(template.content.cloneNode(true));",
  "from another parser": "main.append(new DOMParser().parseFromString(MARKUP, 'text/html').body.firstChild);",
  "by document.write": "document.open(); document.write('<!doctype html><title>written</title><main>' + MARKUP + '</main>'); document.close();",
  "from an attribute set later": "const made = main.appendChild(document.createElement('en-face')); setTimeout(() => made.setAttribute('src', SRC), 50);",
};

for (const [how, script] of Object.entries(MADE)) {
  test(`made ${how} it shows its text`, options, async () => {
    await run(`const main = document.querySelector("main"); const SRC = ${JSON.stringify(SRC)}; const MARKUP = '<en-face src="' + SRC + '"></en-face>'; ${script}`);
    await linked();
    assert.deepEqual(await page.problems(), []);
  });
}

test("in a template it does nothing", options, async () => {
  await put(`<template><en-face src="${SRC}"></en-face></template>`);
  await run("window.inert = document.querySelector('template').content.querySelector('en-face'); return new Promise((resolve) => setTimeout(resolve, 200))");
  assert.equal(await run("return inert.shadowRoot"), null);
  assert.equal(between.count(SRC), 0);
});

test("a copy of one that is read is another one, with the same attributes and a text of its own", options, async () => {
  await put(`<en-face id="one" src="${SRC}" layout="stacked" encoder="none" loading="eager"></en-face>`);
  await whole();
  await run("window.copy = document.getElementById('one').cloneNode(true); copy.id = 'two'; document.querySelector('main').append(copy)");
  await linked("copy");
  assert.deepEqual(await run("return [copy.layout, copy.encoder, copy.shadowRoot !== document.getElementById('one').shadowRoot]"), ["stacked", "none", true]);
  assert.deepEqual(await run("return copy.alignment.links"), await run("return document.getElementById('one').alignment.links"));
});

test("a page that arrives in pieces, with the element in the middle of it, is read once", options, async () => {
  const filler = `<p>${"before ".repeat(2000)}</p>`;
  const head = '<script type="module" async src="/en-face.js"></script>';
  between.page("/pieces.html", { head, body: `${filler}<en-face src="${SRC}" encoder="none" loading="eager">${filler}</en-face>${filler}<p id="end">end</p>`, pause: 60 });
  await page.open("/pieces.html", { address: between.address });
  await linked();
  await page.find("#end");
  assert.equal(between.count(SRC), 1);
  assert.deepEqual(await page.problems(), []);
});

test("markup with a shadow tree of its own, as a server may send it, is taken over", options, async () => {
  between.page("/declared.html", { head: "", body: `<en-face src="${SRC}" encoder="none"><template shadowrootmode="open"><p>from the server</p></template></en-face>` });
  await page.open("/declared.html", { address: between.address });
  await until("the page", () => run("return document.querySelector('en-face') !== null"));
  assert.match(await run("return document.querySelector('en-face').shadowRoot.textContent"), /from the server/);
  await define();
  await linked();
  assert.doesNotMatch(await run("return document.querySelector('en-face').shadowRoot.textContent"), /from the server/);
});

test("the script may come twice, and leaves nothing on the window", options, async () => {
  await open("/undefined.html");
  const names = () => run("return Object.getOwnPropertyNames(window)");
  const before = new Set(await names());
  await define();
  await until("the element", () => run("return customElements.get('en-face') !== undefined"));
  await run("const script = document.createElement('script'); script.type = 'module'; script.src = '/en-face.js?again'; script.onload = () => (window.again = true); document.head.append(script)");
  await until("the second script", () => run("return window.again === true"));
  await put(`<en-face src="${SRC}" encoder="none"></en-face>`);
  await whole();
  assert.deepEqual((await names()).filter((/** @type {string} */ name) => !before.has(name) && name !== "again"), []);
  assert.deepEqual(await page.problems(), []);
});
