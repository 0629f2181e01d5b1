/** What a step can be. */
export const PLACE_KINDS = [
  'content',
  'file-name',
  'text',
  'page',
  'outline',
  'info',
  'xmp',
  'alt',
  'link',
  'destination',
  'attachment',
  'entry',
  'entry-name',
  'metadata',
  'bytes',
  'embedded',
  'behind',
] as const;

/** One step on the way to a place in a file; `name` is '' where the kind says it all. */
export type PlaceStep = { readonly kind: (typeof PLACE_KINDS)[number]; readonly name: string };

/** The way from a finished file to a place in it: an entry of an archive, then a page of it. */
export type FilePlace = readonly PlaceStep[];

/** One spelling to look for, and the item (party or detail) it belongs to. */
export type Spelling = { readonly itemId: string; readonly words: string };

/** What a finished file is checked for. */
export type Guard = {
  /** What may not stand in it. */
  readonly needles: readonly Spelling[];
  /** What may, and is told. */
  readonly watched: readonly Spelling[];
};

/** A protected spelling that stands in a finished file. */
export type Leak = { readonly itemId: string; readonly place: FilePlace };

/** A file that left, checked. */
export type LeftFile = {
  readonly path: string;
  readonly bytes: number;
  /** Of the file, hex. */
  readonly sha256: string;
  /** Items of the watched spellings that stand in it. */
  readonly holds: readonly string[];
  /** Parts that text cannot check (pictures, sound, video) or that could not be opened. */
  readonly unread: readonly FilePlace[];
};
