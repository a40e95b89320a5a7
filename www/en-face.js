// The public module: importing it defines <en-face>.

import { EnFace } from './component/whole.js';
import { ASSET } from './encoder-asset.js';

EnFace.encoder ??= ASSET;
// On a server, where pages are written, there are no elements to define.
if (globalThis.customElements && !customElements.get('en-face')) customElements.define('en-face', EnFace);

export { EnFace };
