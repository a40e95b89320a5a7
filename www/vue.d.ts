// <en-face> in Vue's templates: its properties and events, for a project that has Vue: `import type {} from 'en-face/vue'`, or
// "types": ["en-face/vue"] in tsconfig.json. Vue itself is to be told `isCustomElement: (tag) => tag === 'en-face'`.

import type { HTMLAttributes } from 'vue';
import type { EnFace, EnFaceAttributes, EnFaceEventMap, EnFaceProperties } from './en-face.js';

type Emits = { [Name in keyof EnFaceEventMap]: (event: EnFaceEventMap[Name]) => void };
type Listeners = { [Name in keyof EnFaceEventMap as `on${Capitalize<Name>}`]?: Emits[Name] };

type Component = new () => EnFace & {
  $props: HTMLAttributes & EnFaceAttributes & Partial<EnFaceProperties> & Listeners;
  $emit: <Name extends keyof Emits>(name: Name, event: EnFaceEventMap[Name]) => void;
};

declare module 'vue' {
  interface GlobalComponents {
    'en-face': Component;
    EnFace: Component;
  }
}
