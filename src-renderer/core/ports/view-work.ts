import type { BlobRef } from '../model/evidence.ts';
import type { Done } from './workbench.ts';

/** Kinds of file whose words are read to be looked at. */
export type ViewedFormat = 'text' | 'html' | 'mhtml' | 'docx';

/** A file as it is shown. */
export type View =
  /** A web page without anything that runs or loads; `leftOut`: pictures that lie elsewhere. */
  | { readonly kind: 'page'; readonly html: string; readonly leftOut: number }
  /** `uncertain`: the encoding is a guess; `plain`: a page too large to be laid out, as its words alone. */
  | {
      readonly kind: 'text';
      readonly lines: readonly string[];
      readonly uncertain: boolean;
      readonly plain: boolean;
    };

/** In pixels; `drawable`: unpacked it takes no more memory than there is to spare. */
export type PictureSize = { readonly width: number; readonly height: number; readonly drawable: boolean };

/** Looking at sealed evidence files of the open case. */
export type ViewWork = {
  /** Reads a file's words. Aborting ends it with `cancelled`. */
  viewFile(file: BlobRef, format: ViewedFormat, signal: AbortSignal): Promise<Done<View>>;
  /** What a picture's head says of its size in pixels; null when it says nothing. */
  pictureSize(file: BlobRef): Promise<Done<PictureSize | null>>;
  /** Bytes of a file, `end` exclusive. */
  readFilePart(file: BlobRef, start: number, end: number, signal: AbortSignal): Promise<Done<Uint8Array>>;
};
