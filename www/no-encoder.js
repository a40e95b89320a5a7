// The public module for sites that publish no sentence encoder: importing it defines <en-face>, which then asks for none,
// unless its attribute `encoder` names one.

import { EnFace } from './component/whole.js';

if (globalThis.customElements && !customElements.get('en-face')) customElements.define('en-face', EnFace);

export { EnFace };
