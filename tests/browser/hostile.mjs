// Page texts by somebody who means harm, or whose program has run wild: a name, a format, and a text for each of two languages.

/** What a browser would run if a text became markup, an address or a style: each calls the canary. */
export const MARKUP = [
  "<script>canary()</script>",
  "<img src=x onerror=canary()>",
  "<svg onload=canary()><animate onbegin=canary() attributeName=x dur=1s>",
  '<iframe srcdoc="<script>parent.canary()</script>"></iframe>',
  "<details open ontoggle=canary()>",
  "<a href=javascript:canary()>here</a>",
  "<form action=javascript:canary()><button>go</button></form>",
  "<base href=https://evil.invalid/><meta http-equiv=refresh content=0;url=javascript:canary()>",
  "<style>:host,body{display:none}</style><link rel=stylesheet href=https://evil.invalid/x.css>",
  "</script></style></textarea></title><script>canary()</script>",
  "<!-- --!> ]]> <![CDATA[ <script>canary()</script>",
  "<template><script>canary()</script></template><slot onslotchange=canary()>",
  "<en-face src=https://evil.invalid/x.txt></en-face>",
  "}</style> :host { display: none } @import 'https://evil.invalid/x.css';",
  "{{canary()}} ${canary()} <%= canary() %> javascript:canary()",
];

/** Addresses that must not become links. */
export const ADDRESSES = [
  "javascript:canary()",
  "JaVaScRiPt:canary()",
  " javascript:canary()",
  "java\tscript:canary()",
  "java\nscript:canary()",
  "\u0001javascript:canary()",
  "\u00a0javascript:canary()",
  "javascript&colon;canary()",
  "javascript://example.org/%0acanary()",
  "vbscript:canary()",
  "data:text/html,<script>canary()</script>",
  "data:text/html;base64,PHNjcmlwdD5jYW5hcnkoKTwvc2NyaXB0Pg==",
  "blob:https://example.org/x",
  "file:///etc/passwd",
  "about:blank",
  "//evil.invalid/x",
  "/relative",
  "https:",
  "https://example.org/\" onmouseover=\"canary()",
  "https://example.org/<script>canary()</script>",
  "https://example.org/\u0000x",
  "http\u200b://example.org/",
];

const ZH = "灯塔在2019年熄灭了。守塔人的孙女接过了钥匙。";
const EN = "The light went out in 2019. The keeper's granddaughter took the keys.";

/** A page with the four landmarks. @param {string} zh @param {string} en @param {{ titles?: string, source?: string, related?: string }} [head] */
export function pageOf(zh, en, { titles = "灯塔\nThe Light", source = "https://example.org/light", related = "另一座灯塔 2019-03-01" } = {}) {
  return `${titles}\n\n原始链接: ${source}\n\n${zh}\n\n相关文章\n${related}\n\n原文\n\n${en}\n`;
}

/** A link's address as Markdown may have it, in every way of writing it. @param {string} address */
const written = (address) => [`[x](${address})`, `[x](<${address}>)`, `<${address}>`, `![x](${address})`, `[x][y]\n\n[y]: ${address}\n`];
const coded = (/** @type {string} */ text) => [...text].map((one) => `&#${one.codePointAt(0)};`).join("");

/** A text with a NUL at its beginning is none. */
const NAMED = ADDRESSES.filter((address) => !address.includes("\0"));

