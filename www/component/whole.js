// The element with all of its modes, each fetched when an element asks for it.

import { supplies } from './supplies.js';

supplies.modes = {
  reading: () => import('./modes/reading.js'),
  finished: () => import('./modes/finished.js'),
  'in-place': () => import('./modes/in-place.js'),
};
supplies.linking = () => import('./in-place/linking.js');

export { EnFace } from './element.js';
