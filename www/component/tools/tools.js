// The reader's tools, one a file: each is installed on a workbench, and taken away when the signal says so.

import { installAloud } from './aloud/aloud.js';
import { installCopy } from './copy.js';
import { installCorrect } from './correct/correct.js';
import { installDeepLinks } from './deep-link/deep-link.js';
import { installFind } from './find/find.js';
import { installKeyList } from './key-list.js';
import { installLayouts } from './layouts/layouts.js';
import { installLetters } from './letters.js';
import { installMap } from './map/map.js';
import { installPrint } from './print.js';
import { installRibbons } from './ribbons/ribbons.js';
import { installSheet } from './sheet/sheet.js';
import { installSigns } from './signs.js';
import { installTake } from './take/take.js';
import { installWhy } from './why/why.js';
import { Workbench } from './workbench.js';

/** @typedef {import('./workbench.js').Desk} Desk */
/** @typedef {Workbench} Bench what a tool works with */

/** @type {((bench: Bench) => void)[]} */
const TOOLS = [
  // A layout copies sentences with what describes them.
  installSigns,
  installLayouts,
  installLetters,
  installWhy,
  installCopy,
  installDeepLinks,
  installAloud,
  installFind,
  installSheet,
  installCorrect,
  installKeyList,
  installRibbons,
  installTake,
  installPrint,
  installMap,
];

/** @param {Desk} desk @param {AbortSignal} signal */
export function install(desk, signal) {
  const bench = new Workbench(desk, signal);
  for (const tool of TOOLS) tool(bench);
}
