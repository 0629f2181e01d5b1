import type { Entry, Header } from './entry.ts';
import { hasSeen } from './folded.ts';
import { placeOf } from './place.ts';
import { isNamed, purgesIn, restatedIn } from './purges.ts';

/** By the place of an entry that says again what an erased one had said: the erased one's header. */
export type Restatements = ReadonlyMap<string, Header>;

const NONE: Restatements = new Map();

type Stated = { readonly by: string; readonly of: string };

const statedIn = ({ header, body }: Entry): Stated[] =>
  body?.entity === 'purge'
    ? restatedIn(body).map(([actor, seq, back]) => ({
        by: placeOf({ actor: header.actor, seq: header.seq - back }),
        of: placeOf({ actor, seq }),
      }))
    : [];

/**
 * Which entries of a journal stand in the place of others, as its purges say. Only a place that is
 * purged can be stood in for, by somebody who had seen what was there.
 */
export function restatementsIn(entries: readonly Entry[]): Restatements {
  const stated = entries.flatMap(statedIn);
  if (stated.length === 0) return NONE;
  const wanted = new Set(stated.flatMap(({ by, of }) => [by, of]));
  const headers = new Map(
    entries.flatMap(({ header }): [string, Header][] => {
      const place = placeOf(header);
      return wanted.has(place) ? [[place, header]] : [];
    }),
  );
  const purges = purgesIn(entries);
  const restatements = new Map<string, Header>();
  for (const { by, of } of stated) {
    const [restating, original] = [headers.get(by), headers.get(of)];
    if (!restating || !original || !isNamed(purges, original)) continue;
    if (hasSeen(restating, original)) restatements.set(by, original);
  }
  return restatements;
}
