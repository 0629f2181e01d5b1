/** Base64 (RFC 4648, section 4) of bytes; for small values such as salts and keys. */
export function bytesToBase64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
