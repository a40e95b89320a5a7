// The element with all of its modes, words and tools, each fetched when an element asks for it.

import { EnFaceError } from './errors.js';
import { home, reason } from './refused.js';
import { SPEECHLESS as speechless } from './speechless.js';
import { supply } from './supplies.js';
import { ownTexts, whenGone } from './texts.js';

/** Style sheets that have been asked for, by their addresses. @type {Record<string, Promise<string>>} */
const styles = {};

supply({
  modes: {
    reading: got(() => import('./modes/reading.js')),
    finished: got(() => import('./modes/finished-with-tools.js')),
    'in-place': got(() => import('./modes/in-place-with-core.js')),
  },
  words: {
    zh: {
      own: got(() => import('./words/zh.js')),
      tools: got(() => import('./words/zh-tools.js')),
      errors: got(() => import('./words/zh-errors.js')),
      'in-place': got(() => import('./words/zh-in-place.js')),
    },
    en: {
      own: got(() => import('./words/en.js')),
      tools: got(() => import('./words/en-tools.js')),
      errors: got(() => import('./words/en-errors.js')),
      'in-place': got(() => import('./words/en-in-place.js')),
    },
  },
  speechless,
  // Bundlers look for addresses in this form.
  styles: {
    'en-face': style(new URL('./en-face.css', import.meta.url)),
    reading: style(new URL('./reading.css', import.meta.url)),
    'in-place': style(new URL('./in-place/in-place.css', import.meta.url)),
    tools: style(new URL('./tools/tools.css', import.meta.url)),
  },
  texts: ownTexts,
  whenGone,
  tools: got(() => import('./tools/tools.js')),
  linking: got(() => import('./modes/reading.js')),
});

/** What says why it has not come, if it does not. @template T @param {() => Promise<T>} load */
function got(load) {
  return () =>
    load().catch(async (cause) => {
      throw new EnFaceError(await reason('engine-missing', home()), cause);
    });
}

/** One that is fetched once, and again when that has failed. @param {URL} address */
function style(address) {
  const { href } = address;
  return got(() => (styles[href] ??= read(address).catch((cause) => {
    delete styles[href];
    throw cause;
  })));
}

/** @param {URL} address */
async function read(address) {
  // Vite puts small files into the script, and a policy may forbid to fetch them from there.
  const [kind, packed] = address.href.split(';base64,');
  if (kind.startsWith('data:')) return new TextDecoder().decode(Uint8Array.from(atob(packed), (byte) => byte.charCodeAt(0)));
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: HTTP ${response.status}`);
  return response.text();
}

export { EnFace } from './element.js';
