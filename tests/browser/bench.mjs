// How fast the encoder is in a browser: `cargo xtask bench --browser ENGINE`, or `node bench.mjs` in this folder after
// `cargo xtask build`. Loads the module and the encoder on the page's thread of the served site, as often as RUNS says,
// and encodes and links every sample page; prints medians in milliseconds and the most memory that the module held.
import { Page, engine } from "./harness.mjs";

const RUNS = 5;

/** Runs in the page, so it uses nothing from here. */
const measure = `
  const [runs, done] = arguments;
  const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
  (async () => {
    const core = await import("/pkg/en_face.js");
    const { memory } = await core.default();
    const { folders } = await (await fetch("/pages.json")).json();
    const bytes = new Uint8Array(await (await fetch("/encoder/zh-en.enface")).arrayBuffer());
    const start = () => performance.now();
    const idle = memory.buffer.byteLength;
    const loads = [], longest = [];
    let encoder;
    for (let run = 0; run < runs; run++) {
      encoder?.free();
      const from = start();
      const loader = new core.EncoderLoader(bytes);
      let most = 0;
      for (let ready = false; !ready; ) {
        const step = start();
        ready = loader.step();
        most = Math.max(most, start() - step);
      }
      encoder = loader.finish();
      loads.push(start() - from);
      longest.push(most);
    }
    const rows = [];
    for (const { path } of folders.flatMap(({ pages }) => pages)) {
      const page = new Uint8Array(await (await fetch("/" + path)).arrayBuffer());
      const format = path.endsWith(".md") ? "markdown" : "text";
      const encode = [], link = [];
      let sentences = 0, most = 0;
      for (let run = 0; run < runs; run++) {
        const reading = new core.Draft(page, { format }).read();
        sentences = reading.encode(encoder, 0);
        const from = start();
        for (let left = sentences; left > 0; ) {
          const step = start();
          left = reading.encode(encoder, 1);
          most = Math.max(most, start() - step);
        }
        encode.push(start() - from);
        const then = start();
        reading.align();
        link.push(start() - then);
        reading.free();
      }
      rows.push({ path, sentences, encode: median(encode), most, link: median(link) });
    }
    return { bytes: bytes.length, load: median(loads), step: median(longest), memory: memory.buffer.byteLength, idle, rows };
  })().then(done, (error) => done({ error: String(error?.stack ?? error) }));
`;

const page = new Page();
await page.start([]);
try {
  await page.open("/");
  await page.driver.manage().setTimeouts({ script: 120_000 });
  const found = await page.driver.executeAsyncScript(measure, RUNS);
  if (found.error) throw new Error(found.error);
  const ms = (/** @type {number} */ value) => value.toFixed(1).padStart(8);
  console.log(`${engine}, medians of ${RUNS}, milliseconds`);
  console.log(`${"from bytes to ready".padEnd(28)}${ms(found.load)}   longest step ${ms(found.step).trim()}`);
  const mib = (/** @type {number} */ value) => (value / 2 ** 20).toFixed(1);
  console.log(`memory of the module         ${mib(found.memory)} MiB at most, ${mib(found.idle)} before the encoder`);
  console.log(`${"page".padEnd(28)}${"pieces".padStart(8)}${"encode".padStart(8)}${"longest".padStart(8)}${"link".padStart(8)}`);
  for (const { path, sentences, encode, most, link } of found.rows) {
    console.log(`${path.padEnd(28)}${String(sentences).padStart(8)}${ms(encode)}${ms(most)}${ms(link)}`);
  }
} finally {
  await page.stop();
}
process.exit(0);
