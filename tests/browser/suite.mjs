// Runs test files in one engine, two at a time, and prints what node's runner says of each:
//
//     node suite.mjs AT_A_TIME FILE…
//
// Each of those that run at the same time has one browser, which its files use one after the other: to start Firefox takes
// four seconds of a processor, and there are some fifty files. After a file that failed the next one gets a new browser.
import { spawn } from "node:child_process";
import { statSync } from "node:fs";
import { basename } from "node:path";
import { Emulation } from "./emulate.mjs";
import { engine } from "./engines.mjs";
import { endAll } from "./processes.mjs";
import { Session } from "./session.mjs";

const [atATime, ...files] = process.argv.slice(2);
/** WebKitGTK starts at once, cannot be made like new, and its process for the page crashes now and then. */
const isLent = engine !== "webkit";
/** The long ones first, so that none is left alone at the end. */
const left = files.toSorted((one, other) => statSync(other).size - statSync(one).size);

/** A browser as a file finds it. @param {Session | undefined} used */
async function likeNew(used) {
  if (used) {
    try {
      await new Emulation(used.driver, used.address).tidy();
      return used;
    } catch {
      await used.stop().catch(() => {});
    }
  }
  return Session.start({ dark: false });
}

/** Runs a file; tells whether it went well. @param {string} file @param {string} [ticket] @returns {Promise<boolean>} */
function run(file, ticket) {
  return new Promise((resolve) => {
    const env = { ...process.env, EN_FACE_SESSION: ticket };
    const child = spawn(process.execPath, ["--test-reporter=spec", file], { env, stdio: ["ignore", "pipe", "pipe"] });
    let text = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (text += chunk));
    child.on("close", (code) => {
      const failed = code !== 0;
      // What ends before its tests do says nothing of them.
      const lost = failed && !/^test at /m.test(text) ? `✖ ${basename(file)} ended with ${code}\ntest at ${file}:1:1\n` : "";
      console.log(`${basename(file)}\n${text}${lost}`);
      resolve(!failed);
    });
  });
}

async function lane() {
  /** @type {Session | undefined} */
  let session;
  for (let file = left.shift(); file; file = left.shift()) {
    if (isLent) session = await likeNew(session);
    if (await run(file, await session?.ticket())) continue;
    process.exitCode = 1;
    await session?.stop().catch(() => {});
    session = undefined;
  }
  await session?.stop();
}

try {
  await Promise.all(Array.from({ length: Number(atATime) }, lane));
} finally {
  endAll();
}
