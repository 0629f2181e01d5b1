import * as v from 'valibot';
import { method } from './method.ts';
import { bytes, count, path, sha256 } from './shapes.ts';

/** Endings of the text files that may be exported. */
export const EXPORT_ENDINGS = ['jsonld', 'json', 'csv', 'html'] as const;

/** Data that leaves the case in other programs' formats, and files that come from them. */
export const EXPORT_METHODS = {
  /**
   * Asks where to, and writes the text (UTF-8, in slices in order) whole or not at all. `path` null:
   * the person changed their mind.
   */
  'export.text': method(
    v.object({
      suggestedName: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
      ending: v.picklist(EXPORT_ENDINGS),
      slices: v.array(bytes),
    }),
    v.object({ path: v.nullable(path), bytes: count, sha256 }),
    ['disk-full', 'write-failed'],
  ),
  /** Lets the person choose a file to import claims from or to verify; null: they changed their mind. */
  'export.pick': method(
    v.object({ what: v.picklist(['claims', 'exported']) }),
    v.object({ path: v.nullable(path) }),
    [],
  ),
} as const;
