// <en-face> in Svelte's templates, from Svelte 5 on. For a project that has Svelte: `import type {} from 'en-face/svelte'`, or
// "types": ["en-face/svelte"] in tsconfig.json.

import type { HTMLAttributes } from 'svelte/elements';
import type { EnFace, EnFaceProps } from './en-face.js';

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'en-face': HTMLAttributes<EnFace> & EnFaceProps;
  }
}
