// The accessibility tree, as Chromium hands it to screen readers: names, roles, relations, in every state of the tools.
import assert from "node:assert/strict";
import test from "node:test";
import { Key } from "selenium-webdriver";
import { browser, engine } from "./harness.mjs";
import { until } from "./processes.mjs";
import { Reader } from "./reading.mjs";

/** @typedef {{ nodeId: string, ignored: boolean, role: string, name: string, description: string, value: string, focusable: boolean, childIds: string[] }} Node */

const page = browser();
const reader = new Reader(page);
const options = { timeout: 120_000, skip: engine !== "chromium" && "only Chromium's driver hands out the tree" };

/** @returns {Promise<Node[]>} */
async function tree() {
  const { nodes } = await page.devtools("Accessibility.getFullAXTree", {});
  return nodes.map((/** @type {any} */ node) => ({
    nodeId: node.nodeId,
    ignored: node.ignored,
    childIds: node.childIds ?? [],
    role: node.role?.value ?? "",
    name: node.name?.value ?? "",
    description: node.description?.value ?? "",
    value: String(node.value?.value ?? ""),
    focusable: node.properties?.some((/** @type {any} */ { name, value }) => name === "focusable" && value.value) ?? false,
  }));
}

/** @param {Node[]} nodes @param {string} role @param {RegExp} [name] */
function only(nodes, role, name = /./) {
  const found = nodes.filter((node) => !node.ignored && node.role === role && name.test(node.name));
  assert.equal(found.length, 1, `${role} ${name}: ${JSON.stringify(found.map((node) => node.name))}`);
  return found[0];
}

/** All that lies in a node, itself included. @param {Node[]} nodes @param {Node} node @returns {Node[]} */
function within(nodes, node) {
  const below = node.childIds.flatMap((id) => nodes.filter(({ nodeId }) => nodeId === id));
  return [node, ...below.flatMap((child) => within(nodes, child))];
}

/** What can have the focus, but has no name; a sentence is prose, and is its own text. @param {Node[]} nodes */
function nameless(nodes) {
  const spoken = (/** @type {Node} */ node) => node.name || within(nodes, node).some(({ role, name }) => role === "StaticText" && name);
  return nodes.filter((node) => !node.ignored && node.focusable && node.role !== "RootWebArea" && !spoken(node)).map(({ role, nodeId }) => `${role} ${nodeId}`);
}

test("two texts with their titles as names, and a row of named tools", options, async () => {
  const { sides } = await reader.read("seeds/ceasefire.txt");
  await page.shadow(".tool.keys");
  const nodes = await tree();
  const titles = await reader.texts("h2.title");
  assert.equal(titles.length, 2);
  for (const title of titles) {
    const region = only(nodes, "region", new RegExp(title.slice(0, 6)));
    assert.ok(within(nodes, region).some(({ role }) => role === "heading"));
  }
  const bar = only(nodes, "toolbar");
  const buttons = within(nodes, bar).filter(({ role }) => role === "button");
  assert.ok(buttons.length > 3 && new Set(buttons.map(({ name }) => name)).size === buttons.length, JSON.stringify(buttons));
  assert.deepEqual(nameless(nodes), []);
  const prose = within(nodes, only(nodes, "region", new RegExp(titles[0].slice(0, 6)))).filter(({ role }) => role === "StaticText");
  assert.ok(prose.map(({ name }) => name).join("").includes(/** @type {{ text: string }} */ (sides[0].sentences[0]).text));
});

test("a sentence is described by its counterparts", options, async () => {
  const { links, sides } = await reader.read("seeds/ceasefire.txt");
  await page.shadow(".tool.keys");
  const { left, right } = links[0];
  const nodes = await tree();
  const text = (/** @type {number} */ side, /** @type {number} */ index) => /** @type {{ text: string }} */ (sides[side].sentences[index]).text;
  // A column that scrolls can have the focus too, and holds them all.
  const sentence = nodes.findLast((node) => node.focusable && within(nodes, node).some(({ name }) => name === text(0, left[0])));
  assert.ok(sentence);
  for (const index of right) assert.ok(sentence.description.includes(text(1, index)), sentence.description);
});

/** The state of a tool, how it is reached, and the role and name of what then is there. @type {[string, string[], string, RegExp][]} */
const STATES = [
  ["the list of keys", ["?"], "dialog", /./],
  ["the layouts", ["l"], "dialog", /./],
  ["letters", ["t"], "dialog", /./],
  ["find", ["/"], "searchbox", /./],
  ["take it along", ["x"], "dialog", /./],
  ["corrections", ["e"], "button", /Undo|撤销/],
];

for (const [state, keys, role, name] of STATES) {
  test(`${state}: everything that can have the focus has a name`, options, async () => {
    const { links } = await reader.read("seeds/ceasefire.txt");
    await page.shadow(".tool.keys");
    await page.driver.executeScript("arguments[0].focus()", await reader.sentence(0, links[0].left[0]));
    for (const key of keys) await reader.press(key);
    await until(state, async () => (await tree()).some((node) => !node.ignored && node.role === role && name.test(node.name)), { seconds: 5 });
    const nodes = await tree();
    assert.deepEqual(nameless(nodes), []);
    assert.deepEqual(await page.axe(), []);
    await reader.press(Key.ESCAPE);
    assert.deepEqual(await page.problems(), []);
  });
}

test("what is pinned is told once, politely", options, async () => {
  const { links } = await reader.read("seeds/ceasefire.txt");
  await page.shadow(".tool.keys");
  await page.driver.executeScript("arguments[0].focus()", await reader.sentence(0, links[0].left[0]));
  await reader.press(Key.ENTER);
  const [counterpart] = await reader.texts(`#s1-${links[0].best[1]}`);
  const live = await page.driver.executeScript(
    `return [...document.querySelector("en-face").shadowRoot.querySelectorAll("[aria-live]")].map((e) => [e.getAttribute("aria-live"), e.textContent])`,
  );
  const told = /** @type {[string, string][]} */ (live).filter(([, text]) => text.includes(counterpart));
  assert.deepEqual(told.map(([how]) => how), ["polite"]);
});
