// The reader's site for a test: `xtask serve`, and a listener that browsers report policy violations to.
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { end, start, until } from "./processes.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A running site. `reports` grows with every violation, also one in a worker. */
export class Site {
  /** @type {string[]} */
  reports = [];
  address = "";
  /** @type {import("node:http").Server | undefined} */
  #listener;
  /** @type {import("./processes.mjs").Child | undefined} */
  #child;

  /**
   * Serves `target/site`, or takes the site that EN_FACE_SITE names.
   *
   * @param {string[]} [args]  further arguments for `xtask serve`, such as `--pages` with a folder
   */
  async start(args = []) {
    const given = process.env.EN_FACE_SITE;
    if (given) {
      this.address = given.replace(/\/$/, "");
      return;
    }
    const xtask = process.env.EN_FACE_XTASK ?? `${root}target/debug/xtask`;
    if (!existsSync(xtask)) throw new Error(`there is no ${xtask}: run \`cargo xtask build\`, or set EN_FACE_XTASK`);
    const port = await this.#listen();
    const script = fileURLToPath(new URL("page-log.js", import.meta.url));
    const { child, output } = start(xtask, [
      ...["serve", "--no-build", "--no-open", "--until-stdin-ends", "--port", "0"],
      ...["--csp-report", `http://127.0.0.1:${port}/`, "--test-script", script],
      ...args,
    ]);
    this.#child = child;
    this.address = await until("the site's address", () => /http:\/\/127\.0\.0\.1:\d+/.exec(output())?.[0], { output });
  }

  stop() {
    this.#listener?.close();
    this.#listener?.closeAllConnections();
    if (this.#child) end(this.#child);
  }

  /** @returns {Promise<number>} */
  #listen() {
    const listener = createServer((request, answer) => {
      let text = "";
      request.on("data", (chunk) => (text += chunk));
      request.on("end", () => {
        this.reports.push(`policy violation: ${text}`);
        answer.writeHead(204).end();
      });
    });
    this.#listener = listener;
    return new Promise((resolve, reject) => {
      listener.on("error", reject);
      listener.listen(0, "127.0.0.1", () => {
        const address = listener.address();
        resolve(typeof address === "object" && address ? address.port : 0);
      });
    });
  }
}
