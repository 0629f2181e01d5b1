import type { Entry, Header } from './entry.ts';
import { hasSeen } from './folded.ts';
import { placeOf } from './place.ts';
import { restatedIn } from './purges.ts';

/** By the place of an entry that says again what an erased one had said: the erased one's header. */
export type Restatements = ReadonlyMap<string, Header>;

const NONE: Restatements = new Map();

/** Which entries of a journal stand in the place of others, as its purges say. */
export function restatementsIn(entries: readonly Entry[]): Restatements {
  const stated = entries.flatMap(({ header, body }) =>
    body?.entity === 'purge'
      ? restatedIn(body).map(([actor, seq, back]) => ({
          by: placeOf({ actor: header.actor, seq: header.seq - back }),
          of: placeOf({ actor, seq }),
        }))
      : [],
  );
  if (stated.length === 0) return NONE;
  const headers = new Map(
    stated.flatMap(({ by, of }) => [by, of]).map((place) => [place, null as Header | null]),
  );
  for (const { header } of entries) {
    const place = placeOf(header);
    if (headers.has(place)) headers.set(place, header);
  }
  const restatements = new Map<string, Header>();
  for (const { by, of } of stated) {
    const [restating, original] = [headers.get(by), headers.get(of)];
    if (restating && original && hasSeen(restating, original)) restatements.set(by, original);
  }
  return restatements;
}
