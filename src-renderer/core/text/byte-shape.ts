/** How files begin that are no text, whatever their name says. */
const SIGNATURES: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46, 0x2d], // %PDF-
  [0x50, 0x4b, 0x03, 0x04], // ZIP, and with it docx, odt, epub
  [0xd0, 0xcf, 0x11, 0xe0], // Word before 2007
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x1f, 0x8b],
  [0x7f, 0x45, 0x4c, 0x46],
];

/** Whether bytes begin with these. */
export const beginsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte);

/** Whether bytes begin as a known kind of file that is no text. */
export const hasBinarySignature = (bytes: Uint8Array): boolean =>
  SIGNATURES.some((signature) => beginsWith(bytes, signature));

/** Tab, line ends, form feed, the end-of-file mark of old systems, escape. */
const TEXT_CONTROLS = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a, 0x1b]);

/** How many bytes no text has: NUL, and the other control characters. */
export function controlsIn(bytes: Uint8Array): { readonly nul: number; readonly other: number } {
  let [nul, other] = [0, 0];
  for (const byte of bytes) {
    if (byte === 0) nul += 1;
    else if ((byte < 0x20 && !TEXT_CONTROLS.has(byte)) || byte === 0x7f) other += 1;
  }
  return { nul, other };
}

/** Length of the UTF-8 sequence a byte begins, 0 when it begins none. */
function sequenceLength(byte: number): number {
  if (byte < 0x80) return 1;
  if (byte >= 0xc2 && byte <= 0xdf) return 2;
  if (byte >= 0xe0 && byte <= 0xef) return 3;
  return byte >= 0xf0 && byte <= 0xf4 ? 4 : 0;
}

/**
 * Whether bytes that are no valid UTF-8 were meant to be: most of those above ASCII stand in whole
 * UTF-8 sequences. In texts of one byte a letter that hardly ever happens.
 */
export function mostlyUtf8(bytes: Uint8Array): boolean {
  let [whole, stray] = [0, 0];
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes[at] ?? 0);
    const rest = bytes.subarray(at + 1, at + length);
    const valid = length > 0 && rest.length === length - 1 && rest.every((byte) => (byte & 0xc0) === 0x80);
    if (length === 1) at += 1;
    else if (valid) {
      whole += length;
      at += length;
    } else {
      stray += 1;
      at += 1;
    }
  }
  return whole > stray;
}
