// The outlines of ribbons between two columns, as SVG paths: a band from one edge to another, and a bend off the screen.

/** @typedef {{x: number, top: number, bottom: number}} Edge where a ribbon begins or ends: an upright line */
/** @typedef {{fill: string, lines: string}} Outline the surface, and its two long sides by themselves */

/** Half the width of a ribbon that leaves the screen, and of its head, and the head's length, in pixels. */
const STEM = 4;
const HEAD = 8;
const TIP = 11;

/** @param {Edge} from @param {Edge} to @returns {Outline} */
export function band(from, to) {
  const middle = (from.x + to.x) / 2;
  const along = (/** @type {number} */ y, /** @type {number} */ end) => `C${middle} ${y} ${middle} ${end} ${to.x} ${end}`;
  const back = `C${middle} ${to.bottom} ${middle} ${from.bottom} ${from.x} ${from.bottom}`;
  return {
    fill: `M${from.x} ${from.top}${along(from.top, to.top)}V${to.bottom}${back}Z`,
    lines: `M${from.x} ${from.top}${along(from.top, to.top)}M${from.x} ${from.bottom}${along(from.bottom, to.bottom)}`,
  };
}

/**
 * @param {Edge} from
 * @param {{x: number, y: number, up: boolean}} tip where it points to
 * @returns {Outline}
 */
export function bend(from, { x, y, up }) {
  const neck = up ? y + TIP : y - TIP;
  // The side that turns first is the one nearer to where it goes.
  const turn = (x > from.x) === up ? -STEM : STEM;
  const upper = `M${from.x} ${from.top}Q${x + turn} ${from.top} ${x + turn} ${neck}`;
  const head = `H${x + Math.sign(turn) * HEAD}L${x} ${y}L${x - Math.sign(turn) * HEAD} ${neck}H${x - turn}`;
  return {
    fill: `${upper}${head}Q${x - turn} ${from.bottom} ${from.x} ${from.bottom}Z`,
    lines: `${upper}${head}Q${x - turn} ${from.bottom} ${from.x} ${from.bottom}`,
  };
}

/**
 * Divides an edge among ribbons that leave it, from top to bottom.
 *
 * @param {Edge} edge
 * @param {number[]} weights
 * @returns {Edge[]}
 */
export function shares({ x, top, bottom }, weights) {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let at = top;
  return weights.map((weight) => {
    const from = at;
    at += ((bottom - top) * weight) / whole;
    return { x, top: from, bottom: at };
  });
}
