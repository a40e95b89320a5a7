// The reader page opens, and breaks no rule of its own content-security policy.
import assert from "node:assert/strict";
import test from "node:test";
import { browser } from "./harness.mjs";
import { Reader } from "./reading.mjs";

const page = browser();

test("the page has a title and no problem", { timeout: 60_000 }, async () => {
  await page.open("/", { encoder: true });
  await new Reader(page).aligned();
  assert.notEqual(await page.driver.getTitle(), "");
  assert.deepEqual(await page.problems(), []);
});
