// The gallery, and the first page: every live example is the code that stands beside it, reaches the state that its author expects, and has no
// fault by itself either; the faults that axe looks for are those of the code, so that one engine is asked for them.
//
// What is expected stands in `data-expect` of the example's frame (in Markdown: `expect="…"`), parts of it after semicolons:
// `linked` (every element has links), `error=CODE`, `part=NAME` (something has it), `state=NAME`, `iframe=linked` (a frame in
// it has elements with links), `SELECTOR=~WORDS`.
import assert from "node:assert/strict";
import test from "node:test";
import { browser, engine } from "./harness.mjs";
import { until } from "./processes.mjs";

const page = browser();
const options = { timeout: 280_000 };

/** @typedef {{name: string, expect: string, files: [string, string][]}} Example */

/** @param {string} script @param {...unknown} args @returns {Promise<any>} */
const run = (script, ...args) => page.driver.executeScript(script, ...args);

/** What is missing of what is expected in the document that `inside` names, for the page to run. */
const MISSING = `
  const isLinked = (inside) => {
    const views = [...inside.querySelectorAll("en-face")];
    return views.length > 0 && views.every((view) => view.alignment?.links.length > 0);
  };
  const parts = (inside, name) => [...inside.querySelectorAll("en-face")].flatMap((view) => [...(view.shadowRoot?.querySelectorAll("[part~=" + name + "]") ?? [])]);
  const isMet = (inside, expected) => {
    if (expected === "linked") return isLinked(inside);
    const [selector, words] = expected.split("=~");
    if (words) return inside.querySelector(selector)?.textContent.includes(words) ?? false;
    const [what, value] = expected.split("=");
    switch (what) {
      case "error": return [...inside.querySelectorAll("en-face")].every((view) => view.shadowRoot?.querySelector(".code")?.textContent === value);
      case "part": return parts(inside, value).length > 0;
      case "state": return [...inside.querySelectorAll("en-face")].every((view) => view.matches(":state(" + value + ")"));
      case "iframe": { const other = inside.querySelector("iframe").contentDocument; return Boolean(other) && isLinked(other); }
      default: throw new Error("nothing is known of " + expected);
    }
  };
  window.missing = (inside, expect) => {
    if (!inside || inside.URL === "about:blank") return ["the document"];
    // Elements start when they come near what is seen.
    inside.defaultView.scrollBy(0, 200);
    return expect.split("; ").filter((expected) => !isMet(inside, expected));
  };
`;

/** The pages that have examples. */
const PAGES = ["index.html", "gallery.html"];

/** A page's examples. @param {string} path @returns {Promise<Example[]>} */
async function examples(path) {
  await page.driver.get(`${page.site.address}/docs/${path}`);
  await until("the page's script", () => run("return document.querySelector('.theme')?.hidden === false"), { seconds: 10 });
  await run(MISSING);
  return run(`return [...document.querySelectorAll("figure.live")].map((figure) => ({
    name: figure.id.replace("live-", ""),
    expect: figure.querySelector("iframe").dataset.expect,
    files: [...figure.querySelectorAll(".source")].map((source) => [source.querySelector(".file").textContent, source.querySelector(".code").textContent]),
  }))`);
}

test("the code that is shown is the code that runs", options, async () => {
  const found = [];
  for (const path of PAGES) found.push(...(await examples(path)));
  assert.ok(found.length > 10, String(found.length));
  for (const { name, files } of found) {
    assert.deepEqual(files[0][0], `${name}.html`);
    for (const [file, shown] of files) {
      const answer = await fetch(`${page.site.address}/docs/live/${file}`);
      const text = await answer.text();
      const runs = file.endsWith(".html") ? text.slice(text.indexOf("<body>\n") + 7, text.indexOf("</body>")) : text;
      assert.equal(shown, runs, file);
      if (file === `${name}.html`) continue;
      assert.ok(files[0][1].includes(`"${file}"`), `${name}.html does not load ${file}`);
    }
  }
});

test("an example far below comes when somebody looks", options, async () => {
  await page.resize(1440, 900);
  const { name } = (await examples("gallery.html")).at(-1) ?? assert.fail("there is none");
  const there = () => run("return document.querySelector(`#live-${arguments[0]} iframe`).contentDocument?.querySelector('en-face') !== null", name);
  const loaded = () => run("return document.querySelector(`#live-${arguments[0]} iframe`).contentDocument?.URL.endsWith('.html') ?? false", name);
  assert.equal(await loaded(), false);
  await run("document.querySelector(`#live-${arguments[0]}`).scrollIntoView()", name);
  await until("the example", async () => (await loaded()) && (await there()), { seconds: 20 });
});

test("every example reaches what is expected of it where it stands", options, async () => {
  await page.resize(1440, 900);
  page.site.reports.length = 0;
  for (const path of PAGES) {
    for (const { name, expect } of await examples(path)) await reaches(name, expect);
    assert.deepEqual(await page.problems(), [], path);
  }
});

/** Waits for what is expected of an example on the page. @param {string} name @param {string} expect */
async function reaches(name, expect) {
  await run("document.querySelector(`#live-${arguments[0]}`).scrollIntoView()", name);
  /** @type {string[]} */
  let left = [];
  const met = async () => {
    left = await run("return missing(document.querySelector(`#live-${arguments[0]} iframe`).contentDocument, arguments[1])", name, expect);
    return left.length === 0;
  };
  await until(`${name}: ${expect}`, met, { seconds: 30 }).catch((error) => {
    assert.fail(`${error.message}; still missing: ${left.join("; ")}`);
  });
  assert.deepEqual(await run("return document.querySelector(`#live-${arguments[0]} iframe`).contentWindow.enFaceTestLog", name), [], name);
}

test("axe finds no fault in any example by itself", { ...options, skip: engine !== "chromium" && "the code is the same in all engines" }, async () => {
  await page.resize(800, 700);
  for (const { name, expect } of await examples("gallery.html")) {
    await page.driver.get(`${page.site.address}/docs/live/${name}.html`);
    await run(MISSING);
    await until(`${name}: ${expect}`, async () => (await run("return missing(document, arguments[0])", expect)).length === 0, { seconds: 30 });
    // An excerpt of a page has no landmarks and no heading of its own.
    const rules = Object.fromEntries(["region", "landmark-one-main", "page-has-heading-one", "heading-order"].map((rule) => [rule, { enabled: false }]));
    assert.deepEqual(await page.axe({ rules, iframes: false }), [], name);
  }
});
