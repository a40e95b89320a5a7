// Pictures of every state for docs/screenshots and for looking at: `node screenshots.mjs` in this folder, after
// `cargo xtask build`. They go to target/screenshots/ENGINE/.
import { Key } from "selenium-webdriver";
import { Page } from "./harness.mjs";
import { Reader } from "./reading.mjs";

const page = new Page();
const reader = new Reader(page);
const settle = () => new Promise((resolve) => setTimeout(resolve, 500));

/** @type {[string, string, (links: import("./reading.mjs").Link[]) => Promise<void>][]} */
const states = [
  ["hover", "seeds/ceasefire.txt", async ([, , link]) => reader.point(await reader.sentence(0, link.left[0]))],
  ["parallel", "seeds/night-trains.txt", async (links) => reader.point(await reader.sentence(0, links[3].left[0]))],
  ["markdown", "seeds/tidal-lab.md", async ([, link]) => reader.point(await reader.sentence(0, link.left[0]))],
  [
    "peek",
    "seeds/ceasefire.txt",
    async (links) => {
      const far = links[links.length - 2];
      await page.driver.executeScript("arguments[0].focus()", await reader.sentence(0, far.left[0]));
      await reader.press(Key.ENTER);
    },
  ],
  [
    "check",
    "seeds/kitchen-thread.txt",
    async () => {
      const [marked] = await reader.places("check");
      await page.driver.executeScript("arguments[0].focus()", await page.shadow(`#s${marked}`));
    },
  ],
  ["menu", "seeds/old-maps.md", async () => (await page.find("#pages-button")).click()],
];

await page.start([]);
try {
  for (const dark of [false, true]) {
    for (const width of [375, 768, 1440]) {
      const height = width === 375 ? 760 : 900;
      const tag = `${width}-${dark ? "dark" : "light"}`;
      await page.open("/");
      await page.setDark(dark);
      await page.resize(width, height);
      for (const [name, path, act] of states) {
        const { links } = await reader.read(path);
        await act(links);
        await settle();
        console.log(await page.screenshot(`${name}-${tag}`, { width, height, dark }));
      }
      await page.open("/?page=seeds/nowhere.txt");
      await page.shadow(".status .code");
      await settle();
      console.log(await page.screenshot(`error-${tag}`, { width, height, dark }));
    }
  }
} finally {
  await page.stop();
}
process.exit(0);
