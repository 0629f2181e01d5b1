/** A thumbnail under the name the model gives it. */
export type Picture = { readonly name: string; readonly bytes: Uint8Array };

const SIGNATURES: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
];
const WEBP = [0x57, 0x45, 0x42, 0x50];

const holds = (bytes: Uint8Array, at: number, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[at + index] === byte);

/** Whether Typst can show it (PNG, JPEG, GIF, WebP) under a name that is one file's. */
export const isPicture = ({ name, bytes }: Picture): boolean =>
  /^[\w-][\w.-]*$/.test(name) &&
  (SIGNATURES.some((signature) => holds(bytes, 0, signature)) || holds(bytes, 8, WEBP));
