import type { TFunction } from 'i18next';
import type { FilePlace } from '#core/ports/finished-file.ts';

/** Words for a place in a finished file: "page 3, in the text that stands for a picture". */
export const placeWords = (t: TFunction, place: FilePlace): string =>
  place.map(({ kind, name }) => t(`places.${kind}`, { name })).join(t('places.between'));
