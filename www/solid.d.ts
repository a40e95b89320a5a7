// <en-face> in Solid's JSX, where listeners are `on:…` and properties `prop:…`. For a project that has Solid:
// `import type {} from 'en-face/solid'`, or "types": ["en-face/solid"] in tsconfig.json.

import type { JSX } from 'solid-js';
import type { EnFace, EnFaceAttributes, EnFaceEventMap, EnFaceProperties } from './en-face.js';

type Listeners = { [Name in keyof EnFaceEventMap as `on:${Name}`]?: (event: EnFaceEventMap[Name]) => void };
type Properties = { [Name in keyof EnFaceProperties as `prop:${Name}`]?: EnFaceProperties[Name] };

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
      'en-face': HTMLAttributes<EnFace> & EnFaceAttributes & Partial<EnFaceProperties> & Properties & Listeners;
    }
  }
}
