// Runs before a page's own scripts, in tests only, and keeps what goes wrong on the page for the test to read.
(() => {
  /** @type {string[]} */
  const log = [];
  Object.defineProperty(window, "enFaceTestLog", { value: log });
  addEventListener(
    "error",
    (event) => {
      const { target } = event;
      // A script, style or image that does not load has no message, only the element.
      const element = target instanceof Element ? `${target.localName} did not load: ${target.outerHTML}` : "";
      log.push(`error: ${element || event.message} ${event.filename ?? ""}:${event.lineno ?? ""}`);
    },
    true,
  );
  addEventListener("unhandledrejection", (event) => log.push(`unhandled rejection: ${event.reason?.stack ?? event.reason}`));
  document.addEventListener("securitypolicyviolation", (event) => {
    log.push(`policy violation: ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`);
  });
  // Overwrites the core's memory, so that its next call fails for real.
  addEventListener("en-face-test-break", async () => {
    const core = await import(String(new URL("/pkg/en_face.js", location.href)));
    const { memory } = await core.default();
    new Uint8Array(memory.buffer).fill(255);
    dispatchEvent(new Event("en-face-test-broken"));
  });
  const { error } = console;
  console.error = (...words) => {
    log.push(`console.error: ${words.map(String).join(" ")}`);
    error.apply(console, words);
  };
})();
