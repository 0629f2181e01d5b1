import * as v from 'valibot';
import { FAULT_CODES } from '#core/exchange/project-file/faults.ts';
import { method } from './method.ts';
import { bytes, count, guard, id, LEAVING_ERRORS, leftFile, path, sha256 } from './shapes.ts';

/** Endings of the files that may be exported. */
const EXPORT_ENDINGS = ['jsonld', 'csv', 'html', 'docx'] as const;

/** Data that leaves the case in other programs' formats, and files that come from them. */
export const EXPORT_METHODS = {
  /**
   * Asks where to, and writes the file (in slices in order; text in UTF-8), checked, whole or not at all.
   */
  'export.text': method(
    v.object({
      suggestedName: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
      ending: v.picklist(EXPORT_ENDINGS),
      slices: v.array(bytes),
      guard,
    }),
    v.object({ file: leftFile }),
    LEAVING_ERRORS,
  ),
  /**
   * Asks where to, and writes the evidence of an unlocked case as a BagIt bag (ZIP, not encrypted).
   * `project.progress` tells how far, `project.cancel` stops it.
   */
  'export.bag': method(
    v.object({
      jobId: id,
      caseId: id,
      suggestedName: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
      title: v.string(),
      day: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/)),
      software: v.string(),
      /** `data/evidence.csv`, UTF-8. */
      table: bytes,
      files: v.array(
        v.object({
          path: v.pipe(v.string(), v.regex(/^data\/files\/[^/\\\p{Cc}]{1,200}$/u)),
          sha256,
          crc32: count,
          size: count,
          ref: v.pipe(v.string(), v.regex(/^\P{Cc}{0,100}$/u)),
          mediaType: v.string(),
          /** Parts of a picture that are blacked out in the copy that leaves in its place. */
          masks: v.array(v.object({ x: v.number(), y: v.number(), width: v.number(), height: v.number() })),
        }),
      ),
      guard,
    }),
    /** `leftOut`: references of items whose masked copy could not be made. */
    v.object({ file: leftFile, leftOut: v.array(v.string()) }),
    [...LEAVING_ERRORS, 'blob-missing', 'blob-damaged', 'cancelled', 'locked'],
  ),
  /** Checks a bag in a ZIP archive from end to end (RFC 8493); `bag` null: the file is no ZIP archive. */
  'export.checkBag': method(
    v.object({ path }),
    v.object({
      bag: v.nullable(
        v.object({
          files: count,
          bytes: count,
          problems: v.array(
            v.object({
              path: v.string(),
              what: v.picklist(['altered', 'missing', 'unlisted', 'unreadable']),
            }),
          ),
        }),
      ),
    }),
    [...FAULT_CODES, 'not-a-file'],
  ),
  /** Lets the person choose a file to import claims from or to verify; null: they changed their mind. */
  'export.pick': method(
    v.object({ what: v.picklist(['claims', 'exported']) }),
    v.object({ path: v.nullable(path) }),
    [],
  ),
} as const;
