// The public module: importing it defines <en-face>.

import { EnFace } from './component/element.js';

if (!customElements.get('en-face')) customElements.define('en-face', EnFace);

export { EnFace };
