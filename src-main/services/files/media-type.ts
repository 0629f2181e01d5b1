import { extname } from 'node:path';

const BY_EXTENSION: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.heic': 'image/heic',
  '.tif': 'image/tiff',
  '.tiff': 'image/tiff',
  '.bmp': 'image/bmp',
  '.svg': 'image/svg+xml',
  '.mp4': 'video/mp4',
  '.m4v': 'video/mp4',
  '.mov': 'video/quicktime',
  '.webm': 'video/webm',
  '.mkv': 'video/x-matroska',
  '.avi': 'video/x-msvideo',
  '.3gp': 'video/3gpp',
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.ogg': 'audio/ogg',
  '.opus': 'audio/ogg',
  '.wav': 'audio/wav',
  '.flac': 'audio/flac',
  '.pdf': 'application/pdf',
  '.txt': 'text/plain',
  '.md': 'text/markdown',
  '.csv': 'text/csv',
  '.html': 'text/html',
  '.htm': 'text/html',
  '.mht': 'multipart/related',
  '.mhtml': 'multipart/related',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.zip': 'application/zip',
  '.eml': 'message/rfc822',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.pptx': 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
};

/** Signatures at a fixed place (offset, bytes in hex, type). */
const BY_SIGNATURE: readonly (readonly [number, string, string])[] = [
  [0, 'ffd8ff', 'image/jpeg'],
  [0, '89504e470d0a1a0a', 'image/png'],
  [0, '474946383', 'image/gif'],
  [8, '57454250', 'image/webp'],
  [4, '6674797061766966', 'image/avif'],
  [4, '6674797068656963', 'image/heic'],
  [0, '25504446', 'application/pdf'],
  [4, '667479707174', 'video/quicktime'],
  [4, '66747970', 'video/mp4'],
  [0, '1a45dfa3', 'video/webm'],
  [0, '4f676753', 'audio/ogg'],
  [0, '494433', 'audio/mpeg'],
];

const UNKNOWN = 'application/octet-stream';

/**
 * Media type of a file: what its first bytes say, else what its name says. A name that promises a
 * picture over other bytes is not believed.
 */
export function mediaTypeOf(name: string, head: Uint8Array): string {
  const hex = Buffer.from(head.subarray(0, 32)).toString('hex');
  const named = BY_EXTENSION[extname(name).toLowerCase()] ?? UNKNOWN;
  const signed = BY_SIGNATURE.find(([offset, bytes]) => hex.startsWith(bytes, offset * 2))?.[2];
  if (signed) return named.split('/')[0] === signed.split('/')[0] ? named : signed;
  const claimsSigned = BY_SIGNATURE.some(([, , type]) => type === named);
  return claimsSigned ? UNKNOWN : named;
}
