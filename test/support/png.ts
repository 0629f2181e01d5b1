import { crc32, deflateSync } from 'node:zlib';

/** A chunk of a PNG file, its checksum with it. */
export function pngChunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A PNG of these deflated rows; `depth` bits a sample, `colour` as ISO/IEC 15948 numbers it (11.2.2). */
export function pngOf(
  head: { readonly width: number; readonly height: number; readonly depth: number; readonly colour: number },
  rows: Uint8Array,
): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(head.width, 0);
  header.writeUInt32BE(head.height, 4);
  header.set([head.depth, head.colour, 0, 0, 0], 8);
  const parts = [
    SIGNATURE,
    pngChunk('IHDR', header),
    pngChunk('IDAT', rows),
    pngChunk('IEND', Buffer.alloc(0)),
  ];
  return new Uint8Array(Buffer.concat(parts));
}

/** A PNG picture with bands of colour, so that it can be seen. */
export function somePng(width = 96, height = 72, shade = 120): Uint8Array {
  const rows = Buffer.alloc(height * (width * 3 + 1));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * (width * 3 + 1) + 1 + x * 3;
      rows.set([(shade + y * 2) & 0xff, (x * 2) & 0xff, 140], at);
    }
  }
  return pngOf({ width, height, depth: 8, colour: 2 }, deflateSync(rows));
}
