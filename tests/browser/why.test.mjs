// Why a sentence is linked: the panel tells how sure each link is and what both sentences say, marks it in both, and says
// what it means where nothing was found.
import assert from "node:assert/strict";
import test, { beforeEach } from "node:test";
import { Key } from "selenium-webdriver";
import { Between } from "./between.mjs";
import { browser } from "./harness.mjs";
import { until } from "./processes.mjs";
import { Reader } from "./reading.mjs";

const page = browser();
const reader = new Reader(page);
const options = { timeout: 90_000 };

/** @param {string} script  with `root`, the shadow root, and `args` */
const ask = (script, /** @type {unknown[]} */ ...args) =>
  page.driver.executeScript(`const [...args] = arguments; const root = document.querySelector('en-face').shadowRoot; ${script}`, ...args);
const isOpen = () => ask("return root.querySelector('.popup.why').matches(':popover-open')");
const focused = () => ask("return root.activeElement?.id ?? ''");

/** The panel's content, as far as tests ask for it. */
const panel = () =>
  ask(`
    const marks = (e) => {
      const found = {};
      let text = '';
      for (const node of e.childNodes) {
        if (node.nodeName === 'SUP') { found[node.textContent] = text; text = ''; }
        else if (node.nodeName === 'MARK') text += node.textContent;
        else text = '';
      }
      return found;
    };
    const body = root.querySelector('.popup.why .popup-body');
    return {
      title: root.querySelector('.popup.why .popup-title').textContent,
      own: body.querySelector('.own')?.textContent,
      ownMarks: body.querySelector('.own') && marks(body.querySelector('.own')),
      entries: [...body.querySelectorAll('.why-entry')].map((entry) => ({
        head: entry.querySelector('.why-head').textContent,
        marks: marks(entry.querySelector('.why-text')),
        lang: entry.querySelector('.why-text').lang,
        items: [...entry.querySelectorAll('.why-item')].map((item) => item.textContent.trim()),
        kinds: [...entry.querySelectorAll('.why-items')].map((line) => line.className),
        quiet: [...entry.querySelectorAll('p')].map((p) => p.textContent),
      })),
      none: body.querySelector('.why-none')?.textContent ?? null,
    };`).then((found) => /** @type {Panel} */ (found));

/**
 * @typedef {{ head: string, marks: Record<string, string>, lang: string, items: string[], kinds: string[], quiet: string[] }} Entry
 * @typedef {{ title: string, own: string, ownMarks: Record<string, string>, entries: Entry[], none: string | null }} Panel
 */

/**
 * A page of sentences that are linked as a test wants it.
 *
 * @param {string[]} left
 * @param {string[]} right
 * @param {object} rest  links and checks
 */
async function show(left, right, rest) {
  const side = (/** @type {string} */ lang, /** @type {string[]} */ texts) => ({
    lang,
    blocks: [{ kind: "paragraph", sentences: [0, texts.length] }],
    sentences: texts.map((text, index) => ({ text, start: index * 1000, end: index * 1000 + text.length })),
  });
  const alignment = { version: 1, page: { titles: {}, source: null, related: [] }, regime: "summary", sides: [side("zh", left), side("en", right)], checks: [], ...rest };
  await page.driver.executeScript("window.shown = new Promise((done) => addEventListener('enface-aligned', done, { once: true })); document.querySelector('en-face').alignment = arguments[0]", alignment);
  await page.driver.executeAsyncScript("shown.then(() => arguments[0]())");
}

/** Opens the panel for a sentence by key. @param {0 | 1} side @param {number} index */
async function why(side, index) {
  await page.driver.executeScript("arguments[0].focus()", await reader.sentence(side, index));
  await reader.press("w");
  await until("the panel", isOpen, { seconds: 5 });
}

/** @type {Awaited<ReturnType<Reader["read"]>>} */
let alignment;

beforeEach(async () => {
  await page.resize(1280, 800);
  alignment = await reader.read("seeds/ceasefire.txt");
  await page.shadow(".tool.keys");
});

test("what both say is told and marked in both, a number for each", options, async () => {
  await show(
    ["卡塔尔的62艘船在八月损失了3.1亿美元。", "没有来源的一句。"],
    ["Qatar lost $310 million.", "It was quiet.", "The 62 ships sailed in August, said Qatar."],
    { links: [{ left: [0], right: [0, 2], best: [0, 2], score: 0.93 }] },
  );
  await why(0, 0);
  const { title, own, ownMarks, entries } = await panel();
  assert.equal(title, (await reader.texts(".popup.why h2"))[0]);
  assert.match(own, /^卡塔尔/);
  assert.equal(entries.length, 2);
  const [first, second] = entries;
  assert.match(first.head, /93%/);
  assert.equal(first.lang, "en");
  // Who is marked in both has one number, in the order of the sentence.
  const number = (/** @type {string} */ text) => Object.entries(ownMarks).find(([, marked]) => marked === text)?.[0] ?? "";
  assert.equal(first.marks[number("卡塔尔")], "Qatar");
  assert.equal(first.marks[number("3.1亿美元")], "$310 million");
  assert.equal(second.marks[number("卡塔尔")], "Qatar");
  assert.match(second.marks[number("62艘")], /^62/);
  assert.equal(number("卡塔尔"), "1");
  assert.ok(first.items.some((item) => item.endsWith("3.1亿美元 = $310 million")), first.items.join());
  assert.deepEqual(await page.axe(), []);
  assert.deepEqual(await page.problems(), []);
});

