import { pause } from '#core/pause.ts';
import type { Tip } from '#core/journal/append.ts';
import type { Entry } from '#core/journal/entry.ts';
import type { FoldedItem } from '#core/journal/folded.ts';
import type { Taken, Writing } from '#core/ports/case-storage.ts';
import { itemKey } from '#core/journal/fold.ts';
import { openRows, sealBlocks } from './blocks.ts';
import type { CaseDb, JournalRecord } from './case-db.ts';
import { rewrittenRuns, runsOf, sealRun } from './journal-runs.ts';
import { packRow } from './packing.ts';
import { readStoredRows } from './read-case.ts';
import { putBlocks } from './rebuild.ts';
import { LIST, TIP } from './record-keys.ts';
import { requireStrict } from './require-strict.ts';
import { requireTip } from './require-tip.ts';
import type { SealedTable, Sealing } from './sealing.ts';
import { storageFailure } from './storage-failure.ts';

/** Records sealed or put in one go: a few milliseconds, so that the window never stands still. */
const PART = 250;
/** Runs of the journal put in one go. */
const RUNS = 8;

const utf8 = new TextEncoder();

/** Told after each record, or run of them; throws when the write is not wanted any more. */
type Did = (count?: number) => void;

async function inParts<T, R>(items: readonly T[], seal: (item: T) => R, did: Did): Promise<R[]> {
  const records: R[] = [];
  for (let at = 0; at < items.length; at += PART) {
    for (const item of items.slice(at, at + PART)) {
      records.push(seal(item));
      did();
    }
    await pause();
  }
  return records;
}

async function sealRuns(
  sealing: Sealing,
  runs: readonly (readonly Entry[])[],
  did: Did,
): Promise<JournalRecord[]> {
  const records: JournalRecord[] = [];
  for (const run of runs) {
    records.push(sealRun(sealing, run));
    did(run.length);
    await pause();
  }
  return records;
}

/** What the journal must hold anew: new entries in runs, and each run that held what changes. */
async function runsFor(
  db: CaseDb,
  sealing: Sealing,
  { seen }: Tip,
  { added, erased }: Taken,
): Promise<readonly Entry[][]> {
  const isHeld = ({ header }: Entry): boolean => header.seq <= (seen[header.actor] ?? 0);
  const fresh = added.filter((entry) => !isHeld(entry));
  const inOrder = [...fresh].sort(({ header: a }, { header: b }) =>
    a.actor === b.actor ? a.seq - b.seq : a.actor < b.actor ? -1 : 1,
  );
  const held = await rewrittenRuns(db, sealing, [...added.filter(isHeld), ...erased]);
  return [...held, ...runsOf(inOrder)];
}

/** Fewer changed rows than this are put beside the blocks instead of packing all of them again. */
const FEW = 500;

/**
 * Whether the rows need not be packed again: little changed, and nothing must be gone for good, which
 * it would not be from a block that stays.
 */
const mayLieBeside = ({ changed, removed, erased, destroyed }: Taken): boolean =>
  changed.length < FEW && removed.length + erased.length + destroyed.texts.length === 0;

/** Every row as it stands after what was taken in. */
async function rowsAfter(
  db: CaseDb,
  sealing: Sealing,
  { changed, removed }: Taken,
  anew: boolean,
): Promise<Map<string, FoldedItem>> {
  const rows = anew ? new Map<string, FoldedItem>() : await openRows(sealing, await readStoredRows(db));
  for (const key of removed) rows.delete(key);
  for (const item of changed) rows.set(itemKey(item.entity, item.id), item);
  return rows;
}

/** Every record of what was taken in, sealed before the transaction begins. */
async function sealTaken(
  sealing: Sealing,
  taken: Taken,
  runs: readonly (readonly Entry[])[],
  packed: ReadonlyMap<string, FoldedItem> | null,
  { report = () => undefined, requireWanted = () => undefined }: Writing,
) {
  const { changed, tip, texts, destroyed } = taken;
  const rows = packed?.size ?? changed.length;
  const total = runs.reduce((sum, { length }) => sum + length, 0) + rows + texts.size;
  let done = 0;
  let told = 0;
  const did: Did = (count = 1) => {
    requireWanted();
    done += count;
    if (done - told < PART && done !== total) return;
    told = done;
    report(done, total);
  };
  const named = (table: SealedTable, name: string, seal: (key: string) => Uint8Array) => {
    const id = sealing.recordKey(table, name);
    return { id, sealed: seal(id) };
  };
  const idsIn = (table: SealedTable, names: readonly string[]): string[] =>
    names.map((name) => sealing.recordKey(table, name));
  return {
    journal: await sealRuns(sealing, runs, did),
    blocks: packed && (await sealBlocks(sealing, packed.values(), did)),
    rows: await inParts(
      packed ? [] : changed,
      (row) =>
        named('rows', itemKey(row.entity, row.id), (key) => sealing.sealJson('rows', key, packRow(row))),
      did,
    ),
    texts: await inParts(
      [...texts],
      ([id, text]) => named('texts', id, (key) => sealing.sealBytes('texts', key, utf8.encode(text))),
      did,
    ),
    removedTexts: idsIn('texts', destroyed.texts),
    removedThumbnails: idsIn('thumbnails', destroyed.thumbnails),
    tip: { id: TIP, sealed: sealing.sealJson('meta', TIP, tip) },
  };
}

/** Stores what a copy of the case brought, all of it or nothing; whether the rows were packed again with it. */
export async function writeTaken(
  db: CaseDb,
  sealing: Sealing,
  before: Tip,
  taken: Taken,
  how: Writing & {
    /** In the place of what was there. */
    readonly anew?: boolean;
  },
): Promise<boolean> {
  const { ready, requireWanted = () => undefined, anew = false } = how;
  const runs = await runsFor(db, sealing, anew ? { ...before, seen: {} } : before, taken);
  const packed = !anew && mayLieBeside(taken) ? null : await rowsAfter(db, sealing, taken, anew);
  const sealed = await sealTaken(sealing, taken, runs, packed, how);
  await ready;
  let native: IDBTransaction | null = null;
  const tables = [db.journal, db.rows, db.blocks, db.texts, db.thumbnails, db.meta];
  const transacted = db.transaction('rw', tables, async () => {
    native = requireStrict();
    await requireTip(db, sealing, before);
    // Thumbnails stay: they are made from evidence that stays as well.
    if (anew) for (const table of [db.journal, db.texts]) await table.clear();
    // `put`: a body that was withheld may have come, one that is purged must go.
    for (let at = 0; at < sealed.journal.length; at += RUNS) {
      await db.journal.bulkPut(sealed.journal.slice(at, at + RUNS));
      requireWanted();
    }
    if (sealed.blocks) await putBlocks(db, sealed.blocks);
    else await db.rows.bulkPut(sealed.rows);
    requireWanted();
    await db.texts.bulkPut(sealed.texts);
    await db.texts.bulkDelete(sealed.removedTexts);
    await db.thumbnails.bulkDelete(sealed.removedThumbnails);
    await db.meta.delete(LIST);
    // The last chance: what throws in here undoes all of the above.
    requireWanted();
    await db.meta.put(sealed.tip);
  });
  try {
    await transacted;
    return packed !== null;
  } catch (error) {
    throw storageFailure(error, native);
  }
}
