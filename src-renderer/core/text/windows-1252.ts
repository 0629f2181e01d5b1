/** What the bytes 0x80 to 0x9F mean (WHATWG index); the others mean the character of their number. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const CHUNK = 16_384;

const unitOf = (byte: number): number => (byte >= 0x80 && byte <= 0x9f ? HIGH.charCodeAt(byte - 0x80) : byte);

/**
 * Text in Windows-1252. Not left to TextDecoder: in Node 18 to 22 it reads these bytes as ISO 8859-1,
 * and dashes and quotation marks become control characters.
 */
export function decodeWindows1252(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const units = Uint16Array.from(bytes.subarray(at, at + CHUNK), unitOf);
    text += String.fromCharCode(...units);
  }
  return text;
}
