const TABLES = makeTables();

/** Four tables of the reflected polynomial 0xEDB88320 (slicing by 4, Kounavis and Berry 2005). */
function makeTables(): readonly Uint32Array[] {
  const tables = [0, 1, 2, 3].map(() => new Uint32Array(256));
  const [first, ...others] = tables;
  if (!first) return tables;
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    first[byte] = crc >>> 0;
  }
  let previous = first;
  for (const table of others) {
    for (let byte = 0; byte < 256; byte++) {
      const crc = previous[byte] ?? 0;
      table[byte] = (crc >>> 8) ^ (first[crc & 255] ?? 0);
    }
    previous = table;
  }
  return tables;
}

/**
 * CRC-32 of ZIP (ISO 3309) over `bytes`, going on from `crc` (0 at the start); unsigned.
 * Node 18 has none of its own.
 */
export function crc32(bytes: Uint8Array, crc = 0): number {
  const [t0, t1, t2, t3] = TABLES;
  if (!t0 || !t1 || !t2 || !t3) return crc;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length & ~3;
  let state = ~crc;
  let at = 0;
  for (; at < whole; at += 4) {
    const word = state ^ view.getUint32(at, true);
    state =
      (t3[word & 255] as number) ^
      (t2[(word >>> 8) & 255] as number) ^
      (t1[(word >>> 16) & 255] as number) ^
      (t0[word >>> 24] as number);
  }
  for (; at < bytes.length; at++)
    state = (state >>> 8) ^ (t0[(state ^ (bytes[at] as number)) & 255] as number);
  return ~state >>> 0;
}
