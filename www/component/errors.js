// Everything that can keep a reader from a page: a code, and in the reader's language a sentence and a remedy.

const CODES = /** @type {const} */ ([
  'network',
  'not-found',
  'http',
  'file',
  'policy',
  'empty',
  'binary',
  'no-text',
  'alignment',
  'settings',
  'engine-unsupported',
  'engine-blocked',
  'engine-missing',
  'encoder-missing',
  'encoder-damaged',
  'encoder-version',
  'encoder-format',
  'encoder-failed',
  'mode-missing',
  'internal',
]);

/** @typedef {(typeof CODES)[number]} Code */

/** Something that kept a page from being read. */
export class EnFaceError extends Error {
  /**
   * @param {string} code one of those above; any other is `internal`
   * @param {unknown} [cause]
   */
  constructor(code, cause) {
    super(code, { cause });
    this.name = 'EnFaceError';
    this.code = CODES.find((known) => known === code) ?? 'internal';
  }

  /**
   * @param {import('./words.js').Words} words
   * @returns {{code: string, message: string, remedy: string}}
   */
  told(words) {
    // Words that did not arrive can only tell that they did not.
    const [message, remedy] = words.errors[this.code] ?? words.errors['engine-missing'];
    return { code: this.code, message, remedy };
  }

  /** Whether the core has trapped: by a fault of its own or of the browser's below it, or for want of memory. */
  get isTrap() {
    return typeof WebAssembly === 'object' && this.cause instanceof WebAssembly.RuntimeError;
  }

  /**
   * Any thrown value as an `EnFaceError`: the core's errors carry a code, a trap does not.
   *
   * @param {unknown} thrown
   */
  static from(thrown) {
    if (thrown instanceof EnFaceError) return thrown;
    const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'internal';
    return new EnFaceError(code, thrown);
  }
}
