import type { BlobRef } from '#core/model/evidence.ts';
import type { Place } from '#core/model/place.ts';

/** What every viewer is given. */
export type ViewerProps = {
  readonly file: BlobRef;
  readonly title: string;
  /** Address of the file in this window. */
  readonly source: string;
  /** The place to go to; a new object each time somebody asks. */
  readonly goal: Place | null;
  /** Regions that are marked already. */
  readonly marked: readonly Extract<Place, { kind: 'region' }>[];
  /** Offers a place to be kept with a claim. */
  readonly mark: (place: Place) => void;
  /** Shows why the file cannot be shown, in words. */
  readonly fail: (words: string) => void;
};
