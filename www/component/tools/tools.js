// The reader's tools, one a file: each is installed on the desk, and taken away when the signal says so.

import { Shortcuts } from '../shortcuts.js';
import { installAloud } from './aloud/aloud.js';
import { Bar } from './bar.js';
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

/** @typedef {import('../desk.js').Desk} Desk */

/**
 * What a tool works with: the desk, the row of buttons, and the signal that takes it away.
 *
 * @typedef {{desk: Desk, bar: Bar, signal: AbortSignal}} Bench
 */

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
  desk.shortcuts = new Shortcuts();
  const bar = new Bar(desk, signal);
  for (const tool of TOOLS) tool({ desk, bar, signal });
}
