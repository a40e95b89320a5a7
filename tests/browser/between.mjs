// Stands between the browser and the site: counts what is asked for, and answers otherwise, slowly or not at all.
// Every one has an address of its own, and with it a cache of its own.
import { Loopback, sent } from "./loopback.mjs";

/** @typedef {{ status: number, headers: Record<string, string>, body: Buffer }} Answer */
/**
 * What is done to an answer. `pause` makes it arrive in sixteen parts, so many milliseconds apart.
 *
 * @typedef {(answer: Answer) => Partial<Answer> & { pause?: number }} Rule
 */

export class Between extends Loopback {
  /** @type {string[]} the paths that were asked for, without what follows a question mark */
  asked = [];
  /** @type {string[]} the paths whose answers the browser did not wait for */
  left = [];
  /** @type {string[]} what browsers have sent, such as reports of violations */
  sent = [];
  #to;
  /** @type {Map<string, Rule>} */
  #rules = new Map();

  /** @param {string} to  the site's address */
  constructor(to) {
    super((request, response) => this.#answer(request, response));
    this.#to = to;
  }

  /**
   * @param {string} path  a path, or `*` for every answer
   * @param {Rule} rule
   */
  on(path, rule) {
    this.#rules.set(path, rule);
    return this;
  }

  /** @param {string} path  whose answers are the site's own again */
  off(path) {
    this.#rules.delete(path);
  }

  /**
   * Serves a page of the test's own, with the site's policy; in sixteen parts where it is to pause between them.
   *
   * @param {string} path
   * @param {{ head?: string, body: string, pause?: number }} html
   */
  page(path, { head = '<script type="module" src="/en-face.js"></script>', body, pause }) {
    const text = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>test</title>
      <meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><link rel="stylesheet" href="/paper.css"><link rel="stylesheet" href="/reader.css">
      <script src="/test-script.js"></script>${head}</head><body><main><h1>test</h1>${body}</main></body></html>`;
    return this.on(path, ({ headers }) => ({
      status: 200,
      headers: { ...headers, "content-type": "text/html; charset=utf-8" },
      body: Buffer.from(text),
      ...(pause ? { pause } : {}),
    }));
  }

  /** How often a path was asked for. @param {string} path */
  count(path) {
    return this.asked.filter((asked) => asked === path).length;
  }

  /** @param {import("node:http").IncomingMessage} request @param {import("node:http").ServerResponse} response */
  async #answer(request, response) {
    const path = new URL(request.url ?? "/", this.address).pathname;
    this.asked.push(path);
    response.on("close", () => {
      if (!response.writableFinished) this.left.push(path);
    });
    if (request.method === "POST") {
      this.sent.push(await sent(request));
      response.writeHead(204).end();
      return;
    }
    const original = await fetch(this.#to + request.url);
    const kept = ["content-type", "content-security-policy", "cache-control", "x-content-type-options", "referrer-policy"];
    /** @type {Answer & { pause?: number }} */
    let answer = {
      status: original.status,
      headers: Object.fromEntries(kept.map((name) => [name, original.headers.get(name) ?? ""])),
      body: Buffer.from(await original.arrayBuffer()),
    };
    for (const key of ["*", path]) answer = { ...answer, ...this.#rules.get(key)?.(answer) };
    const { status, headers, body, pause } = answer;
    response.writeHead(status, { "content-length": body.length, ...headers });
    const part = pause ? Math.ceil(body.length / 16) : body.length;
    for (let at = 0; at < body.length && !response.destroyed; at += part) {
      response.write(body.subarray(at, at + part));
      if (pause) await new Promise((resolve) => setTimeout(resolve, pause));
    }
    response.end();
  }
}
