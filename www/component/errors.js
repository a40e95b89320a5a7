// Everything that can keep a reader from a page: a code, and in the reader's language a sentence and a remedy.

/**
 * @typedef {'network' | 'not-found' | 'http' | 'file' | 'policy' | 'empty' | 'binary' | 'no-text'
 *   | 'alignment' | 'settings' | 'engine-unsupported' | 'engine-blocked' | 'engine-missing' | 'engine-version' | 'encoder-missing'
 *   | 'encoder-damaged' | 'encoder-version' | 'encoder-format' | 'encoder-failed' | 'mode-missing'
 *   | 'text-selector' | 'text-missing' | 'text-overlap' | 'text-other' | 'internal'} Code
 */

/** Something that kept a page from being read. */
export class EnFaceError extends Error {
  /**
   * @param {Code} code
   * @param {unknown} [cause]
   */
  constructor(code, cause) {
    super(code, { cause });
    this.name = 'EnFaceError';
    this.code = code;
  }

  /**
   * Any thrown value as an `EnFaceError`: the core's errors carry a code, a trap does not.
   *
   * @param {unknown} thrown
   */
  static from(thrown) {
    if (thrown instanceof EnFaceError) return thrown;
    const { code } = /** @type {{code?: any}} */ (thrown instanceof Error ? thrown : {});
    return new EnFaceError(typeof code === 'string' ? /** @type {Code} */ (code) : 'internal', thrown);
  }
}
