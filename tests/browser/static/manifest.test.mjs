// The custom-elements manifest against its schema and against the sources: whatever these name stands there, and nothing else.
// What only a running element can tell is compared in ../manifest.test.mjs.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import test from "node:test";
import { Ajv } from "ajv";
import { KNOWN } from "../../../www/component/properties.js";
import { agree, element, fields, manifest, matches, names, root, sources } from "../manifest.mjs";

const require = createRequire(import.meta.url);
const scripts = sources("www/component", ".js");
const styles = sources("www/component", ".css");
const core = sources("src/view", ".rs");
/** What is lit in place: its highlights and their colours. */
const looks = scripts.find(({ path }) => path.endsWith("/in-place/looks.js"))?.text ?? "";

test("it keeps to the schema", () => {
  const ajv = new Ajv({ allErrors: true, strict: false });
  const valid = ajv.validate(JSON.parse(readFileSync(require.resolve("custom-elements-manifest/schema.json"), "utf8")), manifest);
  assert.ok(valid, ajv.errorsText(ajv.errors, { separator: "\n" }));
});

test("every entry says what it is for", () => {
  const { attributes, events, cssParts, cssProperties, cssStates, slots, members } = element;
  const told = [...attributes, ...events, ...cssParts, ...cssProperties, ...cssStates, ...slots, ...element["x-highlights"]];
  const mute = [...told, ...members.filter((member) => !("attribute" in member))].filter(({ summary }) => !summary);
  assert.deepEqual(names(mute), []);
  assert.deepEqual(element["x-keys"].filter(({ does }) => !does), []);
});

