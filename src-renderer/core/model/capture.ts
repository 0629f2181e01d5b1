/**
 * What a full capture of online material holds, by the Berkeley Protocol on Digital Open Source
 * Investigations (OHCHR and UC Berkeley School of Law, 2022), chapter VI, section C "Collection":
 * the target address, source code, full-page capture, embedded media, embedded metadata, contextual
 * data, collection data, and a hash value. A file of a capture is one or several of these.
 */
export const CAPTURE_PARTS = [
  'source code',
  'full page',
  'embedded media',
  'embedded metadata',
  'context',
] as const;
export type CapturePart = (typeof CAPTURE_PARTS)[number];

/** Parts that a page may not have at all. */
export const OPTIONAL_PARTS = ['embedded media', 'embedded metadata', 'context'] as const;
export type OptionalPart = (typeof OPTIONAL_PARTS)[number];

/** A file that was taken of a web page: the evidence item whose file it is, is a capture of a link. */
export type Capture = {
  /** Evidence id of the link. */
  readonly linkId: string;
  readonly shows: readonly CapturePart[];
  /** When it was taken: EDTF or ISO 8601 date or time. */
  readonly at: string | null;
  /** Program it was taken with, with its version. */
  readonly tool: string | null;
  /** Who took it. */
  readonly by: string | null;
};

const GUESSES: readonly (readonly [RegExp, readonly CapturePart[]])[] = [
  [/\.(mhtml?|mht|webarchive|maff|warc(\.gz)?|wacz)$/i, ['source code', 'embedded media']],
  [/\.(html?|xhtml)$/i, ['source code']],
  [/\.(json|xml|har|csv|txt)$/i, ['embedded metadata']],
  [/\.(png|jpe?g|webp|gif|bmp|pdf)$/i, ['full page']],
  [/\.(mp4|webm|mov|mkv|avi|mp3|m4a|ogg|opus|wav)$/i, ['embedded media']],
];

/** What a file of a capture probably shows, by its name and type; a person puts it right. */
export function guessParts(file: { readonly name: string; readonly mediaType: string }): CapturePart[] {
  const byName = GUESSES.find(([pattern]) => pattern.test(file.name))?.[1];
  if (byName) return [...byName];
  if (/html/.test(file.mediaType)) return ['source code'];
  if (/^(image\/|application\/pdf)/.test(file.mediaType)) return ['full page'];
  return /^(video|audio)\//.test(file.mediaType) ? ['embedded media'] : ['context'];
}