/** @type {[name: string, format: "text" | "markdown", text: string][]} */
export const TEXTS = [
  ...MARKUP.flatMap((markup) =>
    /** @type {("text" | "markdown")[]} */ (["text", "markdown"]).map(
      (format) => /** @type {[string, "text" | "markdown", string]} */ ([
        `${format}: ${markup}`,
        format,
        pageOf(`${ZH}${markup}灯亮了。\n\n${markup}`, `${EN} ${markup} It shone.\n\n${markup}`, { titles: `灯塔${markup}\nThe Light ${markup}`, related: `塔${markup} 2019-03-01` }),
      ]),
    ),
  ),
  ["links", "markdown", pageOf(ZH, `${EN}\n\n${NAMED.flatMap(written).join("\n\n")}`)],
  ["links in entities", "markdown", pageOf(ZH, `${EN}\n\n${NAMED.map(coded).flatMap(written).join("\n\n")}`)],
  ...NAMED.map((address) => /** @type {[string, "text", string]} */ ([`source: ${address}`, "text", pageOf(ZH, EN, { source: address })])),
  ["half characters", "text", pageOf(`\ud800${ZH}\udfff`, `\udc00${EN}\ud83d`)],
  ["NUL and its kin", "text", pageOf(`${ZH}${"天".repeat(30_000)}\u0000\u0001\u0008\u001b[31m\u007f。`, `${EN} \u0000\u0085\ufffe\uffff\u{10ffff}`)],
  ["100,000 joiners", "text", pageOf(`灯${"\u200d".repeat(100_000)}塔。${ZH}`, `li${"\u200d".repeat(100_000)}ght. ${EN}`)],
  // Browsers take the square of their number of turns for these: 100,000 take Chromium half a minute, in any page.
  ["10,000 marks on one letter", "text", pageOf(`灯${"\u0300".repeat(10_000)}塔。${ZH}`, `a${"\u0301\u0323".repeat(5_000)}. ${EN}`)],
  ["a word of a megabyte", "text", pageOf(ZH, `${"x".repeat(1 << 20)} ${EN}`)],
  ["a word of 30,000 letters among Han letters", "text", pageOf(`${"x".repeat(30_000)}${ZH}`, EN)],
  ["10,000 quotes in each other", "markdown", pageOf(`${"> ".repeat(10_000)}${ZH}`, `${">".repeat(10_000)} ${EN}`)],
  ["4,000 brackets and stars", "markdown", pageOf(`${"[".repeat(4_000)}${ZH}`, `${"*_[".repeat(4_000)} ${EN} ${"](".repeat(4_000)}`)],
  ["400 lists in each other", "markdown", pageOf(ZH, Array.from({ length: 400 }, (_, depth) => `${"  ".repeat(depth)}- ${EN}`).join("\n"))],
  ["10,000 lists", "markdown", pageOf(ZH, `${"- ".repeat(10_000)}${EN}`)],
  ["a footnote that is its own", "markdown", pageOf(ZH, `${EN}[^1]\n\n[^1]: [^1]\n[^__proto__]: x\n`)],
  ["numbers without end", "text", pageOf(`${"9".repeat(5000)}亿，${ZH}`, `${"9".repeat(5000)} million ${"1,000".repeat(2000)}. ${EN}`)],
  ["names of properties", "text", pageOf("__proto__ constructor toString。灯塔。", "__proto__ constructor toString. hasOwnProperty.", { titles: "__proto__\n构造" })],
];

/** Bidirectional controls that are left open, or close what they have not opened. */
export const BIDI = {
  "right-to-left override": "\u202e",
  "right-to-left embedding": "\u202b",
  "right-to-left isolate": "\u2067",
  "an isolate's end, then an override": "\u2069\u202e",
  "an override in an override": "\u202d\u202e\u202c\u202e",
};

/**
 * What tests run in the page: whether there is anything in the component's text that is not the text's, its blocks' or a
 * link's. `canary` is what nobody may call.
 */
export const AUDIT = `
  window.canaries = 0;
  window.canary = () => (window.canaries += 1);
  const TAGS = new Set("section h2 h3 p ul li blockquote pre span a em strong s code aside time div sup mark".split(" "));
  const ATTRIBUTES = /^(part|class|id|lang|dir|role|tabindex|hidden|href|target|rel|datetime|style|data-[a-z-]+|aria-[a-z]+)$/;
  window.audit = (view) => {
    const found = [];
    for (const element of view.shadowRoot.querySelectorAll(".page *")) {
      // The drawings of tools.
      if (element.closest(".map, .ribbons, button")) continue;
      if (!TAGS.has(element.localName)) found.push("<" + element.localName + ">");
      for (const { name, value } of element.attributes) {
        if (!ATTRIBUTES.test(name) || (name === "style" && element.matches("[part~=sentence], [part~=sentence] *"))) found.push(element.localName + " " + name + "=" + value);
      }
      if (element.hasAttribute("href") && !["http:", "https:"].includes(element.protocol)) found.push(element.href);
    }
    if (canaries) found.push("the canary sang");
    if (document.querySelectorAll("script, style, iframe, base, meta, link, img").length !== window.before) found.push("something was added to the page");
    for (const name of ["polluted", "0", "text", "lang"]) if (name in {}) found.push("Object.prototype." + name);
    return found;
  };
  addEventListener("load", () => (window.before = document.querySelectorAll("script, style, iframe, base, meta, link, img").length));`;