test("each attribute has its field, and each of these fields its attribute", () => {
  const camel = (/** @type {string} */ name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
  const reflecting = fields.filter(({ attribute }) => attribute);
  assert.deepEqual(
    // The attribute `alignment` is an address, the property of that name is what stands there.
    element.attributes.filter(({ name }) => name !== "alignment").map(({ name, fieldName }) => [name, fieldName]),
    reflecting.map(({ attribute, name }) => [attribute, name]),
  );
  for (const { attribute, name, reflects, default: none } of reflecting) {
    assert.deepEqual([name, reflects, none], [camel(String(attribute)), true, "''"]);
  }
});

test("what an attribute may say is what the scripts know", () => {
  const words = (/** @type {string} */ text) => [...text.matchAll(/'([\w-]+)'/g)].map(([, word]) => word).sort();
  const listed = element.attributes.map(({ name, type }) => [name, words(String(type?.text))]).filter(([, some]) => some.length);
  const known = Object.entries(KNOWN).map(([name, some]) => [name, [...some].sort()]);
  assert.deepEqual(Object.fromEntries(listed), Object.fromEntries(known));
});

/** Where a module comes from that the build makes of others. @type {Record<string, string>} */
const BUILT = { "en-face-aligned.js": "component/aligned.js", "en-face-in-place.js": "component/in-place-alone.js" };

test("its modules are those that define the element, with their exports", () => {
  const read = (/** @type {string} */ path) => readFileSync(`${root}www/${path}`, "utf8");
  const all = readdirSync(`${root}www`, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".js"));
  const defining = all.filter((path) => read(path).includes("customElements.define("));
  agree("modules", manifest.modules.map(({ path }) => BUILT[path] ?? path), defining);
  for (const { path, exports = [] } of manifest.modules) {
    const text = read(BUILT[path] ?? path);
    const named = [...text.matchAll(/^export (?:\{ ([\w, ]+) \}|class (\w+)|function (\w+))/gm)].flatMap(([, list, ...one]) => [...(list ?? "").split(", "), ...one]);
    agree(path, exports.filter(({ kind }) => kind === "js").map(({ name }) => name), named.filter(Boolean));
    const defined = [...text.matchAll(/customElements\.define\('([\w-]+)'/g)].map(([, name]) => name);
    agree(path, exports.filter(({ kind }) => kind === "custom-element-definition").map(({ name }) => name), defined);
  }
});

test("events are those that the scripts tell", () => {
  agree("events", names(element.events), matches(scripts, /\b(?:#?tell|new CustomEvent)\(\s*'(enface-[\w-]+)'/g));
});

test("parts are those that the core and the scripts give", () => {
  // `link` of the view takes its part as an argument; the steps of how sure a link is are parts, too.
  const rust = matches(core, /\("part", "([\w-]+)"\)|self\.link\([^;]*?"([\w-]+)"\)/g);
  const parts = matches(scripts, /\bpart: '([\w-]+)'|\bpart\('\w+', '([\w-]+)'|\bpart\.(?:add|toggle)\('([\w-]+)'|\bwant\([^)]*?\}?, '([\w-]+)'/g);
  const steps = matches(scripts, /score >= [\w.]+ \? '(\w+)'|: '(likely|possible)'/g);
  const lit = matches(scripts, /\[(?:pinned|active), '(\w+)'\]/g);
  steps.delete("sure");
  agree("parts", names(element.cssParts), [...rust, ...parts, ...steps, ...lit]);
});

test("what the style sheets take of the parts is listed", () => {
  const known = new Set(names(element.cssParts));
  const taken = matches(styles, /\[part~?="([\w-]+)"\]/g);
  assert.deepEqual([...taken].filter((name) => !known.has(name)), []);
});

test("custom properties and their defaults are those that the style sheets take, each under a short name, and no script has others", () => {
  const taken = (/** @type {string} */ text) => [...text.matchAll(/^  --_[\w-]+: var\((--enface-[\w-]+), (.*)\);$/gm)].map(([, name, value]) => /** @type {[string, string]} */ ([name, value]));
  /** What a sheet says of the host holds everywhere. @param {string} text */
  const tops = (text) => [...text.matchAll(/^:host \{\n([\s\S]*?)\n\}/gm)].map(([, top]) => top).join("\n");
  const hosts = styles.flatMap(({ text }) => taken(tops(text)));
  // The first is the default.
  const defaults = new Map(hosts.toReversed());
  agree("custom properties", names(element.cssProperties), defaults.keys());
  for (const { name, default: listed } of element.cssProperties) assert.equal(listed, defaults.get(name), name);
  // A sheet that is worn without those takes them the same way. Fonts of the other Han scripts follow the text's language; strips
  // and the map's words have a default of their own.
  for (const { path, text } of styles) {
    const others = taken(text).filter(([name, value]) => defaults.get(name) !== value && !["--enface-font-han", "--enface-paper", "--enface-bar-position"].includes(name));
    assert.deepEqual(others, [], path);
    const nested = [...taken(text)].filter(([, value]) => value.includes("--enface-")).length;
    assert.equal([...text.matchAll(/--enface-/g)].length, taken(text).length + nested, `${path} takes a custom property that has no short name`);
  }
  assert.deepEqual([...matches(scripts, /(--enface-[\w-]+)/g)].filter((name) => !defaults.has(name)), []);
});

test("the colours in place are those of the custom properties", { skip: !looks && "there is no such mode" }, () => {
  const [, table] = /** @type {RegExpMatchArray} */ (looks.match(/const COLOURS = \{\n([\s\S]*?)\n\}/));
  const pairs = [...table.matchAll(/'?([\w-]+)'?: \['(#\w+)', '(#\w+)'\]/g)];
  assert.ok(pairs.length > 3);
  for (const [, name, light, dark] of pairs) {
    assert.equal(element.cssProperties.find((one) => one.name === `--enface-${name}`)?.default, `light-dark(${light}, ${dark})`, name);
  }
});

test("colours have a value for light and one for dark", () => {
  const colours = element.cssProperties.filter(({ syntax, name }) => syntax === "<color>" && name !== "--enface-paper");
  assert.ok(colours.length > 5);
  for (const { name, default: value } of colours) assert.match(String(value), /^light-dark\(#[\da-f]{6}, #[\da-f]{6}\)$/, name);
});

test("CSS highlights are those of the style sheets and of the scripts", () => {
  const listed = names(element["x-highlights"].filter(({ summary }) => looks || !summary.startsWith("in place")));
  const inPlace = matches([...looks.matchAll(/export const (?:FILLS|LINES) = \[\n([\s\S]*?)\n\]/g)].map(([, text]) => ({ text })), /^  \['([\w-]+)'/gm);
  const [, other] = /** @type {RegExpMatchArray} */ (looks.match(/OTHER = '(.*)'/) ?? ["", ""]);
  const own = [...inPlace].flatMap((name) => [`enface-${name}`, `enface-${name}${other}`]);
  agree("highlights", listed, [...own, ...matches(styles, /::highlight\(([\w-]+)\)/g)]);
  agree("highlights", listed, [...own, ...matches(scripts.filter(({ text }) => text.includes("CSS.highlights")), /'(enface-[\w-]+)'/g)]);
});

test("states are those that modes can set", () => {
  const types = readFileSync(`${root}www/component/modes/mode.js`, "utf8").matchAll(/@typedef \{([^}]*)\} (?:State|Kind)\b/g);
  agree("states", names(element.cssStates), matches([...types].map(([, text]) => ({ text })), /'([\w-]+)'/g));
});

test("slots are those that the scripts make", () => {
  // The one without a name is the default.
  agree("slots", names(element.slots).filter(Boolean), matches(scripts, /\bmake\('slot', '[^']*', \{ name: '([\w-]+)'/g));
});

test("keys are those that the scripts listen to", () => {
  const actions = element["x-keys"].flatMap(({ keys }) => keys);
  const listed = new Set(actions.map(({ key }) => key));
  // The browser's own.
  listed.delete("Tab");
  const commands = matches(scripts, /shortcuts\.add\(\{ key: '([^']+)'|\[\{ key: '([^']+)'|, \{ key: '([^']+)'|const z = \{ key: '([^']+)'/g);
  const moves = matches(scripts.filter(({ path }) => path.endsWith("/keys.js")), /key [!=]== '([^']+)'|\b([A-Z]\w+): (?:index|last|0)\b/g);
  agree("keys", listed, [...commands, ...moves]);
});
