import * as fc from 'fast-check';
import { expect } from 'vitest';
import { openConflict } from '#core/finding/conflict.ts';
import { formatReading, parseReading, tick } from '#core/journal/clock.ts';
import type { Body, Entry } from '#core/journal/entry.ts';
import { fold, itemKey } from '#core/journal/fold.ts';
import { compareStamps, type FoldedItem, hasDeleteConflict } from '#core/journal/folded.ts';
import { placeOf } from '#core/journal/place.ts';
import { restates } from '#core/journal/restatements.ts';
import { unionOf } from '#core/journal/union.ts';
import { verifyChains } from '#core/journal/verify-chain.ts';
import { everyItem } from '#core/merge/gone-with.ts';
import type { CaseState } from '#core/model/case-state.ts';
import type { Purge } from '#core/model/purge.ts';
import type { Desk } from './merge-world.ts';
import {
  anyHistory,
  exchangeAll,
  type History,
  plantedIn,
  play,
  withoutCopying,
  withoutForging,
  type World,
} from './merge-histories.ts';

const inOrder = (entries: Iterable<Entry>): Entry[] =>
  [...entries].sort((a, b) => compareStamps({ ...a.header, at: '' }, { ...b.header, at: '' }));
const united = (...journals: readonly (readonly Entry[])[]): Entry[] =>
  inOrder(unionOf(...journals).values());
const rowsOf = (state: CaseState): Map<string, FoldedItem> =>
  new Map(everyItem(state).map((item) => [itemKey(item.entity, item.id), item]));

/** Three journals of a world: copies and files, whatever there is. */
function three({ desks, files }: World): [readonly Entry[], readonly Entry[], readonly Entry[]] {
  const journals = [...desks.map(({ entries }) => entries), ...files.toReversed()];
  return [journals[0] ?? [], journals[1] ?? [], journals[2] ?? []];
}

/** A journal as it would be under other clocks: in the same causal order, everyone's hours shifted. */
export function underOtherClocks(entries: readonly Entry[], shift: (actor: string) => number): Entry[] {
  const latest = new Map<string, string[]>();
  return [...entries]
    .sort((a, b) => compareStamps(a.header, b.header))
    .map(({ header, body }) => {
      const own = latest.get(header.actor) ?? [];
      const seen = Object.entries(header.seen).map(([actor, seq]) => latest.get(actor)?.[seq - 1] ?? '');
      const last = seen.reduce((max, at) => (at > max ? at : max), '');
      const wall = parseReading(header.at).wall + shift(header.actor) * 3_600_000;
      const at = last === '' ? formatReading(wall, 0) : tick(last, wall);
      own.push(at);
      latest.set(header.actor, own);
      return { header: { ...header, at }, body };
    });
}

/** Who found what of each claim, as far as it stands. */
function standingFindings(items: ReadonlyMap<string, FoldedItem>): Map<string, Set<string>> {
  const standing = new Map<string, Set<string>>();
  for (const [key, { entity, fields }] of items) {
    if (entity !== 'claim') continue;
    const finds = (fields['finding'] ?? []).map(({ actor, seq, value }) =>
      JSON.stringify([actor, seq, value]),
    );
    standing.set(key, new Set(finds));
  }
  return standing;
}

/** Open conflicts of a copy: of findings, and of items deleted here and changed there. */
const conflictsOf = ({ state }: Desk) => ({
  findings: new Map([...state.claim.values()].map((claim) => [claim.id, openConflict(claim)])),
  deletes: new Set(
    everyItem(state)
      .filter(hasDeleteConflict)
      .map(({ entity, id }) => itemKey(entity, id)),
  ),
});

/** Causal order by its definition, from what the author's copy held. */
const saw = ({ header: later }: Entry, { header: earlier }: Entry): boolean =>
  later.actor === earlier.actor ? later.seq > earlier.seq : (later.seen[earlier.actor] ?? 0) >= earlier.seq;

type PurgeEntry = { readonly entry: Entry; readonly purge: Purge };

/** What is not there names nothing. */
const readPurge = ({ patch }: Body): Purge => ({
  places: [],
  targets: [],
  restated: [],
  ...(JSON.parse(JSON.stringify(patch)) as Partial<Purge> & Pick<Purge, 'what'>),
});

/** The purges of a journal, read as they were written. */
const purgesOf = (journal: readonly Entry[]): PurgeEntry[] =>
  journal.flatMap((entry) =>
    entry.body?.entity === 'purge' ? [{ entry, purge: readPurge(entry.body) }] : [],
  );

/** Whether what an entry writes here (null: the item) was purged while its author did not know. */
const isTargeted = (purges: readonly PurgeEntry[], entry: Entry, field: string | null): boolean =>
  purges.some(
    (one) =>
      !saw(entry, one.entry) &&
      one.purge.targets.some(
        ([entity, id, name]) =>
          entity === entry.body?.entity && id === entry.body.entityId && (name === null || name === field),
      ),
  );

/** Whether the entry's content must be gone: named, or written in ignorance of the purge. */
const mustGo = (purges: readonly PurgeEntry[], entry: Entry): boolean =>
  entry.body !== null &&
  entry.body.entity !== 'purge' &&
  (purges.some(({ purge }) =>
    purge.places.some(
      ([actor, from, to]) =>
        actor === entry.header.actor && from <= entry.header.seq && entry.header.seq <= to,
    ),
  ) ||
    [null, ...Object.keys(entry.body.patch)].some((field) => isTargeted(purges, entry, field)));

