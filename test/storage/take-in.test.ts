import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { appendChanges, type Tip } from '#core/journal/append.ts';
import { absorb } from '#core/journal/absorb.ts';
import type { Entry } from '#core/journal/entry.ts';
import { fold } from '#core/journal/fold.ts';
import { destroyed } from '#core/merge/destroyed.ts';
import { writeAndAbsorb } from '#core/merge/take-in.ts';
import { planPurge } from '#core/merge/plan-purge.ts';
import { stateOf } from '#core/model/case-state.ts';
import type { Taken } from '#core/ports/case-storage.ts';
import { caseDbName, type IdRecord, type JournalRecord } from '#renderer/storage/case-db.ts';
import { countingEntropy } from '../support/case-world.ts';
import { claim, freshCaseId, openStore, recordsOf, Writer } from './support.ts';

afterEach(() => vi.restoreAllMocks());

/** Entries of a colleague who knew nothing of this copy. */
function theirs(count: number): Entry[] {
  const tip: Tip = { actor: 'bilal', seen: {}, prev: null, at: null };
  const changes = Array.from({ length: count }, (_, at) => claim(`b${at}`, `Claim ${at} of Bilal`));
  return appendChanges(tip, changes, countingEntropy('b')).entries;
}

const nothing = { texts: new Map<string, string>(), destroyed: { texts: [], thumbnails: [] } };

