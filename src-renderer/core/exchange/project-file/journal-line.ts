import * as v from 'valibot';
import type { Body, Entry, Header } from '../../journal/entry.ts';
import { canonicalJson } from '../../journal/canonical-json.ts';
import { ENTITY_NAMES } from '../../model/entities.ts';
import { misshapen } from '../../model/field-shapes.ts';
import { ProjectFileFault } from './faults.ts';
import { parseSafeJson } from './json-text.ts';

const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,99}$/));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const count = v.pipe(v.number(), v.integer(), v.minValue(1));
/** Names of fields are the program's own words. */
const field = v.pipe(v.string(), v.regex(/^[a-z][A-Za-z0-9]{0,63}$/));

const header = v.strictObject({
  id,
  actor: id,
  seq: count,
  at: v.pipe(v.string(), v.regex(/^\d{15}-[0-9a-f]{6}$/)),
  batch: id,
  seen: v.record(id, count),
  prev: v.nullable(hash),
  bodyHash: hash,
});

const body = v.strictObject({
  salt: v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{43}=$/)),
  entity: v.string(),
  entityId: id,
  op: v.picklist(['create', 'update', 'delete']),
  patch: v.record(field, v.unknown()),
  reason: v.optional(v.string()),
});

const schema = v.strictObject({ body: v.nullable(body), header });

/** An entry as it stands on its line, with the two texts its hashes are made over. */
export type JournalLine = {
  readonly entry: Entry;
  readonly headerText: string;
  /** Null when the body is withheld. */
  readonly bodyText: string | null;
};

/** One entry as a line of `data/journal.jsonl`, without its line break. */
export const journalLine = ({ header, body }: Entry): string => canonicalJson({ header, body });

/**
 * Reads one line (without its break; `number` counts from 1). Throws `journal-not-json`,
 * `journal-bad-entry`, `journal-unknown-entity`, `journal-bad-value` or `journal-not-canonical`.
 */
export function parseJournalLine(line: string, number: number): JournalLine {
  const part = `journal line ${number}`;
  const value = parseSafeJson(line, 'journal-not-json', part);
  const parsed = v.safeParse(schema, value);
  if (!parsed.success) {
    const place = v.getDotPath(parsed.issues[0]);
    throw new ProjectFileFault('journal-bad-entry', place === null ? part : `${part}: ${place}`);
  }
  const { entity } = parsed.output.body ?? {};
  if (entity !== undefined && !(ENTITY_NAMES as readonly string[]).includes(entity)) {
    throw new ProjectFileFault('journal-unknown-entity', `${part}: ${entity.slice(0, 60)}`);
  }
  // The schema has checked every field the types name; the texts are of the value as it was read.
  const entry = value as { readonly header: Header; readonly body: Body | null };
  const wrong = entry.body && misshapen(entry.body.entity, entry.body.patch);
  if (wrong !== null) throw new ProjectFileFault('journal-bad-value', `${part}: ${entity} ${wrong}`);
  const headerText = canonicalJson(entry.header);
  const bodyText = entry.body === null ? null : canonicalJson(entry.body);
  if (line !== `{"body":${bodyText ?? 'null'},"header":${headerText}}`) {
    throw new ProjectFileFault('journal-not-canonical', part);
  }
  return { entry, headerText, bodyText };
}