/** An entry's body as the words of DESIGN 3 leave it: without what was purged, null when that is all. */
function spared(purges: readonly PurgeEntry[], entry: Entry): Body | null {
  const { body } = entry;
  if (!body || !mustGo(purges, entry)) return body;
  if (isTargeted(purges, entry, null)) return null;
  const left = Object.entries(body.patch).filter(([field]) => !isTargeted(purges, entry, field));
  return { ...body, patch: Object.fromEntries(left) };
}

/** Places of entries that only say again what an erased one had said, or stand in for a withheld one. */
const saidAgain = (journal: readonly Entry[]): Set<string> =>
  new Set(
    journal.flatMap(({ header, body }) =>
      body?.entity === 'purge' || body?.entity === 'redaction'
        ? readPurge(body).restated.map(([, , back]) =>
            placeOf({ actor: header.actor, seq: header.seq - back }),
          )
        : [],
    ),
  );

/** The fold of what everybody ever wrote, had the purges erased exactly what they target. */
function expected(world: World, journal: readonly Entry[]): Map<string, FoldedItem> {
  const purges = purgesOf(journal);
  const again = saidAgain(journal);
  const all = journal.flatMap((entry) => {
    const { header } = entry;
    const place = placeOf(header);
    const written = restates(entry) ? entry : world.written.get(place);
    return written && !again.has(place) ? [{ header, body: spared(purges, written) }] : [];
  });
  return fold(all);
}

/** Merging is commutative, associative and idempotent. */
function checkUnion(world: World): void {
  const [a, b, c] = three(world);
  expect(united(a, b)).toEqual(united(b, a));
  expect(united(united(a, b), c)).toEqual(united(a, united(b, c)));
  expect(united(united(a, c), b)).toEqual(united(a, b, c));
  expect(united(a, a)).toEqual(united(a));
  expect(united(united(a, b), b)).toEqual(united(a, b));
}

/** Every place anybody held, and whether its content was known to somebody. */
function everHeld({ files, desks }: World): Map<string, boolean> {
  const held = new Map<string, boolean>();
  for (const { header, body } of [...files, ...desks.map(({ entries }) => entries)].flat()) {
    held.set(placeOf(header), body !== null || held.get(placeOf(header)) === true);
  }
  return held;
}

/** No entry is lost, and no content but what was purged. `held`: from before everything was exchanged. */
function checkNothingLost({ desks, written }: World, held: ReadonlyMap<string, boolean>): void {
  for (const { entries } of desks) {
    const purges = purgesOf(entries);
    const after = new Map(entries.map((entry) => [placeOf(entry.header), entry]));
    for (const [place, known] of held) {
      const entry = written.get(place);
      const body = known && entry && !mustGo(purges, entry) ? entry.body : null;
      expect(after.get(place)?.body).toEqual(body);
    }
    expect(verifyChains(entries)).toEqual([]);
  }
}

/** No clock decides which findings stand. */
function checkClocks({ desks }: World): void {
  const entries = desks[0]?.entries ?? [];
  const actors = [...new Set(entries.map(({ header }) => header.actor))];
  const turned = underOtherClocks(entries, (actor) => ((actors.indexOf(actor) * 7) % 5) * 11 - 22);
  const back = underOtherClocks(entries, (actor) => -11 * actors.indexOf(actor));
  const standing = standingFindings(fold(entries));
  expect(standingFindings(fold(turned))).toEqual(standing);
  expect(standingFindings(fold(back))).toEqual(standing);
}

/** Everybody sees the same state and the same conflicts, in whatever order files came. */
function checkSame({ desks: [first, ...others] }: World): void {
  if (!first) return;
  for (const other of others) {
    expect(inOrder(other.entries)).toEqual(inOrder(first.entries));
    expect(conflictsOf(other)).toEqual(conflictsOf(first));
    expect(rowsOf(other.state)).toEqual(rowsOf(first.state));
  }
}

/**
 * What must hold of any history, by the words a test report shows. What can be asked of one playing
 * of a history is asked together: playing it is most of the work.
 */
export const MERGE_PROPERTIES: readonly (readonly [name: string, check: (history: History) => void])[] = [
  [
    'merging is commutative, associative and idempotent; rows always equal the fold of the whole journal; no entry is lost, and no content but what was purged; no clock decides which findings stand; everybody sees the same state and the same conflicts, in whatever order files came',
    (history) => {
      const world = play(history, ({ state, entries }) => expect(rowsOf(state)).toEqual(fold(entries)));
      checkUnion(world);
      const held = everHeld(world);
      exchangeAll(world);
      checkNothingLost(world, held);
      checkClocks(world);
      checkSame(world);
    },
  ],
  [
    'a purge takes away what it targets and changes nothing else, whatever happened at the same time',
    (history) => {
      const world = play(withoutForging(history), undefined, true);
      exchangeAll(world);
      const [first] = world.desks;
      if (first) expect(fold(first.entries)).toEqual(expected(world, first.entries));
    },
  ],
  [
    'nothing purged returns to a copy that knows of the purge',
    (history) => {
      const clean = ({ entries }: Desk, { vanished }: World) => {
        const words = new Set(entries.flatMap(({ body }) => [...plantedIn(body)]));
        for (const { body } of entries) {
          if (body?.entity !== 'purge') continue;
          for (const word of vanished.get(body.entityId) ?? []) expect(words.has(word)).toBe(false);
        }
      };
      const world = play(withoutCopying(history), clean);
      exchangeAll(world);
      for (const desk of world.desks) clean(desk, world);
    },
  ],
];

/** The history that breaks a property, told as fast-check tells it; null when `histories` of them did not. */
export function brokenBy(check: (history: History) => void, histories: number): string | null {
  const run = fc.check(fc.property(anyHistory, check), { numRuns: histories });
  return run.failed ? (fc.defaultReportMessage(run) ?? 'It failed and does not say why.') : null;
}
