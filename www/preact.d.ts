// <en-face> in Preact's JSX. For a project that has Preact: `import type {} from 'en-face/preact'`, or
// "types": ["en-face/preact"] in tsconfig.json.

import type { HTMLAttributes } from 'preact';
import type { EnFace, EnFaceProps } from './en-face.js';

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'en-face': HTMLAttributes<EnFace> & EnFaceProps;
    }
  }
}
