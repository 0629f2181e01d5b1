// Natural Earth 1 : 110 million, public domain, packed by world-atlas (ISC).
import atlas from 'world-atlas/countries-110m.json';

/** Longer steps in longitude are the wrap at the date line, which no outline crosses. */
const WRAP = 180;

let drawn: string | null = null;

/** One line of a TopoJSON file: each point is the difference from the one before, in steps of a grid. */
function pathOf(arc: readonly (readonly number[])[]): string {
  const [wide = 1, high = 1] = atlas.transform.scale;
  const [west = 0, south = 0] = atlas.transform.translate;
  let [x, y, before] = [0, 0, Number.NaN];
  const steps = arc.map(([right = 0, up = 0]) => {
    x += right;
    y += up;
    const [east, north] = [x * wide + west, y * high + south];
    const move = !(Math.abs(east - before) <= WRAP);
    before = east;
    return `${move ? 'M' : 'L'}${east.toFixed(2)},${(-north).toFixed(2)}`;
  });
  return steps.join('');
}

/** Outlines of the countries as an SVG path: one unit a degree, east to the right, south down. */
export function outlines(): string {
  drawn ??= atlas.arcs.map(pathOf).join('');
  return drawn;
}
