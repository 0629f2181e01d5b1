import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, itemKey } from '#core/journal/fold.ts';
import { type Block, openRows, packBlocks, sealBlocks, unpackBlock } from '#renderer/storage/blocks.ts';
import { caseDbName, type IdRecord } from '#renderer/storage/case-db.ts';
import { createSealing } from '#renderer/storage/sealing.ts';
import { anyMeetings, copiesAfter } from '../support/arbitraries.ts';
import { claim, deleteRecord, freshCaseId, KEY, openStore, putRecord, recordsOf, Writer } from './support.ts';

const many = (count: number, word = 'Claim') =>
  Array.from({ length: count }, (_, at) => claim(`c${at}`, `${word} ${at}`.padEnd(120, ' and more of it')));

const recordsIn = async (caseId: string, table: string) =>
  (await recordsOf(caseDbName(caseId))).filter((record) => record.table === table);

/** A store whose 600 rows are packed. */
async function packedStore() {
  const caseId = freshCaseId();
  const opened = await openStore(caseId);
  const writer = new Writer();
  await opened.store.commit(writer.next(many(600)));
  const { items } = await opened.store.load();
  expect(await opened.store.tidy(items)).toBe(true);
  return { ...opened, caseId, writer, items };
}

describe('rows in blocks', () => {
  it('come back as they were, conflicts and deletions included', async () => {
    const sealing = await createSealing(KEY);
    await fc.assert(
      fc.asyncProperty(anyMeetings, async (meetings) => {
        for (const { rows } of copiesAfter(meetings)) {
          const { blocks, list } = await sealBlocks(sealing, rows.values());
          expect(await openRows(sealing, { list, blocks, loose: [] })).toEqual(new Map(rows));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('hold an actor, a kind and the names of its fields once', async () => {
    const writer = new Writer();
    writer.next(many(300));
    const rows = [...writer.state.claim.values()].map(({ folded }) => folded);
    const [text, ...more] = await packBlocks(rows, () => undefined);
    expect(more.length).toBeLessThan(2);
    const block = JSON.parse(text ?? '') as Block;
    expect(block.actors).toEqual(['anna']);
    expect(block.shapes).toEqual([['claim', 'statement']]);
    expect(unpackBlock(block)[0]).toEqual(rows[0]);
  });

  it('stay small enough to lie in the database itself', async () => {
    const writer = new Writer();
    writer.next(many(2000, 'A claim with a statement that takes some room, as they do'));
    const rows = [...writer.state.claim.values()].map(({ folded }) => folded);
    const blocks = await packBlocks(rows, () => undefined);
    expect(Math.max(...blocks.map(({ length }) => length))).toBeLessThan(64 * 1024);
    expect(blocks.length).toBeLessThan(20);
  });
});

describe('a store put in order', () => {
  it('holds no row of its own any more, and the same case', async () => {
    const { caseId, store, items } = await packedStore();
    expect(await recordsIn(caseId, 'rows')).toEqual([]);
    expect((await recordsIn(caseId, 'blocks')).length).toBeLessThan(10);
    store.close();
    const again = (await openStore(caseId)).store;
    expect(new Set((await again.load()).items)).toEqual(new Set(items));
  });

  it('is left as it is while little lies loose', async () => {
    const { caseId, store, writer } = await packedStore();
    await store.commit(writer.next([claim('c7', 'Changed'), claim('new', 'New')]));
    expect(await store.tidy((await store.load()).items)).toBe(false);
    expect(await recordsIn(caseId, 'rows')).toHaveLength(2);
  });

  it('gives what changed since before what its blocks say, and takes it in the next time', async () => {
    const { caseId, store, writer } = await packedStore();
    await store.commit(writer.next([claim('c7', 'Changed')]));
    const rows = async () =>
      new Map((await store.load()).items.map((item) => [itemKey(item.entity, item.id), item]));
    expect(await rows()).toEqual(fold(await store.journal()));
    await store.commit(writer.next(many(501, 'Anew')));
    expect(await store.tidy((await store.load()).items)).toBe(true);
    expect(await recordsIn(caseId, 'rows')).toEqual([]);
    expect(await rows()).toEqual(fold(await store.journal()));
  });

  it('tells a missing block and one put in the place of another, and makes the rows anew', async () => {
    const { caseId, store, items } = await packedStore();
    const [first, second] = await recordsIn(caseId, 'blocks');
    if (!first || !second) throw new Error('There are too few blocks.');
    const damaged = { code: 'damaged', detail: { table: expect.stringMatching(/rows|blocks/) } };
    await putRecord(caseDbName(caseId), 'blocks', {
      id: first.key,
      sealed: (second.value as IdRecord).sealed,
    });
    await expect(store.load()).rejects.toMatchObject(damaged);
    await deleteRecord(caseDbName(caseId), 'blocks', first.key);
    await expect(store.load()).rejects.toMatchObject(damaged);
    await store.rebuild();
    expect(new Set((await store.load()).items)).toEqual(new Set(items));
  });

  it('takes no block of an earlier packing', async () => {
    const { caseId, store, writer } = await packedStore();
    const before = await recordsIn(caseId, 'blocks');
    await store.commit(writer.next(many(501, 'Anew')));
    const { items } = await store.load();
    await store.tidy(items);
    for (const { value } of before) await putRecord(caseDbName(caseId), 'blocks', value);
    expect(new Set((await store.load()).items)).toEqual(new Set(items));
  });

  it('is not written over by a packing when it is not as it was left', async () => {
    const { caseId, store, writer } = await packedStore();
    await store.commit(writer.next(many(501, 'Anew')));
    const { items } = await store.load();
    await deleteRecord(caseDbName(caseId), 'meta', 'tip');
    const before = await recordsOf(caseDbName(caseId));
    await expect(store.tidy(items)).rejects.toMatchObject({ code: 'damaged', detail: { table: 'meta' } });
    expect(await recordsOf(caseDbName(caseId))).toEqual(before);
  });
});
