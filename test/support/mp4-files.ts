function box(type: string, ...parts: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(8);
  const body = Buffer.concat(parts);
  head.writeUInt32BE(body.length + 8, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
}

/** Seconds from 1904, the zero of QuickTime, to 1970. */
const FROM_1904 = 2_082_844_800;

function movieHeader(madeAt: number, seconds: number): Buffer {
  const body = Buffer.alloc(100);
  body.writeUInt32BE(Math.floor(madeAt / 1000) + FROM_1904, 4);
  body.writeUInt32BE(Math.floor(madeAt / 1000) + FROM_1904, 8);
  body.writeUInt32BE(1000, 12);
  body.writeUInt32BE(seconds * 1000, 16);
  return body;
}

function place(words: string): Buffer {
  const text = Buffer.from(words, 'latin1');
  const head = Buffer.alloc(4);
  head.writeUInt16BE(text.length, 0);
  head.writeUInt16BE(0x15c7, 2);
  return Buffer.concat([head, text]);
}

/**
 * The frame of an MP4 as a phone writes it (ISO/IEC 14496-12): type, `padding` bytes of media that
 * nobody can play, and behind them the movie header with when it was made and where.
 */
export function mp4Frame(options: {
  readonly madeAt: number;
  readonly seconds: number;
  /** ISO 6709. */
  readonly position: string;
  readonly padding: number;
}): Uint8Array {
  return new Uint8Array(
    Buffer.concat([
      box('ftyp', Buffer.from('mp42\0\0\0\0mp42isom', 'latin1')),
      box('mdat', Buffer.alloc(options.padding)),
      box(
        'moov',
        box('mvhd', movieHeader(options.madeAt, options.seconds)),
        box('udta', box('\u00a9xyz', place(options.position))),
      ),
    ]),
  );
}
