import type { FilePlace, Leak, PlaceStep } from '#core/ports/finished-file.ts';

export type Step = PlaceStep;
export type Place = FilePlace;

/** What was found in a finished file. */
export type LeakReport = {
  readonly leaks: readonly Leak[];
  /** Items of the watched spellings that stand in it. */
  readonly holds: readonly string[];
  /** Parts that text cannot check or that could not be opened. */
  readonly unread: readonly Place[];
};

/**
 * A text somewhere in a file; text of which only the order of its letters is sure (`letters`), as when
 * it is put together from a page; bytes that are no text; or a part that could not be looked into.
 */
export type Piece =
  | { readonly place: Place; readonly text: string }
  | { readonly place: Place; readonly letters: string }
  | { readonly place: Place; readonly bytes: Uint8Array }
  | { readonly place: Place; readonly unread: true };

/** Reads the bytes of a part of a file; what it holds in turn is read by the kind its bytes show. */
export type ReadPart = (bytes: Uint8Array, place: Place) => AsyncIterable<Piece> | Iterable<Piece>;
