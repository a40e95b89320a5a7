// The command-line program, as a publisher runs it.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

const program = join(dirname(process.env.EN_FACE_XTASK ?? `${root}target/debug/xtask`), "en-face");
if (!existsSync(program)) throw new Error(`there is no ${program}: run \`cargo build\` first`);

/**
 * Runs en-face in the project's folder.
 *
 * @param {...string} args
 */
export function enFace(...args) {
  execFileSync(program, args, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
}
