// What more than one of the element's bundles has in it: `cargo xtask build` puts all of this into one file, for a dozen small ones
// would travel with 5 KB more.

import './aim.js';
import './appearance.js';
import './confidence.js';
import './crossing.js';
import './desk.js';
import './dom.js';
import './either.js';
import './element.js';
import './errors.js';
import './fetching.js';
import './had.js';
import './highlight.js';
import './keys.js';
import './layout.js';
import './letters.js';
import './lit.js';
import './memory.js';
import './peek.js';
import './pointer.js';
import './preferred-layout.js';
import './properties.js';
import './refused.js';
import './relations.js';
import './rendering.js';
import './scrolling.js';
import './selection.js';
import './sentences.js';
import './slices.js';
import './speech.js';
import './status.js';
import './style.js';
import './supplies.js';
import './texts.js';
import './tool-box.js';
import './words.js';
