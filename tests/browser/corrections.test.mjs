// Corrections as decisions laid over links: no browser is needed, so it runs once, with Chromium's tests.
import assert from "node:assert/strict";
import test from "node:test";
import { areDecisions, fingerprint, keep, keptFor } from "../../www/component/tools/correct/corrected-pages.js";
import { fit, isBefore, isLink, revise } from "../../www/component/tools/correct/corrections.js";
import { displaced, group, isDecided, merge, release, split, toggle } from "../../www/component/tools/correct/decide.js";
import { History } from "../../www/component/tools/correct/history.js";
import { engine } from "./engines.mjs";

/** @typedef {import("../../www/component/types.js").Alignment} Alignment */
/** @typedef {import("../../www/component/types.js").Decision} Decision */
/** @typedef {import("../../www/component/types.js").Link} Link */
/** @typedef {import("../../www/component/types.js").Place} Place */

const options = { skip: engine !== "chromium" && "needs no browser: runs with Chromium's tests" };
const RUNS = 120;

/** @param {number} seed mulberry32 @returns {(below: number) => number} */
function dice(seed) {
  return (below) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/**
 * @param {"summary" | "parallel"} regime
 * @param {[left: number[], right: number[]][]} links
 * @param {[number, number]} [counts]
 * @returns {Alignment}
 */
function alignment(regime, links, [lefts, rights] = [10, 12]) {
  const sentences = (/** @type {number} */ count, /** @type {string} */ word) =>
    Array.from({ length: count }, (_, index) => ({ text: word.repeat(1 + (index % 4)), start: 0, end: 1 }));
  return {
    version: 1,
    page: { titles: {}, source: null, related: [] },
    regime,
    sides: [{ lang: "zh", blocks: [], sentences: sentences(lefts, "字") }, { lang: "en", blocks: [], sentences: sentences(rights, "word ") }],
    links: links.map(([left, right]) => ({ left, right, best: [left[0], right[0]], score: 0.5 })),
    checks: links.map(([left, right]) => ({ left: left[0], right: right[0], kind: "money", found: "1", expected: "2" })),
  };
}

/** Links as they may be found. @param {(below: number) => number} roll @param {"summary" | "parallel"} regime */
function found(roll, regime) {
  /** @type {[number[], number[]][]} */
  const links = [];
  if (regime === "summary") {
    for (let left = 0; left < 10; left += 1) {
      const right = Array.from({ length: 12 }, (_, index) => index).filter(() => roll(5) === 0);
      if (right.length) links.push([[left], right]);
    }
  } else {
    for (let [left, right] = [0, 0]; left < 10 && right < 12; ) {
      const [m, n] = [roll(4), roll(4)];
      const run = (/** @type {number} */ from, /** @type {number} */ count, /** @type {number} */ end) =>
        Array.from({ length: Math.min(count, end - from) }, (_, index) => from + index);
      if (m && n) links.push([run(left, m, 10), run(right, n, 12)]);
      left += m;
      right += n;
    }
  }
  return alignment(regime, links);
}

/** @param {(below: number) => number} roll @returns {Place} */
function somewhere(roll) {
  return roll(2) ? { side: 0, index: roll(10) } : { side: 1, index: roll(12) };
}

/** Decides something at random. @param {(below: number) => number} roll @param {Alignment} shown */
function anything(roll, shown) {
  const place = somewhere(roll);
  const other = /** @type {Place} */ ({ side: 1 - place.side, index: roll(place.side ? 10 : 12) });
  const how = [() => toggle(shown, place, other), () => toggle(shown, place, other), () => merge(shown, place), () => split(shown, place), () => release(shown, place)];
  return how[roll(how.length)]();
}

/** @param {Link[]} links */
const pairs = (links) => new Set(links.flatMap(({ left, right }) => left.flatMap((a) => right.map((b) => `${a} ${b}`))));

/** What must hold of links that decisions were laid over. @param {Alignment} before @param {Alignment} after @param {Decision[]} decisions */
function sound(before, after, decisions) {
  const decided = fit(decisions, before);
  const [was, is] = [pairs(before.links), pairs(after.links)];
  const own = pairs(decided.filter(isLink).map((decision) => ({ ...decision, best: [0, 0], score: 1 })));
  const [lefts, rights] = [new Set(decided.flatMap(({ left }) => left)), new Set(decided.flatMap(({ right }) => right))];
  for (const { left, right, best, score, by } of after.links) {
    assert.ok(left.length && right.length && left.includes(best[0]) && right.includes(best[1]));
    if (by) assert.equal(score, 1);
    assert.equal(by === "reader", own.has(`${left[0]} ${right[0]}`));
  }
  // Said in pairs, as the rules do not say it: a pair is linked if it was decided, or was found and no decision is against it.
  for (let a = 0; a < 10; a += 1) {
    for (let b = 0; b < 12; b += 1) {
      const against =
        before.regime === "parallel"
          ? lefts.has(a) || rights.has(b) || decided.filter(isLink).some((bead) => !isBefore({ left: [a], right: [b] }, bead) && !isBefore(bead, { left: [a], right: [b] }))
          : lefts.has(a) || decided.some(({ left, right }) => !left.length && right.includes(b));
      assert.equal(is.has(`${a} ${b}`), own.has(`${a} ${b}`) || (was.has(`${a} ${b}`) && !against), `${a} ${b}`);
    }
  }
  if (before.regime === "parallel") {
    after.links.reduce((one, next) => (assert.ok(isBefore(one, next), "the beads are in order, and share nothing"), next));
  } else {
    assert.ok(after.links.every(({ left }) => left.length === 1));
    assert.equal(new Set(after.links.map(({ left }) => left[0])).size, after.links.length);
  }
  for (const { left, right } of after.checks ?? []) assert.ok(is.has(`${left} ${right}`));
  const standing = before.checks?.filter(({ left, right }) => is.has(`${left} ${right}`));
  assert.deepEqual(after.checks, standing);
  assert.deepEqual(revise(after, decisions), after, "laying them over once more changes nothing");
}

for (const regime of /** @type {const} */ (["summary", "parallel"])) {
  test(`${regime}: whatever is decided, in whatever order, the links are sound, and better ones too`, options, () => {
    for (let seed = 0; seed < RUNS; seed += 1) {
      const roll = dice(seed);
      const plain = found(roll, regime);
      const history = new History(/** @type {Decision[]} */ ([]));
      const states = [history.present];
      let shown = plain;
      for (let step = 0; step < 12; step += 1) {
        const outcome = anything(roll, shown);
        if (!outcome || !("decisions" in outcome)) continue;
        history.add(outcome.decisions);
        states.push(outcome.decisions);
        shown = revise(plain, outcome.decisions);
        sound(plain, shown, outcome.decisions);
        assert.deepEqual(shown.corrections, outcome.decisions.length ? outcome.decisions : undefined);
      }
      const better = found(roll, regime);
      sound(better, revise(better, history.present), history.present);
      const other = found(roll, regime === "summary" ? "parallel" : "summary");
      sound(other, revise(other, history.present), history.present);
      for (const state of states.slice(0, -1).reverse()) {
        assert.ok(history.undo());
        assert.equal(history.present, state);
      }
      assert.equal(history.undo(), false);
      assert.equal(revise(plain, history.present), plain, "with everything undone the links are those that were found");
      while (history.redo());
      assert.equal(history.present, states.at(-1));
    }
  });

  test(`${regime}: what is toggled on is linked, and what is toggled off is not`, options, () => {
    let refused = 0;
    for (let seed = 0; seed < RUNS; seed += 1) {
      const roll = dice(seed);
      const plain = found(roll, regime);
      let shown = plain;
      for (let step = 0; step < 6; step += 1) {
        const [a, b] = [roll(10), roll(12)];
        /** @type {[Place, Place]} */
        const places = [{ side: 0, index: a }, { side: 1, index: b }];
        const [place, other] = roll(2) ? places : places.reverse();
        const linked = pairs(shown.links).has(`${a} ${b}`);
        const outcome = toggle(shown, place, other);
        assert.ok(outcome);
        if ("crossed" in outcome) {
          refused += 1;
          assert.ok(!linked && regime === "parallel");
          assert.ok(shown.corrections?.some((own) => own.left.join() === outcome.crossed.left.join() || isLink(own)));
          continue;
        }
        shown = revise(plain, outcome.decisions);
        assert.equal(pairs(shown.links).has(`${a} ${b}`), !linked);
      }
    }
    assert.equal(refused > 0, regime === "parallel");
  });

  test(`${regime}: a sentence that has no counterpart has none, whatever is found later`, options, () => {
    for (let seed = 0; seed < RUNS; seed += 1) {
      const roll = dice(seed);
      const place = somewhere(roll);
      const outcome = release(found(roll, regime), place);
      assert.ok(outcome && "decisions" in outcome);
      const later = revise(found(roll, regime), outcome.decisions);
      assert.equal(isLink(group(later, place)), false);
      assert.ok(isDecided(later, place));
      assert.equal(release(later, place), null);
    }
  });
}

test("a bead that loses a sentence to a decision keeps the rest, and its best pair as near as it can", options, () => {
  const plain = alignment("parallel", [[[0, 1], [0, 1]], [[2], [2, 3]], [[4], [5]]]);
  const outcome = toggle(plain, { side: 0, index: 2 }, { side: 1, index: 1 });
  assert.ok(outcome && "decisions" in outcome);
  const { links } = revise(plain, outcome.decisions);
  assert.deepEqual(links.map(({ left, right, best, by }) => [left, right, best, by]), [
    [[0, 1], [0], [0, 0], undefined],
    [[2], [1, 2, 3], [2, 2], "reader"],
    [[4], [5], [4, 5], undefined],
  ]);
});

test("a link across others takes them away and says how many; across the reader's own it is refused", options, () => {
  const plain = alignment("parallel", [[[0], [0]], [[1], [1]], [[2], [2]], [[3], [3]]]);
  const far = toggle(plain, { side: 0, index: 0 }, { side: 1, index: 3 });
  assert.ok(far && "decisions" in far);
  const shown = revise(plain, far.decisions);
  assert.deepEqual(shown.links.map(({ left, right }) => [left, right]), [[[0], [0, 3]]]);
  assert.equal(displaced(plain, shown), 2, "1 ↔ 1 and 2 ↔ 2; 3 ↔ 3 has lost its counterpart to the decision");
  assert.deepEqual(toggle(shown, { side: 0, index: 1 }, { side: 1, index: 2 }), { crossed: { left: [0], right: [0, 3] } });
});

test("merging parallel sentences joins their beads; splitting divides them in proportion", options, () => {
  const plain = alignment("parallel", [[[0], [0]], [[1], [1, 2]], [[2], [3]]]);
  const merged = merge(plain, { side: 0, index: 0 });
  assert.ok(merged && "decisions" in merged);
  assert.deepEqual(merged.decisions, [{ left: [0, 1], right: [0, 1, 2] }]);
  const shown = revise(plain, merged.decisions);
  // One character and two, against one word, two and three.
  const apart = split(shown, { side: 0, index: 1 });
  assert.deepEqual(apart, { decisions: [{ left: [0], right: [0] }, { left: [1], right: [1, 2] }] });
  assert.deepEqual(split(shown, { side: 0, index: 0 }), apart, "the first sentence of a bead is divided from the rest");
  assert.equal(split(plain, { side: 0, index: 1 }), null, "one sentence is not divided");
  assert.equal(merge(plain, { side: 0, index: 9 }), null, "nothing follows the last one");
});

test("merging sentences of a summary gives both what each has; splitting divides what they share", options, () => {
  const plain = alignment("summary", [[[0], [0, 4]], [[1], [7]]]);
  const merged = merge(plain, { side: 0, index: 0 });
  assert.ok(merged && "decisions" in merged);
  assert.deepEqual(merged.decisions, [{ left: [0], right: [0, 4, 7] }, { left: [1], right: [0, 4, 7] }]);
  const shown = revise(plain, merged.decisions);
  assert.equal(merge(shown, { side: 0, index: 0 }), null, "they have everything already");
  const apart = split(shown, { side: 0, index: 0 });
  assert.ok(apart && "decisions" in apart);
  const [first, second] = apart.decisions;
  assert.deepEqual([...first.right, ...second.right], [0, 4, 7], "each goes to one of them, in the order of the text");
  assert.ok(first.right.length && second.right.length);
  assert.equal(split(revise(plain, apart.decisions), { side: 0, index: 0 }), null);
});

test("an original of a summary that is unlinked from one sentence is left open for the others", options, () => {
  const plain = alignment("summary", [[[0], [5]], [[1], [5, 6]]]);
  const outcome = toggle(plain, { side: 1, index: 5 }, { side: 0, index: 1 });
  assert.deepEqual(outcome, { decisions: [{ left: [1], right: [6] }] });
});

test("decisions in another form than a page's are brought into it, or left out", options, () => {
  const { sides } = alignment("parallel", []);
  const odd = [
    { left: [3, 3, 1], right: [4] },
    { left: [1], right: [5] },
    { left: [2], right: [0] },
    { left: [1], right: [] },
    { left: [99], right: [1] },
    { left: [], right: [] },
  ];
  assert.deepEqual(fit(odd, { regime: "parallel", sides }), [{ left: [1, 3], right: [4, 5] }]);
  assert.deepEqual(fit(odd, { regime: "summary", sides }), [{ left: [1], right: [] }, { left: [2], right: [0] }, { left: [3], right: [4] }]);
  for (const damaged of [null, {}, "x", [1], [{ left: [0] }], [{ left: [-1], right: [] }], [{ left: [0.5], right: [] }], [{ left: "0", right: [] }]]) {
    assert.equal(areDecisions(damaged), false, JSON.stringify(damaged));
  }
});

test("two texts have another name than any other two, at every place where they may differ", options, () => {
  const side = (/** @type {string[]} */ texts) => ({ lang: "", blocks: [], sentences: texts.map((text) => ({ text, start: 0, end: 0 })) });
  const named = (/** @type {string[][]} */ [first, second]) => fingerprint({ sides: [side(first), side(second)] });
  const texts = [[["a", "b"], ["c"]], [["ab"], ["c"]], [["a"], ["b", "c"]], [["a", "b", "c"], []], [[], ["a", "b", "c"]], [["a", "b"], ["d"]], [["b", "a"], ["c"]], [["", "a", "b"], ["c"]]];
  assert.equal(new Set(texts.map(named)).size, texts.length);
  assert.equal(named(texts[0]), named([["a", "b"], ["c"]]));
  assert.match(named(texts[0]), /^[0-9a-f]{16}$/);
  const many = Array.from({ length: 20_000 }, (_, index) => named([[`第 ${index} 句。`], ["The same."]]));
  assert.equal(new Set(many).size, many.length);
});

test("the browser keeps the pages corrected last, and says when it does not", options, () => {
  const store = /** @type {Record<string, string>} */ ({});
  let room = Infinity;
  const storage = {
    getItem: (/** @type {string} */ key) => store[key] ?? null,
    removeItem: (/** @type {string} */ key) => delete store[key],
    setItem(/** @type {string} */ key, /** @type {string} */ text) {
      if (text.length > room) throw new DOMException("full", "QuotaExceededError");
      store[key] = text;
    },
  };
  Object.defineProperty(globalThis, "localStorage", { value: storage, configurable: true });
  try {
    const decisions = (/** @type {number} */ count) => Array.from({ length: count }, (_, index) => ({ left: [index], right: [index] }));
    for (let page = 0; page < 250; page += 1) assert.ok(keep(`page ${page}`, decisions(1)));
    assert.deepEqual(keptFor("page 249"), decisions(1));
    assert.deepEqual(keptFor("page 0"), [], "the oldest are dropped");
    assert.ok(keep("large", decisions(12_000)));
    assert.equal(keptFor("large").length, 12_000);
    room = 5000;
    assert.ok(keep("page 249", decisions(2)), "older pages make room");
    assert.deepEqual(keptFor("large"), []);
    assert.deepEqual(keptFor("page 249"), decisions(2));
    assert.equal(keep("huge", decisions(1000)), false);
    assert.equal(keptFor("huge").length, 1000, "what is not kept holds until the page is left");
    assert.deepEqual(keptFor("page 249"), decisions(2), "and takes nobody else's place");
    room = Infinity;
    assert.ok(keep("huge", []));
    assert.deepEqual(keptFor("huge"), []);
    const [key] = Object.keys(store);
    for (const damage of ["", "{", "null", "7", '{"a":1}', '[["page 249"]]', '[["page 249",[{"left":[1]}]],null,[1,[]]]']) {
      store[key] = damage;
      assert.deepEqual(keptFor("page 249"), [], damage);
      assert.ok(keep("page 249", decisions(1)));
      assert.deepEqual(keptFor("page 249"), decisions(1));
    }
    assert.ok(keep("page 249", []));
    assert.deepEqual(Object.keys(store), [], "nothing is kept of a page without corrections");
  } finally {
    Reflect.deleteProperty(globalThis, "localStorage");
  }
});
