// The public module: importing it defines <en-face>.

import { EnFace } from './component/whole.js';

if (!customElements.get('en-face')) customElements.define('en-face', EnFace);

export { EnFace };