test("a sentence of the original has a panel too, and a number that differs is told of", options, async () => {
  await show(["会议有19人参加。", "会后又来了3人。"], ["Some 17 people met.", "Three more came afterwards."], {
    links: [{ left: [0], right: [0], best: [0, 0], score: 0.7 }, { left: [1], right: [0, 1], best: [1, 1], score: 0.3 }],
    checks: [{ left: 0, right: 0, kind: "quantity", found: "19人", expected: "17" }],
  });
  await why(1, 0);
  const { own, entries } = await panel();
  assert.equal(own.replace(/\d(?=[ .])|1$/g, "").slice(0, 6), "Some 1");
  assert.equal(entries.length, 2);
  assert.match(entries[0].head, /70%/);
  assert.match(entries[1].head, /30%/);
  assert.notEqual(entries[0].head.split(/\d/)[0], entries[1].head.split(/\d/)[0]);
  assert.deepEqual(entries[0].kinds, ["why-items check"]);
  assert.match(entries[0].items[0], /17 ≠ 19人$/);
  assert.ok(Object.values(entries[0].marks).includes("19人"));
  assert.deepEqual(await page.axe(), []);
});

test("where nothing stands out, and where nothing was found, it is said what that means", options, async () => {
  await show(["灯塔在春天熄灭了。", "没有来源的一句。"], ["It went dark.", "Nobody knew."], {
    links: [{ left: [0], right: [0], best: [0, 0], score: 0.55 }],
  });
  await why(0, 0);
  const linked = await panel();
  assert.deepEqual(linked.entries[0].items, []);
  assert.equal(linked.entries[0].quiet.length, 1);
  assert.ok(linked.entries[0].quiet[0].length > 20);
  await reader.press(Key.ESCAPE);
  await why(0, 1);
  const left = await panel();
  assert.deepEqual(left.entries, []);
  assert.ok((left.none ?? "").length > 20);
  assert.notEqual(left.title, linked.title);
  assert.deepEqual(await page.axe(), []);
  await reader.press(Key.ESCAPE);
  await until("no panel", async () => !(await isOpen()), { seconds: 5 });
  await why(1, 1);
  const right = await panel();
  assert.ok((right.none ?? "").length > 20);
  assert.notEqual(right.none, left.none);
});

test("links without an encoder say what they rest on", options, async () => {
  const { links, sides } = alignment;
  const linked = new Set(links.flatMap(({ left }) => left));
  const alone = sides[0].sentences.findIndex((_, index) => !linked.has(index));
  assert.ok(alone >= 0);
  await why(0, alone);
  const plain = (await panel()).none;
  await reader.press(Key.ESCAPE);
  await show(["灯塔在春天熄灭了。"], ["It went dark."], { links: [] });
  await why(0, 0);
  const finished = (await panel()).none;
  assert.ok(plain && finished && plain !== finished);
});

test("what the reader has decided has no probability", options, async () => {
  await show(["灯塔在春天熄灭了。", "没有来源的一句。"], ["It went dark.", "Nobody knew."], {
    links: [{ left: [0], right: [0], best: [0, 0], score: 1 }],
    corrections: [{ left: [0], right: [0] }],
  });
  for (const side of /** @type {const} */ ([0, 1])) {
    await why(side, 0);
    const [entry] = (await panel()).entries;
    assert.doesNotMatch(entry.head, /%/);
    await reader.press(Key.ESCAPE);
    await until("no panel", async () => !(await isOpen()), { seconds: 5 });
  }
});

test("Esc closes and gives the focus back; the panel's button leads to a counterpart", options, async () => {
  const { links } = alignment;
  const [index] = links[0].left;
  await why(0, index);
  await reader.press(Key.ESCAPE);
  await until("no panel", async () => !(await isOpen()), { seconds: 5 });
  await until("the focus", async () => (await focused()) === `s0-${index}`, { seconds: 5 });
  await reader.expect("active", [`0-${index}`]);
  await reader.press("w");
  await until("the panel", isOpen, { seconds: 5 });
  await (await page.shadow(".why-go")).click();
  await until("no panel", async () => !(await isOpen()), { seconds: 5 });
  assert.equal(await focused(), `s1-${links[0].right[0]}`);
  await reader.expect("pinned", [`0-${index}`]);
});

