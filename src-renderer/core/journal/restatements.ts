import type { Entry, Header } from './entry.ts';
import { hasSeen } from './folded.ts';
import { placeOf } from './place.ts';
import { isNamed, purgesIn, restatedIn } from './purges.ts';

/** In whose place an entry counts, and whether it is what a redacted copy says there. */
export type Restatement = { readonly of: Header; readonly redacted: boolean };

/** By the place of an entry that says again what another had said, or stands in for it. */
export type Restatements = ReadonlyMap<string, Restatement>;

const NONE: Restatements = new Map();

type Stated = { readonly by: string; readonly of: string; readonly redacted: boolean };

/** Whether the entry says in whose place others count. */
export const restates = ({ body }: Entry): boolean =>
  body?.entity === 'purge' || body?.entity === 'redaction';

const statedIn = ({ header, body }: Entry): Stated[] =>
  body && restates({ header, body })
    ? restatedIn(body).map(([actor, seq, back]) => ({
        by: placeOf({ actor: header.actor, seq: header.seq - back }),
        of: placeOf({ actor, seq }),
        redacted: body.entity === 'redaction',
      }))
    : [];

/**
 * Which entries of a journal stand in the place of others, as its purges and redactions say, each
 * by somebody who had seen what was there. A purge moves words only to a place that is purged, or
 * that a redaction stood in for; a redaction to any, but where the true body is known it counts all
 * the same (`standingOf`).
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
  const stoodFor = new Set(stated.filter(({ redacted }) => redacted).map(({ of }) => of));
  const restatements = new Map<string, Restatement>();
  for (const { by, of, redacted } of stated) {
    const [restating, original] = [headers.get(by), headers.get(of)];
    if (!restating || !original || !hasSeen(restating, original)) continue;
    if (redacted || stoodFor.has(of) || isNamed(purges, original))
      restatements.set(by, { of: original, redacted });
  }
  return restatements;
}
