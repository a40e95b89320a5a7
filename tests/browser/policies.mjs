// The matrix of security policies: a page of the test's own under given headers, the component from its origin or from
// another, and what came of it.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { Between } from "./between.mjs";
import { until } from "./processes.mjs";

/** @typedef {import("./harness.mjs").Page} Page */
/** @typedef {Record<string, string | null>} Directives what each directive of a policy says; null for one that is left out */
/** @typedef {{ id: string, type: string, detail: any }} Told */

/** The policy that README names, and nothing besides: what it does not name is forbidden. @type {Directives} */
export const STRICT = {
  "default-src": "'none'",
  "script-src": "'self' 'wasm-unsafe-eval'",
  "worker-src": "'self'",
  "style-src": "'self'",
  "connect-src": "'self'",
  // Not the component's: browsers ask for the site's icon.
  "img-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
  "require-trusted-types-for": "'script'",
  "trusted-types": "en-face",
};

/** The component with a page of some hundred words; what stands inside is for who cannot run it. */
export const ONE = '<en-face id="a" src="/seeds/ceasefire.txt"><p id="fallback">Both texts stand here.</p></en-face>';
export const SCRIPT = '<script type="module" src="/en-face.js"></script>';

const FINISHED = {
  version: 1,
  page: {},
  regime: "summary",
  sides: [
    { lang: "zh", blocks: [{ kind: "paragraph", sentences: [0, 1] }], sentences: [{ text: "灯塔熄灭了。", start: 0, end: 6 }] },
    { lang: "en", blocks: [{ kind: "paragraph", sentences: [0, 1] }], sentences: [{ text: "The light went out.", start: 8, end: 27 }] },
  ],
  links: [{ left: [0], right: [0], best: [0, 0], score: 0.9 }],
};
/** A finished alignment as a page holds it. */
export const INLINE = `<script type="application/json">${JSON.stringify(FINISHED)}</script>`;

/** With this a server hands its files to pages of any origin, as a network for their delivery does. */
export const ANY_ORIGIN = { "access-control-allow-origin": "*" };

/** @param {string} path in the site that was built */
export const built = (path) => readFileSync(new URL(`../../target/site/${path}`, import.meta.url));

/** What a browser compares a file with. @param {Buffer | string} bytes */
export const integrity = (bytes) => `sha384-${createHash("sha384").update(bytes).digest("base64")}`;

/** @param {Directives} directives */
export function policyOf(directives) {
  return Object.entries(directives)
    .filter(([, sources]) => sources !== null)
    .map(([name, sources]) => `${name} ${sources}`.trim())
    .join("; ");
}

/** A page's own origin, and one that the component may come from. */
export class Matrix {
  #page;

  /** @param {Page} page */
  constructor(page) {
    this.#page = page;
    this.own = new Between(page.site.address);
    this.cdn = new Between(page.site.address);
  }

  async start() {
    await this.own.start();
    await this.cdn.start();
    return this;
  }

  stop() {
    this.own.stop();
    this.cdn.stop();
  }

  /**
   * Opens a page under a policy. Every answer of its origin has the policy and the headers, and no other of the site's.
   *
   * @param {object} given
   * @param {Directives} [given.policy]
   * @param {Record<string, string>} [given.headers]
   * @param {string} [given.head]
   * @param {string} [given.body]
   * @param {boolean} [given.encoder] whether the component may ask for its encoder
   */
  async open({ policy = {}, headers = {}, head = SCRIPT, body = ONE, encoder = false }) {
    const csp = policyOf({ ...policy, ...(Object.keys(policy).length && { "report-uri": `${this.own.address}/reports` }) });
    const cached = "no-cache";
    this.own.on("*", (answer) => ({
      headers: { "content-type": answer.headers["content-type"], "cache-control": cached, ...(csp && { "content-security-policy": csp }), ...headers },
    }));
    this.own.page("/page.html", { head, body: encoder ? body : body.replaceAll("<en-face", '<en-face encoder="none"') });
    this.own.sent.length = 0;
    await this.#page.driver.get(`${this.own.address}/page.html`);
  }

  /** @param {string} script @param {...unknown} args @returns {Promise<any>} */
  run(script, ...args) {
    return this.#page.driver.executeScript(script, ...args);
  }

  /** What a component has told by a kind of event. @param {string} type @param {string} [id] @returns {Promise<Told[]>} */
  told(type, id = "a") {
    const script = "return (window.enFaceTestEvents ?? []).filter((event) => event.type === arguments[0] && event.id === arguments[1])";
    return this.run(script, type, id);
  }

  /** How many workers the page has asked for. @returns {Promise<number>} */
  workers() {
    return this.run("return window.enFaceTestWorkers.started");
  }

  /**
   * The component reads: text, links for so many times, and light under the pointer.
   *
   * @param {{ times?: number, id?: string }} [options]
   */
  async works({ times = 1, id = "a" } = {}) {
    const linked = async () => {
      assert.deepEqual(await this.told("error", id), []);
      return (await this.told("aligned", id)).length >= times;
    };
    await until("links", linked, { seconds: 45 });
    const host = `#${id}`;
    const [link] = await this.run("return document.querySelector(arguments[0]).alignment.links", host);
    const sentence = await this.#page.shadow(`#s0-${link.left[0]}`, { host });
    await this.run("arguments[0].scrollIntoView({ block: 'center' })", sentence);
    // A pointer that is there already, from the page before, does not move.
    await this.#page.driver.actions().move({ x: 1, y: 1 }).move({ origin: sentence }).perform();
    const lit = "return [...document.querySelector(arguments[0]).shadowRoot.querySelectorAll('[part~=counterpart]')].map((one) => Number(one.dataset.index))";
    await until("light", async () => (await this.run(lit, host)).join() === link.right.join(), { seconds: 5 });
  }

  /**
   * The component says what keeps it from reading.
   *
   * @param {string} code
   * @param {RegExp} remedy a word that the remedy must have, in English or Chinese
   */
  async fails(code, remedy) {
    const found = () => this.told("error");
    const [{ detail }] = await until(`the error ${code}`, async () => (await found()).length && found(), { seconds: 30 });
    assert.equal(detail.code, code, JSON.stringify(detail));
    assert.match(detail.remedy, remedy);
    const shown = await until("the message", () => this.run("return document.querySelector('#a').shadowRoot.querySelector('.status')?.textContent"), { seconds: 5 });
    for (const said of [detail.message, detail.remedy, code]) assert.ok(String(shown).includes(said), String(shown));
  }

  /** The component is not there at all: what stands inside it is read instead. */
  async isAbsent() {
    await until("the page", () => this.run("return document.readyState === 'complete'"), { seconds: 20 });
    assert.equal(await this.run("return customElements.get('en-face') === undefined"), true);
    assert.ok(await this.#page.driver.findElement({ css: "#fallback" }).isDisplayed());
    assert.equal((await this.#page.shadowAll("*")).length, 0);
  }


  /**
   * Which directives the browser has reported as violated, each once, sorted; also by a worker.
   *
   * @returns {Promise<string[]>}
   */
  async violations() {
    // Reports travel on their own.
    await new Promise((resolve) => setTimeout(resolve, 300));
    const log = /** @type {string[]} */ (await this.run("return window.enFaceTestLog ?? []"));
    const inPage = log.flatMap((line) => /^policy violation: (\S+)/.exec(line)?.[1] ?? []);
    const reported = this.own.sent.map((text) => {
      const report = JSON.parse(text)["csp-report"];
      return String(report["effective-directive"] ?? report["violated-directive"]).split(" ")[0];
    });
    return [...new Set([...inPage, ...reported])].sort();
  }
}
