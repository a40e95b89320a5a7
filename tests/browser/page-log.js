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
  // Overwrites a core's memory, so that its next call fails for real: the first one's, or that of the one that replaces it.
  addEventListener("en-face-test-break", async (event) => {
    const which = event instanceof CustomEvent ? event.detail : "";
    const core = await import(String(new URL(`/pkg/en_face.js${which}`, location.href)));
    const { memory } = await core.default();
    new Uint8Array(memory.buffer).fill(255);
    dispatchEvent(new Event("en-face-test-broken"));
  });
  // Writes the page that is shown as a page of its own. A script that WebDriver runs may wait for an import for ever in Firefox.
  addEventListener("en-face-test-export", async () => {
    const core = await import(String(new URL("/pkg/en_face.js", location.href)));
    const view = /** @type {any} */ (document.querySelector("en-face"));
    Object.assign(window, { enFaceTestExport: core.exportAs(view.alignment, "html") });
  });
  addEventListener("en-face-test-memory", async () => {
    const core = await import(String(new URL("/pkg/en_face.js", location.href)));
    const { memory } = await core.default();
    Object.assign(window, { enFaceTestMemory: memory.buffer.byteLength });
  });
  // What the components on the page tell, by the name of the element, in order.
  /** @type {{ id: string, type: string, detail: any }[]} */
  const events = [];
  Object.defineProperty(window, "enFaceTestEvents", { value: events });
  for (const type of ["ready", "aligned", "progress", "activate", "error"]) {
    document.addEventListener(`enface-${type}`, (event) => {
      if (!(event instanceof CustomEvent) || !(event.target instanceof Element)) return;
      // An alignment has the whole text in it.
      const detail = type === "aligned" ? { links: event.detail.links } : event.detail;
      events.push({ id: event.target.id, type, detail });
    });
  }
  const workers = { started: 0 };
  Object.defineProperty(window, "enFaceTestWorkers", { value: workers });
  window.Worker = new Proxy(Worker, {
    construct(target, args) {
      workers.started += 1;
      return Reflect.construct(target, args);
    },
  });
  const { error } = console;
  console.error = (...words) => {
    log.push(`console.error: ${words.map(String).join(" ")}`);
    error.apply(console, words);
  };
})();
