import type { Change, Header } from '../journal/entry.ts';
import { entriesByItem } from '../journal/fold.ts';
import { placeOf } from '../journal/place.ts';
import type { Restatements } from '../journal/restatements.ts';
import { type Known, type Mark, standingOf } from '../journal/standing.ts';
import type { Json } from '../model/json.ts';

/**
 * A change that says again what an entry that goes had said, and the place it will count in.
 * `redacted`: only as a redacted copy may say it; the true words count wherever they are known.
 */
export type Again = { readonly change: Change; readonly original: Header; readonly redacted: boolean };

type Erasure = {
  /** Whether the body of this entry goes. */
  readonly goes: (entry: Known) => boolean;
  /** Whether this field of what the entry writes is purged; null asks for the item as a whole. */
  readonly isPurged: (entry: Known, field: string | null) => boolean;
};

function again({ counts, entry, redacted }: Mark, patch: { readonly [field: string]: Json }): Again {
  const { entity, entityId, op } = entry.body;
  return {
    change: { entity, entityId, op: op === 'delete' ? 'delete' : 'update', patch },
    original: counts,
    redacted,
  };
}

/** Findings that go though they no longer stand: every earlier finding is kept (DESIGN 1). */
const earlierFindings = (
  known: readonly Known[],
  restatements: Restatements,
  standing: readonly Mark[],
): Mark[] => {
  const stands = new Set(standing.map(({ entry }) => entry));
  return known
    .filter((entry) => entry.body.entity === 'claim' && Object.hasOwn(entry.body.patch, 'finding'))
    .filter((entry) => !stands.has(entry))
    .map((entry) => {
      const place = restatements.get(placeOf(entry.header));
      return { counts: place?.of ?? entry.header, entry, redacted: place?.redacted ?? false };
    });
};

/**
 * What must be said again so that the fold loses nothing but what is purged: each field that stands
 * in a body that goes, in a change of its own (whoever purges another of these fields at the same
 * time erases only that one), and one empty change for each head, so that the item itself stays.
 * `entries`: all known entries of the items concerned, those that go included.
 */
export function restate(
  entries: Iterable<Known>,
  restatements: Restatements,
  { goes, isPurged }: Erasure,
): Again[] {
  const said: Again[] = [];
  for (const known of entriesByItem(entries).values()) {
    if (!known.some(goes)) continue;
    const { fields, heads } = standingOf(known, restatements);
    const earlier = earlierFindings(known, restatements, fields.get('finding') ?? []);
    for (const [field, standing] of fields) {
      for (const mark of field === 'finding' ? [...standing, ...earlier] : standing) {
        if (!goes(mark.entry) || isPurged(mark.entry, field)) continue;
        said.push(again(mark, { [field]: mark.entry.body.patch[field] ?? null }));
      }
    }
    for (const mark of heads) {
      if (goes(mark.entry) && !isPurged(mark.entry, null)) said.push(again(mark, {}));
    }
  }
  return said;
}