describe('taking a copy of the case in', () => {
  it('stores entries, rows and texts at once, and is the fold of the whole after reopening', async () => {
    const caseId = freshCaseId();
    const { store } = await openStore(caseId);
    const writer = new Writer();
    await store.commit(writer.next([claim('a', 'Mine')]));
    const absorbed = absorb(await store.journal(), theirs(600), writer.tip);
    const told: number[] = [];
    const texts = new Map([['doc', 'A text that came.']]);
    await store.takeIn({ ...absorbed, ...nothing, texts }, { report: (done) => told.push(done) });
    expect(told.at(-1)).toBe(600 + 601 + 1);
    store.close();
    const again = (await openStore(caseId)).store;
    const { items, tip } = await again.load();
    expect(tip).toEqual(absorbed.tip);
    expect(new Set(items)).toEqual(new Set(fold(await again.journal()).values()));
    expect(items).toHaveLength(601);
    expect(await again.text('doc')).toBe('A text that came.');
    await again.commit({ entries: [], rows: [], tip });
  });

  it('leaves everything as it was when the store fails on the way', async () => {
    const caseId = freshCaseId();
    const { store } = await openStore(caseId);
    const writer = new Writer();
    await store.commit(writer.next([claim('a', 'Mine')]));
    const before = await recordsOf(caseDbName(caseId));
    const absorbed = absorb(await store.journal(), theirs(10), writer.tip);
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (this.name === 'meta') throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, args);
    });
    await expect(store.takeIn({ ...absorbed, ...nothing })).rejects.toMatchObject({ code: 'quota' });
    vi.restoreAllMocks();
    expect(await recordsOf(caseDbName(caseId))).toEqual(before);
    await store.commit(writer.next([claim('c', 'Still mine')]));
    expect((await store.journal()).map(({ body }) => body?.entityId)).toEqual(['a', 'c']);
  });

  it('can be stopped at any point until the last: nothing of it is stored, and work goes on', async () => {
    const caseId = freshCaseId();
    const { store } = await openStore(caseId);
    const writer = new Writer();
    await store.commit(writer.next([claim('a', 'Mine')]));
    const before = await recordsOf(caseDbName(caseId));
    const absorbed = absorb(await store.journal(), theirs(600), writer.tip);
    const stoppedAt = (point: number) => {
      const stopped = new Error(`Stopped at ${point}.`);
      let asked = 0;
      let over = false;
      const requireWanted = (): void => {
        asked += 1;
        over ||= asked >= point;
        if (over) throw stopped;
      };
      return { stopped, requireWanted, asked: () => asked };
    };
    const whole = stoppedAt(Number.POSITIVE_INFINITY);
    const other = await openStore(freshCaseId());
    await other.store.commit(new Writer().next([claim('a', 'Mine')]));
    await other.store.takeIn({ ...absorbed, ...nothing }, whole);
    expect(whole.asked()).toBeGreaterThan(10);
    for (const point of [1, 2, 300, ...Array.from({ length: 6 }, (_, back) => whole.asked() - back)]) {
      const { stopped, requireWanted } = stoppedAt(point);
      await expect(store.takeIn({ ...absorbed, ...nothing }, { requireWanted })).rejects.toBe(stopped);
      expect(await recordsOf(caseDbName(caseId))).toEqual(before);
    }
    await store.commit(writer.next([claim('c', 'Still mine')]));
    expect((await store.journal()).map(({ body }) => body?.entityId)).toEqual(['a', 'c']);
  });

  it('waits for what must be on the disk before it, and tells its failure as it came', async () => {
    const caseId = freshCaseId();
    const { store } = await openStore(caseId);
    const writer = new Writer();
    await store.commit(writer.next([claim('a', 'Mine')]));
    const before = await recordsOf(caseDbName(caseId));
    const absorbed = absorb(await store.journal(), theirs(10), writer.tip);
    const full = new Error('The stick is full.');
    await expect(store.takeIn({ ...absorbed, ...nothing }, { ready: Promise.reject(full) })).rejects.toBe(
      full,
    );
    expect(await recordsOf(caseDbName(caseId))).toEqual(before);
  });

  it('erases one body out of a run and fills another in, and leaves the rest of the run', async () => {
    const caseId = freshCaseId();
    const { store, sealing } = await openStore(caseId);
    const writer = new Writer();
    await store.commit(writer.next([claim('a', 'Mine')]));
    const all = theirs(600);
    const without = (...seqs: readonly number[]) =>
      all.map((entry) => (seqs.includes(entry.header.seq) ? { header: entry.header, body: null } : entry));
    const partial = absorb(await store.journal(), without(7, 300), writer.tip);
    await store.takeIn({ ...partial, ...nothing });
    const filled = absorb(await store.journal(), without(300), partial.tip);
    expect(filled.added.map(({ header }) => header.seq)).toEqual([7]);
    const [, second] = all;
    const erased = second ? [{ header: second.header, body: null }] : [];
    await store.takeIn({ ...filled, erased, ...nothing });
    const held = (await store.journal()).filter(({ header }) => header.actor === 'bilal');
    expect(held).toEqual(without(2, 300));
    for (const { table, value } of await recordsOf(caseDbName(caseId))) {
      if (table !== 'journal') continue;
      const { actor, seq, sealed } = value as JournalRecord;
      const plain = new TextDecoder().decode(sealing.openBytes('journal', `${actor}/${seq}`, sealed));
      expect(plain).not.toContain('Claim 1 of Bilal"');
    }
  });

  it('erases what was purged from journal, rows and texts, and keeps the headers', async () => {
    const caseId = freshCaseId();
    const { store } = await openStore(caseId);
    const writer = new Writer();
    await store.commit(
      writer.next([claim('a', 'planted words'), claim('b', 'kept')], { texts: new Map([['doc', 'x']]) }),
    );
    const journal = await store.journal();
    const state = stateOf((await store.load()).items);
    const entropy = countingEntropy('p');
    const plan = planPurge(journal, state, { kind: 'item', entity: 'claim', id: 'a' }, entropy.newId);
    if ('refused' in plan) throw new Error(plan.refused);
    const absorbed = writeAndAbsorb(journal, writer.tip, plan.changes, entropy);
    const taken: Taken = {
      ...absorbed,
      texts: new Map(),
      destroyed: { ...destroyed(absorbed), texts: ['doc'] },
    };
    await store.takeIn(taken);
    const after = await store.journal();
    expect(after).toHaveLength(journal.length + plan.changes.length);
    expect(after[0]).toEqual({ header: journal[0]?.header, body: null });
    expect(JSON.stringify(after)).not.toContain('planted');
    expect((await store.load()).items.map(({ id }) => id)).not.toContain('a');
    expect(await store.text('doc')).toBeNull();
  });

  it('leaves nothing of what was purged in blocks that were packed before', async () => {
    const caseId = freshCaseId();
    const { store, sealing } = await openStore(caseId);
    const writer = new Writer();
    const kept = Array.from({ length: 600 }, (_, at) => claim(`k${at}`, `kept ${at}`));
    await store.commit(writer.next([claim('a', 'planted words'), ...kept]));
    expect(await store.tidy((await store.load()).items)).toBe(true);
    const journal = await store.journal();
    const state = stateOf((await store.load()).items);
    const entropy = countingEntropy('p');
    const plan = planPurge(journal, state, { kind: 'item', entity: 'claim', id: 'a' }, entropy.newId);
    if ('refused' in plan) throw new Error(plan.refused);
    const absorbed = writeAndAbsorb(journal, writer.tip, plan.changes, entropy);
    await store.takeIn({ ...absorbed, texts: new Map(), destroyed: destroyed(absorbed) });
    const plain = (await recordsOf(caseDbName(caseId))).flatMap(({ table, value }) => {
      if (table !== 'blocks' && table !== 'rows') return [];
      const { id, sealed } = value as IdRecord;
      return [new TextDecoder().decode(sealing.openBytes(table, id, sealed))];
    });
    expect(plain.join()).toContain('kept 599');
    expect(plain.join()).not.toContain('planted');
    expect(new Set((await store.load()).items)).toEqual(new Set(fold(await store.journal()).values()));
  });
});
