// What the element gets later than itself. The script that defines the element says where from, so that one script can have it all
// inside and another fetch each when it is needed.

/** @typedef {import('./modes/mode.js').Kind} Kind */
/** @typedef {import('./modes/mode.js').Stage} Stage */
/** @typedef {import('./modes/mode.js').Mode} Mode */

/**
 * @typedef {object} Supplies
 * @property {Partial<Record<Kind, () => Promise<{open: (stage: Stage) => Mode}>>>} modes an element that asks for another says so
 * @property {() => Promise<typeof import('./in-place/linking.js')>} [linking] asks the core for links in place; without it links are made before
 */

/** @type {Supplies} */
export const supplies = { modes: {} };
