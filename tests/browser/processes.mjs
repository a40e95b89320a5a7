// Child processes of a test file: started, waited for, and ended with all their descendants whatever happens.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** @typedef {import("node:child_process").ChildProcessWithoutNullStreams} Child */

/** @type {Set<Child>} */
const children = new Set();

/** Profiles and sockets of the browsers go here, so that none is left behind. */
const scratch = mkdtempSync(join(tmpdir(), "en-face-test-"));

/** A folder of this test file's own, removed at its end. */
export const scratchFolder = scratch;

/**
 * Starts a program; its output is kept, to be shown when it fails.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string | undefined>} [env]
 * @returns {{ child: Child, output: () => string }}
 */
export function start(program, args, env = {}) {
  const child = spawn(program, args, { env: { ...process.env, TMPDIR: scratch, ...env } });
  let text = "";
  const keep = (/** @type {Buffer} */ chunk) => {
    text = (text + chunk).slice(-20_000);
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  child.on("error", (error) => keep(Buffer.from(`cannot start ${program}: ${error.message}\n`)));
  child.on("exit", () => children.delete(child));
  children.add(child);
  return { child, output: () => text };
}

/**
 * Waits until `probe` gives something.
 *
 * @template T
 * @param {string} what  for the message
 * @param {() => T} probe  may be asynchronous
 * @param {{ seconds?: number, output?: () => string }} [options]
 * @returns {Promise<NonNullable<Exclude<Awaited<T>, false | "" | 0>>>}
 */
export async function until(what, probe, { seconds = 30, output = () => "" } = {}) {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    const found = await probe();
    if (found) return /** @type {NonNullable<Exclude<Awaited<T>, false | "" | 0>>} */ (found);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${what}: nothing after ${seconds} s\n${output()}`);
}

/** A port that is free now. @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/**
 * Ends a child and all that it started.
 *
 * @param {Child} child
 */
export function end(child) {
  if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
    const doomed = descendants(child.pid);
    signal(doomed, "SIGTERM");
    const limit = Date.now() + 3000;
    while (Date.now() < limit && doomed.some(isAlive)) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    }
    signal(doomed, "SIGKILL");
  }
  children.delete(child);
}

/** Ends everything that is still running, and removes what it wrote. */
export function endAll() {
  for (const child of [...children]) end(child);
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
}

/**
 * @param {number} root
 * @returns {number[]}
 */
function descendants(root) {
  const table = spawnSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" }).stdout ?? "";
  const pairs = table.trim().split("\n").map((line) => line.trim().split(/\s+/).map(Number));
  const found = [root];
  for (const parent of found) {
    for (const [pid, ppid] of pairs) if (ppid === parent) found.push(pid);
  }
  return found;
}

/**
 * @param {number[]} pids
 * @param {NodeJS.Signals} name
 */
function signal(pids, name) {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch {
      // It has ended already.
    }
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    // A child that has ended but is not yet waited for still has a number.
    const state = spawnSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" }).stdout ?? "";
    return state.trim() !== "" && !state.startsWith("Z");
  } catch {
    return false;
  }
}

process.on("exit", endAll);
for (const name of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
  process.on(name, () => process.exit(1));
}
