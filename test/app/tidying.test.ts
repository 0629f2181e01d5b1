import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { Desk } from '#renderer/app/desk.ts';
import { openUnlocked } from '#renderer/app/opening.ts';
import { claimRows } from '#core/queries/claim-rows.ts';
import type { ListAhead } from '#core/queries/list-ahead.ts';
import { readAhead } from '#renderer/storage/read-ahead.ts';
import { tidy, tidyBehind } from '#renderer/app/tidying.ts';
import { caseDbName } from '#renderer/storage/case-db.ts';
import { fakeLocks } from '../support/fake-locks.ts';
import { recordsOf } from '../storage/support.ts';

beforeAll(() => {
  vi.stubGlobal('navigator', { locks: fakeLocks() });
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setImmediate(draw));
});

const key = (): Uint8Array => new Uint8Array(32).fill(3);

/** A case of 600 claims, each a record of its own. */
async function largeCase() {
  const caseId = crypto.randomUUID();
  const unlocked = await openUnlocked(caseId, key());
  await unlocked.open.commit({
    changes: () => [
      { entity: 'case', entityId: 'case', op: 'create', patch: { title: 'Large' } },
      ...Array.from({ length: 600 }, (_, at) => ({
        entity: 'claim' as const,
        entityId: `c${at}`,
        op: 'create' as const,
        patch: { statement: `Claim ${at}` },
      })),
    ],
  });
  const loose = async () =>
    (await recordsOf(caseDbName(caseId))).filter(({ table }) => table === 'rows').length;
  return { ...unlocked, loose };
}

describe('putting a case in order for its next opening', () => {
  it('waits until nobody works, and changes nothing of the case', async () => {
    const { caseId, open, release, loose } = await largeCase();
    let beat: (idleMs: number) => void = () => undefined;
    const stop = tidyBehind(
      (called) => {
        beat = called;
        return () => undefined;
      },
      new Desk(open, async () => null),
    );
    beat(1000);
    await open.settled();
    expect(await loose()).toBe(601);
    beat(60_000);
    await vi.waitFor(async () => expect(await loose()).toBe(0));
    stop();
    const left = open.state;
    await release();
    const again = await openUnlocked(caseId, key());
    expect(again.open.state).toEqual(left);
    expect(again.rebuilt).toBe(false);
    await again.release();
  });

  it('takes in what is changed while it goes on', async () => {
    const { caseId, open, release } = await largeCase();
    const tidied = open.tidy(() => null);
    await open.commit({
      changes: () => [{ entity: 'claim', entityId: 'c7', op: 'update', patch: { statement: 'Changed' } }],
    });
    expect(await tidied).toBe(true);
    await release();
    const again = await openUnlocked(caseId, key());
    expect(again.open.state.claim.get('c7')?.statement).toBe('Changed');
    await again.release();
  });
});

describe('a large case', () => {
  /** Opens it and tells what was shown before the case itself. */
  async function opened(caseId: string) {
    const shown: ListAhead[] = [];
    const unlocked = await openUnlocked(caseId, key(), {
      ahead: readAhead(caseId),
      listed: (list) => shown.push(list),
    });
    return { ...unlocked, shown };
  }
  const claimed = (count: number) => ({
    changes: () => [
      { entity: 'case' as const, entityId: 'case', op: 'create' as const, patch: { title: 'Large' } },
      ...Array.from({ length: count }, (_, at) => ({
        entity: 'claim' as const,
        entityId: `c${at}`,
        op: 'create' as const,
        patch: { ref: `C-${at}`, statement: `Claim ${at}` },
      })),
    ],
  });

  it('shows its list first at the next opening, as long as nothing has changed since', async () => {
    const caseId = crypto.randomUUID();
    const made = await openUnlocked(caseId, key());
    await made.open.commit(claimed(1000));
    await tidy(new Desk(made.open, async () => null));
    await made.release();
    const first = await opened(caseId);
    const [list] = first.shown;
    expect([list?.title, list?.rows.length]).toEqual(['Large', 1000]);
    expect(list?.rows).toEqual(claimRows(first.open.state).map((row) => ({ ...row, claim: null })));
    await first.open.commit({
      changes: () => [{ entity: 'claim', entityId: 'c7', op: 'update', patch: { statement: 'Changed' } }],
    });
    await first.release();
    const second = await opened(caseId);
    expect(second.shown).toEqual([]);
    expect(second.open.state.claim.get('c7')?.statement).toBe('Changed');
    await second.release();
  });

  it('shows none when it is small: it is open as soon', async () => {
    const caseId = crypto.randomUUID();
    const made = await openUnlocked(caseId, key());
    await made.open.commit(claimed(10));
    await tidy(new Desk(made.open, async () => null));
    await made.release();
    const again = await opened(caseId);
    expect(again.shown).toEqual([]);
    await again.release();
  });
});
