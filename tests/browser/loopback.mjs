// A server of a test's own, on an address of its own.
import { createServer } from "node:http";

export class Loopback {
  address = "";
  #server;

  /** @param {(request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse) => Promise<void>} answer */
  constructor(answer) {
    this.#server = createServer((request, response) => {
      answer(request, response).catch((error) => response.destroy(error));
    });
  }

  /** @returns {Promise<this>} */
  start() {
    return new Promise((resolve, reject) => {
      this.#server.on("error", reject);
      this.#server.listen(0, "127.0.0.1", () => {
        const address = this.#server.address();
        if (typeof address === "object" && address) this.address = `http://127.0.0.1:${address.port}`;
        resolve(this);
      });
    });
  }

  stop() {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

/**
 * What a browser has sent.
 *
 * @param {import("node:http").IncomingMessage} request
 */
export async function sent(request) {
  let text = "";
  for await (const part of request) text += part;
  return text;
}
