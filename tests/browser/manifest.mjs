// What www/custom-elements.json says of <en-face>, for the tests that compare it with the code and with the running element.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** @typedef {import("custom-elements-manifest").CustomElementDeclaration} CustomElementDeclaration */
/** @typedef {import("custom-elements-manifest").CustomElementField} Field */
/** @typedef {{ key: string, command?: boolean, shift?: boolean }} Key */
/** @typedef {{ does: string, keys: Key[], mouse?: string, touch?: string, when?: string }} Action */
/**
 * What the schema has no field for.
 *
 * @typedef {{ "x-keys": Action[], "x-highlights": { name: string, summary: string }[] }} Extension
 */

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** @type {import("custom-elements-manifest").Package} */
export const manifest = JSON.parse(readFileSync(`${root}www/custom-elements.json`, "utf8"));

/** The element's own entry. */
export const element = /** @type {Required<CustomElementDeclaration> & Extension} */ (
  manifest.modules.flatMap(({ declarations = [] }) => declarations).find((one) => "tagName" in one && one.tagName === "en-face")
);

/** What instances and the class have, without what stands for an attribute. */
export const fields = /** @type {Field[]} */ (element.members.filter(({ kind }) => kind === "field"));
export const methods = /** @type {import("custom-elements-manifest").ClassMethod[]} */ (element.members.filter(({ kind }) => kind === "method"));

/** @param {{ name: string }[]} entries */
export const names = (entries) => entries.map(({ name }) => name);

/**
 * Compares what stands in the manifest with what was found elsewhere, in both directions.
 *
 * @param {string} what
 * @param {Iterable<string>} listed
 * @param {Iterable<string>} found
 */
export function agree(what, listed, found) {
  const [has, is] = [[...listed].sort(), new Set(found)];
  assert.deepEqual(has, [...new Set(has)], `${what}: listed twice`);
  const missing = [...is].filter((name) => !has.includes(name)).sort();
  const stale = has.filter((name) => !is.has(name));
  assert.deepEqual({ missing, stale }, { missing: [], stale: [] }, `${what}: custom-elements.json and the code disagree`);
}

/**
 * The files of a folder whose names end so, with their texts; comments of scripts are left out, for they may speak of anything.
 *
 * @param {string} folder  from the repository's root
 * @param {string} ending
 * @returns {{ path: string, text: string }[]}
 */
export function sources(folder, ending) {
  const all = readdirSync(`${root}${folder}`, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(ending));
  assert.ok(all.length, `no ${ending} in ${folder}`);
  return all.sort().map((path) => ({ path: `${folder}/${path}`, text: uncommented(readFileSync(`${root}${folder}/${path}`, "utf8"), ending) }));
}

/** @param {string} text @param {string} ending */
function uncommented(text, ending) {
  const blocks = text.replace(/\/\*[\s\S]*?\*\//g, "");
  return ending === ".css" ? blocks : blocks.replace(/^\s*\/\/.*$/gm, "");
}

/**
 * What a pattern's groups match in sources: every group of every match.
 *
 * @param {{ text: string }[]} files
 * @param {RegExp} pattern
 */
export function matches(files, pattern) {
  return new Set(files.flatMap(({ text }) => [...text.matchAll(pattern)].flatMap((match) => match.slice(1).filter(Boolean))));
}