test("mouse and finger find it in the card of a pinned sentence", options, async () => {
  const { links } = alignment;
  const sentence = await reader.sentence(0, links[0].left[0]);
  await page.tap(sentence);
  await page.tap(sentence);
  await page.tap(await page.shadow(":is(.peek, .sheet) .act.why"));
  await until("the panel", isOpen, { seconds: 5 });
  assert.equal((await panel()).entries.length, links[0].right.length);
});

test("on a phone it fits the screen", options, async () => {
  await page.resize(320, 700);
  const { links } = alignment;
  await why(0, links[0].left[0]);
  const [wide, over] = /** @type {number[]} */ (await ask("const p = root.querySelector('.popup.why'); return [p.scrollWidth, p.getBoundingClientRect().right]"));
  assert.ok(wide <= 320 && over <= 320, `${wide} ${over}`);
  assert.deepEqual(await page.axe(), []);
});

test("another page closes it", options, async () => {
  const { links } = alignment;
  await why(0, links[0].left[0]);
  await page.driver.executeScript("document.querySelector('en-face').setAttribute('src', 'nothing.txt')");
  await until("no panel", async () => !(await isOpen()), { seconds: 5 });
});

test("a panel that is still to come does not come to another page, nor to an element that has gone", options, async () => {
  const { links } = alignment;
  const sentence = await reader.sentence(0, links[0].left[0]);
  await page.driver.executeScript("arguments[0].focus()", sentence);
  // In one task: the panel has been asked for, and waits for what it is to say.
  const ask = "arguments[0].dispatchEvent(new KeyboardEvent('keydown', { key: 'w', bubbles: true, composed: true }));";
  await page.driver.executeScript(`${ask} document.querySelector('en-face').remove()`, sentence);
  assert.deepEqual(await page.problems(), []);
  await reader.read("seeds/ceasefire.txt");
  await page.shadow(".tool.keys");
  await page.driver.executeScript("arguments[0].focus()", await reader.sentence(0, links[0].left[0]));
  await page.driver.executeScript(
    `${ask} document.querySelector('en-face').text = arguments[1]`,
    await reader.sentence(0, links[0].left[0]),
    ["你好。", "---", "Hello."].join("\n\n"),
  );
  // However busy the machine is: by then the panel would have come, for it waits less long than a page takes to be linked.
  await until("the other page", async () => (await reader.aligned()).sides[0].sentences.length === 1);
  await new Promise((resolve) => setTimeout(resolve, 300));
  assert.equal(await isOpen(), false);
});

test("a core that traps is made anew once, and the panel comes", options, async () => {
  const [several] = alignment.links.filter(({ right }) => right.length > 1);
  await page.driver.executeAsyncScript(
    `addEventListener("en-face-test-broken", () => arguments[0](), { once: true });
     dispatchEvent(new CustomEvent("en-face-test-break", { detail: "" }));`,
  );
  await why(0, several.left[0]);
  assert.equal((await panel()).entries.length, several.right.length);
  const made = await page.driver.executeScript("return performance.getEntriesByType('resource').filter(({ name }) => name.includes('en_face.js?')).length");
  assert.equal(made, 1);
  assert.deepEqual(await page.problems(), []);
});

test("better links that arrive are told of in the open panel, with clauses", options, async () => {
  const between = await new Between(page.site.address).start();
  try {
    between.page("/one.html", { body: '<en-face id="a" src="/seeds/ceasefire.txt"></en-face>' });
    // In sixteen parts.
    between.on("/encoder/zh-en.enface", () => ({ pause: 120 }));
    await page.open("/one.html", { encoder: true, address: between.address });
    const plain = await reader.aligned();
    await page.shadow(".tool.keys");
    const [index] = plain.links[0].left;
    await why(0, index);
    await page.driver.executeScript("arguments[0].focus()", await page.shadow(".why-go"));
    const times = "return enFaceTestEvents.filter(({ type }) => type === 'aligned').length";
    await until("better links", async () => Number(await page.driver.executeScript(times)) > 1, { seconds: 45 });
    /** @type {import("./reading.mjs").Link[]} */
    const links = (await reader.aligned()).links;
    const expected = links.filter(({ left }) => left.includes(index)).flatMap(({ right }) => right);
    const told = () => ask("return [...root.querySelectorAll('.why-entry .why-text')].map((e) => Number(e.id.split('-').at(-1)))");
    await until("their counterparts", async () => String(await told()) === String(expected), { seconds: 5 });
    const clauses = async () => (await panel()).entries.some(({ kinds }) => kinds.includes("why-items clause"));
    await until("a clause", clauses, { seconds: 10 });
    assert.equal(await isOpen(), true);
    assert.match(String(await ask("return root.activeElement.className")), /why-go|popup-title/);
    assert.deepEqual(await page.axe(), []);
    assert.deepEqual(await page.problems(), []);
  } finally {
    between.stop();
  }
});
