/** Exif's orientation of a JPEG file, 1 (upright) where it says none. */
export function orientationOf(bytes: Uint8Array): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  // Segments before the picture: marker, length (with itself), content.
  for (let at = 2; at + 4 <= file.length && file[at] === 0xff; at += 2 + file.readUInt16BE(at + 2)) {
    if (file[at + 1] === 0xda) break;
    if (file[at + 1] === 0xe1 && file.toString('latin1', at + 4, at + 10) === 'Exif\0\0')
      return orientationIn(file.subarray(at + 10, at + 2 + file.readUInt16BE(at + 2)));
  }
  return 1;
}

/** A directory that is cut off or points outside says nothing. */
function orientationIn(tiff: Buffer): number {
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  if (tiff.length < 8) return 1;
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  const entries = directory + 2 <= tiff.length ? short(directory) : 0;
  for (let at = directory + 2; at < directory + 2 + entries * 12 && at + 12 <= tiff.length; at += 12) {
    if (short(at) === 274) return short(at + 8);
  }
  return 1;
}
