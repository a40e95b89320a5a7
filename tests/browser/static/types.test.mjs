// The types that are published: the samples in ../../types compile and their wrong lines do not, with each framework and
// without any; and what is declared is what the manifest lists and what the element's own script has.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { element, fields, manifest, methods, names, root } from "../manifest.mjs";

const compiler = fileURLToPath(new URL("../node_modules/typescript/bin/tsc", import.meta.url));
const made = `${root}target/types/`;

/** What the browser calls, and nobody else. */
const CALLBACKS = ["connectedCallback", "disconnectedCallback", "connectedMoveCallback", "adoptedCallback", "attributeChangedCallback"];

/** What the compiler says of a project; nothing when all is well. @param {string} project @returns {Promise<string>} */
function compile(project) {
  return new Promise((resolve) => {
    execFile(process.execPath, [compiler, "--project", project], { cwd: root }, (error, output, errors) => resolve(output + errors || (error ? String(error) : "")));
  });
}

for (const [what, project] of [
  ["with React, Preact, Solid, Vue and Svelte", "tsconfig.json"],
  ["where none of them is installed", "tsconfig.plain.json"],
]) {
  test(`the samples compile ${what}`, async () => assert.equal(await compile(`${root}tests/types/${project}`), ""));
}

/** @param {string[]} all */
const union = (all) => all.map((name) => JSON.stringify(name)).join(" | ") || "never";

/** A line that only compiles where two types are the same. @param {string} one @param {string} other */
const same = (one, other) => `check<Same<${one}, ${other}>>(true);`;

test("they are those of the manifest and of the script", async () => {
  // What every element has is declared there.
  const own = [...fields.filter((field) => !field.static), ...methods.filter((method) => !method.inheritedFrom)];
  const lines = [
    `import type { ${exported().join(", ")} } from '../../www/en-face.js';`,
    `import type { EnFace as Script } from '../../www/component/element.js';`,
    `type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;`,
    `declare function check<T>(same: T): void;`,
    `declare const script: Script;`,
    `type Own<T> = Exclude<keyof T, keyof HTMLElement | ${union(CALLBACKS)}>;`,
    // The manifest lists what is declared, no more and no less.
    same("keyof EnFaceAttributes", union(names(element.attributes))),
    same("Own<EnFace>", union(names(own))),
    same("Exclude<keyof typeof EnFace, keyof typeof HTMLElement>", union(names(fields.filter((field) => field.static)))),
    same("keyof EnFaceEventMap", union(names(element.events))),
    // Of the same types.
    ...element.attributes.map(({ name, type }) => same(`EnFaceAttributes['${name}']`, `(${type?.text}) | undefined`)),
    ...fields.filter((field) => !field.static).map(({ name, type }) => same(`EnFace['${name}']`, String(type?.text))),
    ...methods.map((method) => same(`ReturnType<EnFace['${method.name}']>`, "return" in method ? String(method.return?.type?.text) : "void")),
    ...element.events.map(({ name, type }) => same(`EnFaceEventMap['${name}']`, type.text)),
    // What the script has of its own is declared so; what stands for an attribute is made when it runs.
    "const declared: Pick<EnFace, Own<Script>> = script;",
    `check<Same<Own<Script>, ${union(names(own.filter((member) => !("attribute" in member))))}>>(true);`,
  ];
  mkdirSync(made, { recursive: true });
  writeFileSync(`${made}manifest.ts`, `${lines.join("\n")}\n`);
  const compilerOptions = { rootDirs: ["../../www", "../site"], allowJs: true, checkJs: false, lib: ["es2023", "esnext.disposable", "dom", "dom.iterable"] };
  writeFileSync(`${made}tsconfig.json`, JSON.stringify({ extends: "../../tests/types/tsconfig.plain.json", compilerOptions, include: ["manifest.ts"] }));
  assert.equal(await compile(`${made}tsconfig.json`), "");
});

/** What the manifest's types may name. */
function exported() {
  const text = JSON.stringify(manifest);
  const details = ["Alignment", "Saved", "Ready", "Activation", "Correction", "Progress", "Failure", "Layout", "Regime", "Encoder"];
  return ["EnFace", "EnFaceAttributes", "EnFaceEventMap", ...details.filter((name) => text.includes(name))];
}
