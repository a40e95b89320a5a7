// The three engines: how each driver is started, and what each needs to be told.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { freePort, scratchFolder, start, until } from "./processes.mjs";

/** @typedef {"chromium" | "firefox" | "webkit"} Engine */

/** The engine that this run tests. */
export const engine = engineFrom(process.env.EN_FACE_BROWSER ?? "chromium");

/**
 * Starts the engine's driver.
 *
 * @param {{ dark: boolean }} options  WebKitGTK learns only at its start that the desktop is dark
 * @returns {Promise<{ child: import("./processes.mjs").Child, address: string }>}
 */
export async function startDriver({ dark }) {
  const port = await freePort();
  const { program, args, env } = driverCommand(port, dark);
  const { child, output } = start(program, args, env);
  const address = `http://127.0.0.1:${port}`;
  await until(
    `the driver ${program}`,
    async () => {
      if (child.exitCode !== null) throw new Error(`${program} ended\n${output()}`);
      return fetch(`${address}/status`).then(
        (answer) => answer.ok,
        () => false,
      );
    },
    { output },
  );
  return { child, address };
}

/**
 * What a new session asks for.
 *
 * @returns {Record<string, unknown>}
 */
export function capabilities() {
  const program = process.env.EN_FACE_BROWSER_PROGRAM;
  switch (engine) {
    case "chromium": {
      const args = [
        "--headless=new",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // Root has no sandbox of Chromium's; containers have little shared memory.
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-dev-shm-usage",
      ];
      return { browserName: "chrome", "goog:chromeOptions": { args, ...(program && { binary: program }) } };
    }
    case "firefox":
      return {
        browserName: "firefox",
        "moz:firefoxOptions": {
          args: ["-headless"],
          prefs: {
            // Scrollbars over the page, as the other two have them here: a viewport's width is then the page's.
            "ui.useOverlayScrollbars": 1,
            "widget.gtk.overlay-scrollbars.enabled": true,
            // A page on disk may not read what lies beside it. Its driver takes that from Firefox.
            "security.fileuri.strict_origin_policy": true,
          },
          ...(program && { binary: program }),
        },
      };
    case "webkit":
      return process.platform === "darwin" ? { browserName: "safari" } : { browserName: "MiniBrowser" };
  }
}

/**
 * @param {number} port
 * @param {boolean} dark
 * @returns {{ program: string, args: string[], env: Record<string, string> }}
 */
function driverCommand(port, dark) {
  switch (engine) {
    case "chromium":
      return { program: driver("chromedriver"), args: [`--port=${port}`], env: {} };
    case "firefox":
      // System access lets a test switch the dark mode through a preference.
      return {
        program: driver("geckodriver"),
        args: ["--port", `${port}`, "--websocket-port", "0", "--allow-system-access"],
        env: {},
      };
    case "webkit":
      if (process.platform === "darwin") return { program: driver("safaridriver"), args: ["-p", `${port}`], env: {} };
      return {
        program: "xvfb-run",
        // A display of its own number: two that look for a free one at the same time may find the same.
        // The display's own pointer rests in the middle of the screen: see `restPointer`.
        args: ["-n", `${port}`, "-s", "-screen 0 3840x2880x24", driver("WebKitWebDriver"), `--port=${port}`],
        env: { XDG_CONFIG_HOME: smallToolbar(), ...(dark && { GTK_THEME: "Adwaita:dark" }) },
      };
  }
}

/**
 * Puts WebKitGTK's window where the display's own pointer lies on its toolbar. Over the page it would tell of itself now and
 * then, and light a sentence there, between what the driver's pointer does; outside of the window nothing in there has the focus.
 *
 * @param {import("selenium-webdriver").WebDriver} driver
 */
export async function restPointer(driver) {
  if (engine === "webkit" && process.platform !== "darwin") await driver.manage().window().setRect({ x: 1800, y: 1430 });
}

/**
 * A configuration folder in which the test browser's toolbar takes next to no room: else a window has 450 pixels.
 */
function smallToolbar() {
  const folder = join(scratchFolder, "config");
  mkdirSync(join(folder, "gtk-3.0"), { recursive: true });
  const rules = "* { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; font-size: 2px; }";
  writeFileSync(join(folder, "gtk-3.0", "gtk.css"), `${rules} image { -gtk-icon-transform: scale(0.1); }`);
  return folder;
}

/**
 * The driver that `cargo xtask test` names; by hand, the one on PATH or in the cache folder.
 *
 * @param {string} name
 */
function driver(name) {
  const folders = [
    ...(process.env.PATH ?? "").split(delimiter),
    join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "en-face", "bin"),
  ];
  const found = process.env.EN_FACE_DRIVER ?? folders.map((folder) => join(folder, name)).find(existsSync);
  if (!found) throw new Error(`${name} is missing: run \`cargo xtask setup\``);
  return found;
}

/**
 * @param {string} name
 * @returns {Engine}
 */
function engineFrom(name) {
  if (name === "chromium" || name === "firefox" || name === "webkit") return name;
  throw new Error(`EN_FACE_BROWSER is \`${name}\`: set it to chromium, firefox or webkit`);
}
