// A page on which everything that <en-face> can show comes up: an alignment with every kind of block, link and sentence, and a
// recorder that a page runs before the element's own script.

const FILLER = 80;

/** @typedef {import("../../www/en-face.d.ts").Alignment} Alignment */

/** @param {string} text @param {number} start */
const sentence = (text, start) => ({ text, start, end: start + text.length });

/** A summary of six sentences, and an original in which the last counterpart is far down. @returns {Alignment} */
export function everything() {
  const left = ["小标题", "灯塔有三层。", "船上有五个人。", "没有来源的一句。", "很远的一句。", "最后一句。"];
  const long = Array.from({ length: FILLER }, (_, index) => `Sentence ${index} goes on for a while, so that there is something to scroll past.`);
  const right = ["A heading", "The lighthouse has two floors.", "Five people were on board, it is said.", ...long, "The far one.", "by an author", "a reader wrote", "code();"];
  const far = right.indexOf("The far one.");
  /** @param {string[]} texts */
  const sentences = (texts) => texts.map((text, index) => sentence(text, index * 200));
  const first = sentences(left);
  const second = sentences(right);
  return {
    version: 1,
    page: { titles: { zh: "灯塔", en: "The Lighthouse" }, source: "https://example.org/lighthouse", related: [{ titles: { en: "Ferries" }, date: "2024-08-19" }] },
    regime: "summary",
    sides: [
      {
        lang: "zh",
        blocks: [
          { kind: "heading", sentences: [0, 1] },
          { kind: "paragraph", sentences: [1, 4] },
          { kind: "list-item", sentences: [4, 5], marker: "1." },
          { kind: "list-item", sentences: [5, 6], marker: "2." },
        ],
        sentences: first,
      },
      {
        lang: "en",
        blocks: [
          { kind: "heading", sentences: [0, 1] },
          { kind: "quote", sentences: [1, 3] },
          { kind: "paragraph", sentences: [3, far + 1] },
          { kind: "byline", sentences: [far + 1, far + 2] },
          { kind: "comment-header", sentences: [far + 2, far + 3] },
          { kind: "code", sentences: [far + 3, far + 4] },
        ],
        sentences: second.map((one, index) =>
          index === 3 ? { ...one, runs: [{ text: "Sentence 0 has a " }, { text: "link", link: "https://example.org/" }, { text: " and an " }, { text: "image", image: true }, { text: "." }] } : one,
        ),
      },
    ],
    links: [
      { left: [0], right: [0], best: [0, 0], score: 0.95 },
      { left: [1], right: [1, 2], best: [1, 1], score: 0.6 },
      { left: [2], right: [2], best: [2, 2], score: 0.3 },
      { left: [4], right: [far], best: [4, far], score: 0.9 },
    ],
    checks: [{ left: 1, right: 1, kind: "quantity", found: "三", expected: "two" }],
  };
}

/**
 * Keeps what components have ever had: parts, states and slots, the events that they told. `look` styles each part that is there
 * from outside, and tells which have taken it; `highlights` is false for a browser without CSS highlights.
 *
 * @param {{ highlights: boolean }} options
 */
export const recorder = ({ highlights }) => `(() => {
  const seen = { parts: new Set(), styled: new Set(), slots: new Set(), states: new Set(), events: {} };
  const roots = new Set();
  const note = (tokens) => { for (const token of (tokens ?? "").split(/\\s+/)) if (token) seen.parts.add(token); };
  const noteAll = (node) => {
    if (!(node instanceof Element)) return;
    for (const element of [node, ...node.querySelectorAll("[part], slot")]) {
      note(element.getAttribute("part"));
      if (element.localName === "slot") seen.slots.add(element.name);
    }
  };
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const root = attach.call(this, init);
    roots.add(root);
    new MutationObserver((records) => {
      for (const { addedNodes, oldValue, target } of records) {
        addedNodes.forEach(noteAll);
        note(oldValue);
        note(target.getAttribute?.("part"));
      }
    }).observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: ["part"], attributeOldValue: true });
    return root;
  };
  if (globalThis.CustomStateSet) {
    const { add } = CustomStateSet.prototype;
    CustomStateSet.prototype.add = function (name) { seen.states.add(name); return add.call(this, name); };
  }
  const { dispatchEvent } = EventTarget.prototype;
  EventTarget.prototype.dispatchEvent = function (event) {
    if (this.localName === "en-face") {
      const { type, bubbles, composed, cancelable, detail } = event;
      seen.events[type] = { bubbles, composed, cancelable, detail: Object.keys(detail ?? {}).sort() };
    }
    return dispatchEvent.call(this, event);
  };
  window.look = () => {
    const sheet = new CSSStyleSheet();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    for (const root of roots) {
      for (const element of root.querySelectorAll("[part]")) {
        for (const part of element.part) {
          if (seen.styled.has(part) || !element.isConnected) continue;
          sheet.replaceSync("en-face::part(" + part + ") { outline: 3px solid rgb(1, 2, 3) }");
          if (getComputedStyle(element).outlineColor === "rgb(1, 2, 3)") seen.styled.add(part);
        }
      }
    }
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    const { parts, styled, slots, states, events } = seen;
    return { parts: [...parts], styled: [...styled], slots: [...slots], states: [...states], events };
  };
  ${highlights ? "" : "Object.defineProperty(CSS, 'highlights', { value: undefined });"}
})();`;
