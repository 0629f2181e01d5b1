import jpeg from 'jpeg-js';

/** A value of a TIFF directory (TIFF 6.0): text, whole numbers, or fractions. */
type Value =
  | { readonly tag: number; readonly text: string }
  | { readonly tag: number; readonly long: number }
  | { readonly tag: number; readonly fractions: readonly (readonly [number, number])[] };

/** One directory at `start`, big-endian, its longer values behind it. */
function directory(start: number, values: readonly Value[]): Buffer {
  const head = Buffer.alloc(2 + values.length * 12 + 4);
  const behind: Buffer[] = [];
  let next = start + head.length;
  head.writeUInt16BE(values.length, 0);
  for (const [index, value] of values.entries()) {
    const at = 2 + index * 12;
    head.writeUInt16BE(value.tag, at);
    if ('long' in value) {
      head.writeUInt16BE(4, at + 2);
      head.writeUInt32BE(1, at + 4);
      head.writeUInt32BE(value.long, at + 8);
      continue;
    }
    const text = 'text' in value;
    const bytes = text ? Buffer.from(`${value.text}\0`, 'latin1') : Buffer.alloc(value.fractions.length * 8);
    if (!text)
      for (const [part, [over, under]] of value.fractions.entries()) {
        bytes.writeUInt32BE(over, part * 8);
        bytes.writeUInt32BE(under, part * 8 + 4);
      }
    head.writeUInt16BE(text ? 2 : 5, at + 2);
    head.writeUInt32BE(text ? bytes.length : value.fractions.length, at + 4);
    if (bytes.length <= 4) {
      bytes.copy(head, at + 8);
      continue;
    }
    head.writeUInt32BE(next, at + 8);
    behind.push(bytes);
    next += bytes.length;
  }
  return Buffer.concat([head, ...behind]);
}

function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

export type ExifWords = {
  readonly make: string;
  readonly model: string;
  readonly software: string;
  /** `2014:10:02 15:04:05`. */
  readonly taken: string;
  readonly changed: string;
  /** `+03:00`, or null for a camera that does not tell. */
  readonly offset: string | null;
  /** Whole seconds of arc, north and east positive. */
  readonly place: { readonly latitude: number; readonly longitude: number } | null;
  readonly xmp: string | null;
};

const sexagesimal = (seconds: number) =>
  [
    [Math.floor(Math.abs(seconds) / 3600), 1],
    [Math.floor(Math.abs(seconds) / 60) % 60, 1],
    [Math.abs(seconds) % 60, 1],
  ] as const;

function tiff({ make, model, software, taken, changed, offset, place }: ExifWords): Buffer {
  const exif: Value[] = [
    { tag: 0x9003, text: taken },
    ...(offset === null
      ? []
      : [
          { tag: 0x9010, text: offset },
          { tag: 0x9011, text: offset },
        ]),
  ];
  const gps: Value[] = place
    ? [
        { tag: 1, text: place.latitude < 0 ? 'S' : 'N' },
        { tag: 2, fractions: sexagesimal(place.latitude) },
        { tag: 3, text: place.longitude < 0 ? 'W' : 'E' },
        { tag: 4, fractions: sexagesimal(place.longitude) },
      ]
    : [];
  const first = (exifAt: number, gpsAt: number): Buffer =>
    directory(8, [
      { tag: 0x010f, text: make },
      { tag: 0x0110, text: model },
      { tag: 0x0131, text: software },
      { tag: 0x0132, text: changed },
      { tag: 0x8769, long: exifAt },
      ...(place ? [{ tag: 0x8825, long: gpsAt }] : []),
    ]);
  const exifAt = 8 + first(0, 0).length;
  const within = directory(exifAt, exif);
  const gpsAt = exifAt + within.length;
  return Buffer.concat([
    Buffer.from('MM\0\x2a\0\0\0\x08', 'latin1'),
    first(exifAt, gpsAt),
    within,
    place ? directory(gpsAt, gps) : Buffer.alloc(0),
  ]);
}

/** A small photograph (JPEG) that says of itself what it is told to. */
export function exifJpeg(words: ExifWords): Uint8Array {
  const [width, height] = [64, 48];
  const data = Buffer.alloc(width * height * 4);
  for (let at = 0; at < data.length; at += 4) {
    data.set([(at >> 3) & 0xff, (at >> 9) & 0xff, 90, 255], at);
  }
  const picture = Buffer.from(jpeg.encode({ width, height, data }, 85).data);
  const parts = [segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff(words)]))];
  if (words.xmp !== null) {
    parts.push(segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${words.xmp}`, 'utf8')));
  }
  return new Uint8Array(Buffer.concat([picture.subarray(0, 2), ...parts, picture.subarray(2)]));
}
