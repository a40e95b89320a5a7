// What the documentation says of errors is what the component says, and its live examples' files fit each other.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { fingerprint } from "../../../www/component/tools/correct/corrected-pages.js";

// By its address: its types lead to all of the component, which is checked for browsers, not for Node.js.
/** @type {{ WORDS: { errors: Record<string, [message: string, remedy: string]> } }} */
const { WORDS } = await import(String(new URL("../../../www/component/words/en-errors.js", import.meta.url)));

const docs = fileURLToPath(new URL("../../../docs/", import.meta.url));
const BEGIN = "<!-- errors -->\n";
const END = "<!-- end of errors -->\n";

/** The table of errors, from the words of the interface. */
function errors() {
  const rows = Object.entries(WORDS.errors).map(([code, [message, remedy]]) => `| \`${code}\` | ${message} | ${remedy} |`);
  return ["", "| code | what is said | the remedy |", "| --- | --- | --- |", ...rows, "", ""].join("\n");
}

test("the table of errors has the component's words: EN_FACE_WRITE=1 makes it anew", () => {
  const file = `${docs}reference.md`;
  const page = readFileSync(file, "utf8");
  const [from, to] = [page.indexOf(BEGIN) + BEGIN.length, page.indexOf(END)];
  assert.ok(from < to, "reference.md has no place for the errors");
  const table = errors();
  if (process.env.EN_FACE_WRITE) writeFileSync(file, page.slice(0, from) + table + page.slice(to));
  else assert.equal(page.slice(from, to), table);
});

test("the corrections of the gallery are of the text that it shows", () => {
  const read = (/** @type {string} */ name) => JSON.parse(readFileSync(`${docs}live/${name}`, "utf8"));
  assert.equal(read("library-hours.corrections.json").texts, fingerprint(read("library-hours.json")));
});
