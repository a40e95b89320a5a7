// `cargo xtask serve`: it opens the reader in a browser by itself, unless told otherwise, and an address of a folder gets its slash.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after } from "node:test";
import { fileURLToPath } from "node:url";
import { end, endAll, scratchFolder, start, until } from "../processes.mjs";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const xtask = process.env.EN_FACE_XTASK ?? `${root}target/debug/xtask`;
const options = { timeout: 60_000, skip: process.platform === "win32" && "the opener is a part of the system there" };
const opened = join(scratchFolder, "opened");

/** What a system has to open addresses with: here, who writes them down. */
const openers = join(scratchFolder, "openers");
mkdirSync(openers);
for (const name of ["xdg-open", "open"]) writeFileSync(join(openers, name), `#!/bin/sh\necho "$1" >> ${opened}\n`, { mode: 0o755 });

after(endAll);

/** Serves what is built; gives the address that it prints. @param {Record<string, string>} env @param {...string} args */
async function serve(env, ...args) {
  const path = `${openers}:${process.env.PATH}`;
  const { child, output } = start(xtask, ["serve", "--no-build", "--until-stdin-ends", "--port", "0", ...args], { CI: "", PATH: path, ...env });
  const address = await until("the address", () => /http:\/\/127\.0\.0\.1:\d+\//.exec(output())?.[0], { output });
  return { address, stop: () => end(child) };
}

test("the reader opens in a browser", options, async () => {
  const { address, stop } = await serve({});
  await until("the browser", () => existsSync(opened) && readFileSync(opened, "utf8").endsWith("\n"));
  assert.equal(readFileSync(opened, "utf8"), `${address}\n`);
  stop();
});

test("no browser opens where none is wanted, nor where CI is set; a folder's address gets its slash", options, async () => {
  writeFileSync(opened, "");
  for (const [env, ...args] of /** @type {[Record<string, string>, ...string[]][]} */ ([[{}, "--no-open"], [{ CI: "true" }]])) {
    const { address, stop } = await serve(env, ...args);
    // It would have been opened before the first answer.
    const answer = await fetch(`${address}docs?a=b`);
    assert.deepEqual([answer.status, answer.url], [200, `${address}docs/?a=b`]);
    assert.equal((await fetch(`${address}none`)).status, 404);
    stop();
  }
  assert.equal(readFileSync(opened, "utf8"), "");
});
