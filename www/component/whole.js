// The element with all of its modes, words and tools, each fetched when an element asks for it.

import { SPEECHLESS as speechless } from './speechless.js';
import { supply } from './supplies.js';
import { ownTexts, whenGone } from './texts.js';

supply({
  modes: {
    reading: () => import('./modes/reading.js'),
    finished: () => import('./modes/finished-with-tools.js'),
    'in-place': () => import('./modes/in-place.js'),
  },
  words: {
    zh: {
      own: () => import('./words/zh.js'),
      tools: () => import('./words/zh-tools.js'),
      errors: () => import('./words/zh-errors.js'),
      'in-place': () => import('./words/zh-in-place.js'),
    },
    en: {
      own: () => import('./words/en.js'),
      tools: () => import('./words/en-tools.js'),
      errors: () => import('./words/en-errors.js'),
      'in-place': () => import('./words/en-in-place.js'),
    },
  },
  speechless,
  // Bundlers look for addresses in this form.
  styles: {
    'en-face': () => read(new URL('./en-face.css', import.meta.url)),
    reading: () => read(new URL('./reading.css', import.meta.url)),
    'in-place': () => read(new URL('./in-place/in-place.css', import.meta.url)),
    tools: () => read(new URL('./tools/tools.css', import.meta.url)),
  },
  texts: ownTexts,
  whenGone,
  tools: () => import('./tools/tools.js'),
  linking: () => import('./modes/reading.js'),
});

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
