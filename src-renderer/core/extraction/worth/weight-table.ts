import { PLACES } from './features.ts';

/**
 * Weights by place, from the form they are kept in: for each place that has one, in order, the
 * distance from the one before (seven bits a byte, the eighth says that more follow) and the weight
 * as a signed byte. Places without a weight are zero.
 */
export function readWeightTable(kept: string): Int8Array {
  const bytes = Uint8Array.from(atob(kept), (character) => character.charCodeAt(0));
  const table = new Int8Array(PLACES);
  let place = -1;
  for (let at = 0; at < bytes.length; ) {
    let distance = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0;
      distance |= (byte & 0x7f) << shift;
      if (byte < 0x80 || shift > 21) break;
    }
    place += distance;
    table[place] = bytes[at++] ?? 0;
  }
  return table;
}
