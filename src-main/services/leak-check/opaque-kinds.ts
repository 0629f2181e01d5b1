/** Bytes at a place by which a kind is told (the WHATWG MIME Sniffing standard and the kinds' own papers). */
type Mark = readonly [at: number, bytes: string];

/**
 * Kinds that hold what is not read here: packed pixels and sound, packed texts, directories of their
 * own. Told by their mark, for some of them pass for text of one encoding or another.
 */
const MARKS: readonly Mark[] = [
  // Pictures: GIF, TIFF and BigTIFF, BMP, icons, PSD, JPEG 2000, JPEG XL, DjVu.
  [0, 'GIF8'],
  [0, 'II*\0'],
  [0, 'MM\0*'],
  [0, 'II+\0'],
  [0, 'MM\0+'],
  [0, 'BM'],
  [0, '\0\0\x01\0'],
  [0, '8BPS'],
  [0, '\0\0\0\x0cjP'],
  [0, '\xffO\xffQ'],
  [0, '\xff\x0a'],
  [0, '\0\0\0\x0cJXL '],
  [0, 'AT&TFORM'],
  // HEIC, AVIF, MP4, MOV, M4A (ISO 14496-12), then sound and video of other kinds.
  [4, 'ftyp'],
  [8, 'WAVE'],
  [8, 'AVI '],
  [8, 'AIFF'],
  [0, 'OggS'],
  [0, 'fLaC'],
  [0, 'ID3'],
  [0, '#!AMR'],
  [0, '\x1aE\xdf\xa3'],
  // Archives and packed files that are not opened here.
  [0, 'PK\x05\x06'],
  [0, 'PK\x07\x08'],
  [0, "7z\xbc\xaf'\x1c"],
  [0, 'Rar!'],
  [0, '\xfd7zXZ\0'],
  [0, 'BZh'],
  [0, '\x28\xb5\x2f\xfd'],
  [0, '\x04\x22\x4d\x18'],
  [0, 'MSCF'],
  [257, 'ustar'],
  // Older Office and mail, databases, fonts, programs.
  [0, '\xd0\xcf\x11\xe0'],
  [0, '!BDN'],
  [0, 'SQLite format 3\0'],
  [0, 'wOFF'],
  [0, 'wOF2'],
  [0, 'OTTO'],
  [0, '\0asm'],
  [0, '\x7fELF'],
  [0, 'bplist'],
];

/** Headers of these are short enough to be words: a text that begins with "BM" is no bitmap. */
const isBitmap = (bytes: Buffer): boolean => bytes.length >= 26 && bytes.readUInt32LE(6) === 0;

/** Whether bytes are of a kind that is known not to be read whole here. */
export const isOpaque = (bytes: Buffer): boolean =>
  MARKS.some(
    ([at, mark]) =>
      bytes.toString('latin1', at, at + mark.length) === mark && (mark !== 'BM' || isBitmap(bytes)),
  );
