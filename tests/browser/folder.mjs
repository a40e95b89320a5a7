// A folder on an address of its own, with the headers of whoever publishes it; it keeps what browsers report.
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Loopback, sent } from "./loopback.mjs";

/** @type {Record<string, string>} */
const TYPES = {
  html: "text/html; charset=utf-8",
  css: "text/css",
  js: "text/javascript",
  json: "application/json",
  tmx: "application/x-tmx+xml",
};

export class Folder extends Loopback {
  /** Which directives browsers have reported as violated. @type {string[]} */
  violated = [];
  /** @type {string[]} the paths that were asked for */
  asked = [];

  /** @param {string} path @param {string} [policy] what every answer has as its content-security policy */
  constructor(path, policy = "") {
    super(async (request, response) => {
      if (request.method === "POST") {
        const report = JSON.parse(await sent(request))["csp-report"];
        this.violated.push(`${report["effective-directive"] ?? report["violated-directive"]} ${report["blocked-uri"]}`);
        response.writeHead(204).end();
        return;
      }
      const asked = decodeURIComponent(new URL(request.url ?? "/", "http://folder").pathname);
      this.asked.push(asked);
      const file = join(path, asked.endsWith("/") ? `${asked}index.html` : asked);
      if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
        response.writeHead(404).end();
        return;
      }
      const type = TYPES[file.slice(file.lastIndexOf(".") + 1)] ?? "application/octet-stream";
      const policies = policy && { "content-security-policy": `${policy}; report-uri /reports` };
      response.writeHead(200, { "content-type": type, "x-content-type-options": "nosniff", ...policies });
      response.end(readFileSync(file));
    });
  }
}
