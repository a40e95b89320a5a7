// A browser with its driver: started for a test file, or lent to one by suite.mjs, which keeps it for the next.
import { createRequire } from "node:module";
import { Builder, Capabilities, Session as Id, WebDriver } from "selenium-webdriver";
import { capabilities, restPointer, startDriver } from "./engines.mjs";
import { end } from "./processes.mjs";

/** @type {typeof import("selenium-webdriver/http.js")} a folder, which only `require` takes */
const { Executor, HttpClient } = createRequire(import.meta.url)("selenium-webdriver/http");

/** @typedef {Awaited<ReturnType<typeof startDriver>>} Process */

export class Session {
  /** Selenium's driver. */
  driver;
  /** The WebDriver's. */
  address;
  #process;

  /** @param {WebDriver} driver @param {string} address @param {Process} [process]  what ends with it */
  constructor(driver, address, process) {
    this.driver = driver;
    this.address = address;
    this.#process = process;
  }

  /** @param {{ dark: boolean }} options */
  static async start(options) {
    const process = await startDriver(options);
    try {
      const driver = await new Builder().usingServer(process.address).withCapabilities(new Capabilities(capabilities())).build();
      await restPointer(driver);
      return new Session(driver, process.address, process);
    } catch (error) {
      end(process.child);
      throw error;
    }
  }

  /** The one that is lent to this process, if one is. */
  static lent() {
    const [address, id] = process.env.EN_FACE_SESSION?.split(" ") ?? [];
    return address ? new Session(new WebDriver(new Id(id, {}), new Executor(new HttpClient(address))), address) : undefined;
  }

  /** What another process takes with `lent`. */
  async ticket() {
    return `${this.address} ${(await this.driver.getSession()).getId()}`;
  }

  /** Ends it; one that is lent goes on. */
  async stop() {
    if (!this.#process) return;
    try {
      await this.driver.quit();
    } finally {
      end(this.#process.child);
    }
  }
}
