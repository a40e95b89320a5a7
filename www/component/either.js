// A signal that ends with the first of several: `AbortSignal.any` is younger than browsers that all else works in.

/** @param {...AbortSignal} signals */
export function either(...signals) {
  const over = new AbortController();
  for (const one of signals) {
    if (one.aborted) over.abort();
    one.addEventListener('abort', () => over.abort(), { signal: over.signal });
  }
  return over.signal;
}
