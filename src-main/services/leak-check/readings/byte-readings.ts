import { inCharset } from './charset.ts';

const swapped = (bytes: Buffer): Buffer =>
  Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2))).swap16();

/** Bytes read in every encoding that words come in; UTF-16 from both evenness of place. */
export function byteReadings(bytes: Buffer): string[] {
  return [
    bytes.toString('utf8'),
    bytes.toString('latin1'),
    inCharset(bytes, 'windows-1256'),
    bytes.toString('utf16le'),
    bytes.subarray(1).toString('utf16le'),
    swapped(bytes).toString('utf16le'),
    swapped(bytes.subarray(1)).toString('utf16le'),
  ];
}
