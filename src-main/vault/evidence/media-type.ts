import { extname } from 'node:path';

const UNKNOWN = 'application/octet-stream';

const BY_EXTENSION: Readonly<Record<string, string>> = {
  '.3gp': 'video/3gpp',
  '.aac': 'audio/aac',
  '.avi': 'video/x-msvideo',
  '.avif': 'image/avif',
  '.bmp': 'image/bmp',
  '.csv': 'text/csv',
  '.doc': 'application/msword',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.eml': 'message/rfc822',
  '.flac': 'audio/flac',
  '.gif': 'image/gif',
  '.heic': 'image/heic',
  '.htm': 'text/html',
  '.html': 'text/html',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.json': 'application/json',
  '.m4a': 'audio/mp4',
  '.m4v': 'video/mp4',
  '.md': 'text/markdown',
  '.mht': 'multipart/related',
  '.mhtml': 'multipart/related',
  '.mkv': 'video/x-matroska',
  '.mov': 'video/quicktime',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.odt': 'application/vnd.oasis.opendocument.text',
  '.oga': 'audio/ogg',
  '.ogg': 'audio/ogg',
  '.ogv': 'video/ogg',
  '.opus': 'audio/ogg',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.pptx': 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  '.svg': 'image/svg+xml',
  '.tif': 'image/tiff',
  '.tiff': 'image/tiff',
  '.txt': 'text/plain',
  '.wav': 'audio/wav',
  '.webm': 'video/webm',
  '.webp': 'image/webp',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.xml': 'application/xml',
  '.zip': 'application/zip',
};

/** First bytes that give a file away: where they stand, the bytes (Latin-1), the type. */
const SIGNATURES: ReadonlyArray<readonly [at: number, bytes: string, mediaType: string]> = [
  [0, '\x89PNG\r\n\x1a\n', 'image/png'],
  [0, '\xff\xd8\xff', 'image/jpeg'],
  [0, 'GIF8', 'image/gif'],
  [8, 'WEBP', 'image/webp'],
  [8, 'WAVE', 'audio/wav'],
  [8, 'AVI ', 'video/x-msvideo'],
  [0, 'BM', 'image/bmp'],
  [0, 'II*\0', 'image/tiff'],
  [0, 'MM\0*', 'image/tiff'],
  [4, 'ftypavif', 'image/avif'],
  [4, 'ftypheic', 'image/heic'],
  [4, 'ftypM4A', 'audio/mp4'],
  [4, 'ftypqt', 'video/quicktime'],
  [4, 'ftyp3g', 'video/3gpp'],
  [4, 'ftyp', 'video/mp4'],
  [0, '%PDF-', 'application/pdf'],
  [0, 'OggS', 'audio/ogg'],
  [0, 'fLaC', 'audio/flac'],
  [0, 'ID3', 'audio/mpeg'],
  [0, '\xff\xfb', 'audio/mpeg'],
  [0, '\xff\xfa', 'audio/mpeg'],
  [0, '\xff\xf3', 'audio/mpeg'],
  [0, '\xff\xf2', 'audio/mpeg'],
  [0, 'PK\x03\x04', 'application/zip'],
];

const startsLike = (head: Buffer, at: number, bytes: string): boolean =>
  head.toString('latin1', at, at + bytes.length) === bytes;

/** Signatures shorter than this also begin ordinary text, so the name must agree. */
const SURE = 3;

function sniff(head: Buffer, expected: string): string | null {
  if (startsLike(head, 0, '\x1aE\xdf\xa3')) return expected === 'video/webm' ? expected : 'video/x-matroska';
  const found = SIGNATURES.find(([at, bytes]) => startsLike(head, at, bytes));
  if (!found) return null;
  const [, bytes, mediaType] = found;
  if (bytes.length < SURE && mediaType !== expected) return null;
  return mediaType;
}

/** Containers: their own signature says less than a name that fits them. */
const CONTAINED: Readonly<Record<string, RegExp>> = {
  'application/zip': /officedocument|opendocument/,
  'audio/ogg': /^video\/ogg$/,
  'video/mp4': /^(image\/(heic|avif)|audio\/mp4|video\/(quicktime|3gpp))$/,
};

const isMediaType = (text: string): boolean => /^[a-z]+\/[a-z0-9][a-z0-9.+-]{0,100}$/.test(text);

/** Whether content of this type always shows it in its first bytes. */
const mustShow = (mediaType: string): boolean =>
  mediaType.startsWith('image/') && SIGNATURES.some(([, , signed]) => signed === mediaType);

/**
 * Media type by the first bytes, which a renamed file cannot hide, else by the name, else as
 * `claimed` by where the bytes come from. A picture's name over other bytes is not believed.
 */
export function mediaTypeOf(name: string, head: Buffer, claimed = ''): string {
  const byName = BY_EXTENSION[extname(name).toLowerCase()];
  const expected = byName ?? (isMediaType(claimed) ? claimed : UNKNOWN);
  const sniffed = sniff(head, expected);
  if (sniffed === null) return mustShow(expected) ? UNKNOWN : expected;
  return CONTAINED[sniffed]?.test(expected) ? expected : sniffed;
}
