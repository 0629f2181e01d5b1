import Dexie from 'dexie';
import type { Entry } from '#core/journal/entry.ts';
import { placeOf } from '#core/journal/place.ts';
import { StorageError } from '#core/ports/case-storage.ts';
import type { CaseDb, JournalRecord } from './case-db.ts';
import { journalKey } from './record-keys.ts';
import type { Sealing } from './sealing.ts';

/*
 * The journal lies in runs: consecutive entries of one actor in one record, under the place of the
 * last of them. A record costs the browser a tenth of a millisecond whatever is in it, so that a
 * merge of 65,000 entries in a record each would take the store seven seconds.
 */

/** Most entries in a run: opening or sealing one takes a few milliseconds. */
export const RUN = 250;

/** Entries in the runs they are stored in; they must come in the order of their chains. */
export function runsOf(entries: readonly Entry[]): Entry[][] {
  const runs: Entry[][] = [];
  for (const entry of entries) {
    const run = runs.at(-1);
    const last = run?.at(-1)?.header;
    const { actor, seq } = entry.header;
    if (run && run.length < RUN && last?.actor === actor && last.seq + 1 === seq) run.push(entry);
    else runs.push([entry]);
  }
  return runs;
}

/** Seals one run, which is never empty. */
export function sealRun(sealing: Sealing, run: readonly Entry[]): JournalRecord {
  const last = run.at(-1);
  if (!last) throw new StorageError('failed', 'A run of the journal is empty.');
  const { actor, seq } = last.header;
  const value = run.length === 1 ? last : run;
  return { actor, seq, sealed: sealing.sealJson('journal', journalKey(actor, seq), value) };
}

/** The entries of a record, the earliest first. */
export function openRun(sealing: Sealing, { actor, seq, sealed }: JournalRecord): readonly Entry[] {
  const value = sealing.openJson<Entry | readonly Entry[]>('journal', journalKey(actor, seq), sealed);
  return 'header' in value ? [value] : value;
}

/** The runs that hold any of these places, with the given entries in them. */
export async function rewrittenRuns(
  db: CaseDb,
  sealing: Sealing,
  changed: readonly Entry[],
): Promise<Entry[][]> {
  const now = new Map(changed.map((entry) => [placeOf(entry.header), entry]));
  const runs: Entry[][] = [];
  const done = new Set<string>();
  for (const { header } of changed) {
    if (done.has(placeOf(header))) continue;
    const { actor, seq } = header;
    const record = await db.journal.where('[actor+seq]').between([actor, seq], [actor, Dexie.maxKey]).first();
    const run = (record ? openRun(sealing, record) : []).map((held) => now.get(placeOf(held.header)) ?? held);
    for (const held of run) done.add(placeOf(held.header));
    if (!done.has(placeOf(header))) {
      throw new StorageError('damaged', `Entry ${seq} of a chain is missing.`, {
        detail: { table: 'journal' },
      });
    }
    runs.push(run);
  }
  return runs;
}
