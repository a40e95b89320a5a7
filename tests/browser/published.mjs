// Serves the projects that use the npm package, as a site would: under a strict policy, which also knows the pages' import maps.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { Loopback, sent } from "./loopback.mjs";

const folder = fileURLToPath(new URL("../../target/scratch/packages/", import.meta.url));
const log = fileURLToPath(new URL("page-log.js", import.meta.url));

if (!existsSync(join(folder, "dist"))) throw new Error(`there is no ${folder}dist: run \`cargo xtask test package\` first`);

/** Where the first part of a path leads. @type {Record<string, string>} */
const PLACES = { plain: "apps/plain", node_modules: "node_modules", pages: "public/pages", "short.json": "public/short.json" };

/** @type {Record<string, string>} */
const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".md": "text/plain; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};

const POLICY = [
  "default-src 'none'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "style-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "report-uri /report",
];

export class Published extends Loopback {
  /** @type {string[]} the paths that were asked for */
  asked = [];

  /** @param {string[]} reports  gets what browsers report of the policy */
  constructor(reports) {
    super(async (request, response) => {
      const path = new URL(request.url ?? "/", this.address).pathname;
      if (path === "/report") {
        reports.push(`policy violation: ${await sent(request)}`);
        response.writeHead(204).end();
        return;
      }
      this.asked.push(path);
      const { status, headers, body } = answer(path);
      response.writeHead(status, { "cache-control": "no-cache", "x-content-type-options": "nosniff", ...headers }).end(body);
    });
  }
}

/** @param {string} path @returns {{ status: number, headers: Record<string, string>, body: Buffer | string }} */
function answer(path) {
  if (path === "/test-script.js") return { status: 200, headers: { "content-type": TYPES[".js"] }, body: readFileSync(log) };
  // A browser asks for it by itself.
  if (path === "/favicon.ico") return { status: 200, headers: { "content-type": "image/x-icon" }, body: "" };
  const [first, ...rest] = normalize(path).slice(1).split("/");
  let file = join(folder, PLACES[first] ?? join("dist", first), ...rest);
  if (path.endsWith("/")) file = join(file, "index.html");
  if (!file.startsWith(folder) || !existsSync(file) || !statSync(file).isFile()) {
    return { status: 404, headers: { "content-type": "text/plain" }, body: "not found" };
  }
  const type = TYPES[extname(file)] ?? "application/octet-stream";
  let body = readFileSync(file);
  let maps = "";
  if (type === TYPES[".html"]) {
    const page = body.toString().replace("<head>", '<head><script src="/test-script.js"></script>');
    maps = [...page.matchAll(/<script type="importmap">(.*?)<\/script>/gs)].map(([, map]) => ` 'sha256-${createHash("sha256").update(map).digest("base64")}'`).join("");
    body = Buffer.from(page);
  }
  // webpack's own loader makes addresses of scripts, and has a policy for them.
  const types = `trusted-types en-face${first === "webpack" ? " webpack" : ""}`;
  const policy = [...POLICY, types, `script-src 'self' 'wasm-unsafe-eval'${maps}`].join("; ");
  return { status: 200, headers: { "content-type": type, "content-security-policy": policy }, body };
}

/** The files that an app publishes, by their paths. @param {string} app */
export function dist(app) {
  return join(folder, "dist", app);
}

/** Where the projects are. */
export const projects = folder;
