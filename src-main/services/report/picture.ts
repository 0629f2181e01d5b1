import { barePicture } from './bare-picture.ts';

/** A thumbnail under the name the model gives it. */
export type Picture = { readonly name: string; readonly bytes: Uint8Array };

/** The pictures Typst can show (PNG, JPEG, WebP) under a name that is one file's, bare of all but their pixels. */
export const shownPictures = (pictures: readonly Picture[]): Picture[] =>
  pictures.flatMap(({ name, bytes }) => {
    const bare = /^[\w-][\w.-]*$/.test(name) ? barePicture(bytes) : null;
    return bare ? [{ name, bytes: bare }] : [];
  });
