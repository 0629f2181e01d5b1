import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { fold } from '#core/journal/fold.ts';
import { verifyChains } from '#core/journal/verify-chain.ts';
import { hashHeader } from '#core/journal/hash.ts';
import { stateOf } from '#core/model/case-state.ts';
import type { Command } from '#core/ports/command.ts';
import { claimCase } from '#renderer/app/case-claim.ts';
import { Desk } from '#renderer/app/desk.ts';
import { deleteCase } from '#renderer/app/delete-case.ts';
import { openUnlocked } from '#renderer/app/opening.ts';
import { anySteps, outcomeOf, type Step } from '../support/command-arbitraries.ts';
import { fakeLocks } from '../support/fake-locks.ts';

beforeAll(() => {
  vi.stubGlobal('navigator', { locks: fakeLocks() });
});
afterEach(() => vi.restoreAllMocks());

const key = (byte = 3): Uint8Array => new Uint8Array(32).fill(byte);
const doStep: Command<Step> = (state, step, context) => outcomeOf(step, state, context);

describe('opening a case', () => {
  it('wipes the key it was given, whether it opens or not', async () => {
    const caseId = crypto.randomUUID();
    const given = key();
    const { release, open } = await openUnlocked(caseId, given);
    expect(given).toEqual(new Uint8Array(32));
    await new Desk(open, async () => null).run(
      () => [{ entity: 'case', entityId: 'case', op: 'create', patch: {} }],
      null,
    );
    await release();
    const wrong = key(4);
    await expect(openUnlocked(caseId, wrong)).rejects.toMatchObject({ code: 'wrong-key' });
    expect(wrong).toEqual(new Uint8Array(32));
    await (await openUnlocked(caseId, key())).release();
  });

  it('gives it to one window at a time', async () => {
    const caseId = crypto.randomUUID();
    const first = await openUnlocked(caseId, key());
    await expect(openUnlocked(caseId, key())).rejects.toMatchObject({ code: 'in-use' });
    await expect(deleteCase(caseId)).rejects.toMatchObject({ code: 'in-use' });
    await first.release();
    await first.release();
    await (await openUnlocked(caseId, key())).release();
  });

  it('lets other cases be claimed meanwhile, and the same one after', async () => {
    const free = await claimCase('one');
    await (await claimCase('two'))();
    await expect(claimCase('one')).rejects.toMatchObject({ code: 'in-use' });
    await free();
    await expect(claimCase('one')).resolves.toBeTypeOf('function');
  });

  it('never folds the journal, yet gives what the fold gives, for any sitting', async () => {
    await fc.assert(
      fc.asyncProperty(anySteps(25), async (steps) => {
        const caseId = crypto.randomUUID();
        const { open, release } = await openUnlocked(caseId, key());
        const desk = new Desk(open, async () => null);
        for (const step of steps) await desk.run(doStep, step);
        const left = open.state;
        await release();
        const again = await openUnlocked(caseId, key());
        expect(again.open.state).toEqual(left);
        const journal = await again.open.journal();
        expect(stateOf(fold(journal).values())).toEqual(left);
        const last = journal.at(-1);
        if (!last) throw new Error('The journal is empty.');
        const end = { seq: journal.length, hash: hashHeader(last.header) };
        expect(verifyChains(journal, new Map([[again.open.actor, end]]))).toEqual([]);
        await again.release();
      }),
      { numRuns: 8 },
    );
  });

  it('goes on with the same chain after reopening', async () => {
    const caseId = crypto.randomUUID();
    for (const title of ['one', 'two', 'three']) {
      const { open, release } = await openUnlocked(caseId, key());
      await new Desk(open, async () => null).run(
        () => [{ entity: 'case', entityId: 'case', op: 'update', patch: { title } }],
        null,
      );
      await release();
    }
    const { open, release } = await openUnlocked(caseId, key());
    const journal = await open.journal();
    expect(journal.map(({ header }) => [header.actor, header.seq])).toEqual([
      [open.actor, 1],
      [open.actor, 2],
      [open.actor, 3],
    ]);
    expect(verifyChains(journal)).toEqual([]);
    await release();
  });
});
