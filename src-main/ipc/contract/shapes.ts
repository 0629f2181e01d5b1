import * as v from 'valibot';
import { PLACE_KINDS } from '#core/ports/finished-file.ts';

/** Ids are UUIDs: they are used as folder names, so nothing else may pass. */
export const id = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));

/** SHA-256 in lower-case hex. */
export const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

export const bytes = v.custom<Uint8Array>((value) => value instanceof Uint8Array);
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const nothing = v.null();

/** An absolute path a person chose or dropped. */
export const path = v.pipe(v.string(), v.minLength(1), v.maxLength(32_768));

/** A file sealed by the vault; the shape of `BlobRef` in core/model/evidence.ts. */
export const blobRef = v.object({
  sha256,
  crc32: count,
  size: count,
  name: v.string(),
  mediaType: v.string(),
  modified: v.nullable(v.string()),
});

/** 32 bytes under which a case is sealed. */
export const caseKey = v.pipe(
  bytes,
  v.check((key) => key.length === 32),
);

/** What a person types to open something; wiped, never logged. */
export const passphrase = v.pipe(v.string(), v.minLength(1), v.maxLength(1024));

const spelling = v.object({ itemId: v.string(), words: v.pipe(v.string(), v.maxLength(10_000)) });

/** What a finished file is checked for; the shape of `Guard` in core/ports/finished-file.ts. */
export const guard = v.object({ needles: v.array(spelling), watched: v.array(spelling) });

const placeStep = v.object({ kind: v.picklist(PLACE_KINDS), name: v.string() });

/** A file that left, null when the person changed their mind; `LeftFile` in core/ports/finished-file.ts. */
export const leftFile = v.nullable(
  v.object({
    path,
    bytes: count,
    sha256,
    holds: v.pipe(v.array(v.string()), v.readonly()),
    unread: v.pipe(v.array(v.pipe(v.array(placeStep), v.readonly())), v.readonly()),
  }),
);

/** What stops a file that was finished and is then removed. `part` of a leak: JSON of `Leak`. */
export const LEAVING_ERRORS = ['disk-full', 'write-failed', 'export-leaks', 'not-checked'] as const;
