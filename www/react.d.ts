// <en-face> in React's JSX, from React 19 on, which sets properties and listens to events of custom elements itself. For a
// project that has React: `import type {} from 'en-face/react'`, or "types": ["en-face/react"] in tsconfig.json.

import type { ClassAttributes, HTMLAttributes } from 'react';
import type { EnFace, EnFaceProps } from './en-face.js';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'en-face': ClassAttributes<EnFace> & HTMLAttributes<EnFace> & { class?: string } & EnFaceProps;
    }
  }
}
