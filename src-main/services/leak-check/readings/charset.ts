/** Bytes as text under a label of an encoding (WHATWG); an unknown one is read as Latin letters. */
export function inCharset(bytes: Uint8Array, label: string): string {
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Bytes no label speaks for: UTF-8, then the two encodings texts of the region still come in. */
export const CHARSETS = ['utf-8', 'windows-1256', 'windows-1252'] as const;

let arabicBytes: ReadonlyMap<string, number> | null = null;

/** The bytes of a text in Windows-1256, or null when it holds what that encoding has not. */
export function toWindows1256(text: string): Buffer | null {
  arabicBytes ??= new Map(
    Array.from({ length: 256 }, (_, byte) => [inCharset(Uint8Array.of(byte), 'windows-1256'), byte]),
  );
  const bytes: number[] = [];
  for (const character of text) {
    const byte = arabicBytes.get(character);
    if (byte === undefined) return null;
    bytes.push(byte);
  }
  return Buffer.from(bytes);
}
