// The in-place mode that has texts linked by the core where no finished links are named.

import { CoreLinks } from '../in-place/core-links.js';
import { open as openInPlace } from './in-place.js';

/** @param {import('./mode.js').Stage} stage */
export const open = (stage) => openInPlace(stage, (stage, show) => new CoreLinks(stage, show));
