import { appendChanges, type Entropy, type Tip } from '../journal/append.ts';
import type { Body, Change, Entry, Patch } from '../journal/entry.ts';
import { freshActor } from '../journal/fresh-actor.ts';
import { placeOf } from '../journal/place.ts';
import { restatementsIn } from '../journal/restatements.ts';
import { isKnown, type Known } from '../journal/standing.ts';
import type { Restated } from '../model/purge.ts';
import { type Again, restate } from './restate.ts';

/**
 * What may leave of a body: the very same patch when all of it may, another when words are
 * replaced, null when nothing of it may.
 */
export type Redact = (body: Omit<Body, 'salt'>) => Patch | null;

/** A copy of a case for somebody who must not read all of it. */
export type RedactedCopy = {
  readonly entries: readonly Entry[];
  /** Entries that left without their body. */
  readonly withheld: number;
  /** Entries that say what withheld ones may say. */
  readonly rewritten: number;
};

/** The fields said again of one original, in one change: fewer entries, and all count in one place. */
function grouped(said: readonly Again[]): Again[] {
  const groups = new Map<string, Again>();
  for (const again of said) {
    const { change, original } = again;
    const key = `${placeOf(original)}/${change.op}/${change.entityId}`;
    const held = groups.get(key);
    const patch = { ...held?.change.patch, ...change.patch };
    groups.set(key, held ? { ...held, change: { ...held.change, patch } } : again);
  }
  return [...groups.values()];
}

/** Where a copy stands that goes on under an actor id of its own. */
function freshTip(journal: readonly Entry[], actor: string): Tip {
  const seen: Record<string, number> = {};
  let at: string | null = null;
  for (const { header } of journal) {
    seen[header.actor] = Math.max(seen[header.actor] ?? 0, header.seq);
    if (at === null || header.at > at) at = header.at;
  }
  return { actor, seen, prev: null, at };
}

/**
 * The journal with the bodies withheld that may not leave as they are, and, under a fresh actor id
 * (one chain is never continued in two places), entries that stand in for them as they may be read.
 * It verifies, and merged back it changes nothing: where the true body is known it counts.
 * `founding`: what the fresh actor says of itself.
 */
export function redactedCopy(
  journal: readonly Entry[],
  redact: Redact,
  entropy: Entropy,
  founding: (actor: string) => readonly Change[],
): RedactedCopy {
  const known = journal.filter(isKnown);
  const patches = new Map<string, Patch | null>();
  for (const { header, body } of known) {
    const patch = redact(body);
    if (patch !== body.patch) patches.set(placeOf(header), patch);
  }
  const goes = ({ header }: Known): boolean => patches.has(placeOf(header));
  const said = restate(known, restatementsIn(journal), {
    goes,
    isPurged: ({ header }, field) => {
      const patch = patches.get(placeOf(header));
      return patch === null || (field !== null && patch !== undefined && !Object.hasOwn(patch, field));
    },
  });
  const standIns = grouped(said).flatMap(({ change, original }): Again[] => {
    const patch = redact(change);
    return patch === null ? [] : [{ original, change: { ...change, patch }, redacted: true }];
  });
  const actor = freshActor(entropy);
  const restated = standIns.map(
    ({ original }, at): Restated => [original.actor, original.seq, standIns.length - at],
  );
  const changes: Change[] = [
    ...founding(actor),
    ...standIns.map(({ change }) => change),
    { entity: 'redaction', entityId: entropy.newId(), op: 'create', patch: { restated } },
  ];
  const { entries } = appendChanges(freshTip(journal, actor), changes, entropy);
  const left = journal.map((entry) =>
    patches.has(placeOf(entry.header)) ? { header: entry.header, body: null } : entry,
  );
  return { entries: [...left, ...entries], withheld: patches.size, rewritten: standIns.length };
}
