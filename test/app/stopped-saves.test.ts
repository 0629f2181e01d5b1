import { afterEach, describe, expect, it, vi } from 'vitest';
import { HostError } from '#renderer/platform/host.ts';
import { useJobs } from '#renderer/state/jobs-store.ts';
import type { Stubs } from '../support/fake-host.ts';
import { openWorld } from '../support/workbench-world.ts';

afterEach(() => vi.restoreAllMocks());

const SAVE = {
  path: '/stick/case',
  protection: { passphrase: 'file words' },
  claimIds: null,
  redacted: false,
};
const CANCELLED = { ok: false, code: 'cancelled' };
const SAVED = { ok: true, value: { path: '/stick/case' } };

/** A vault that takes what is sent; `at` is called with each step's name before it is done. */
function savingStubs(at: (step: string) => void): Stubs {
  const step =
    <T>(name: string, answer: T) =>
    () => {
      at(name);
      return answer;
    };
  return {
    'project.space': step('space', { needed: 1, free: 2 ** 30 }),
    'project.beginSave': step('begin', null),
    'project.saveEntries': step('entries', null),
    'project.saveText': step('text', null),
    'project.endSave': () => {
      at('end');
      return { bytes: 1, summary: SUMMARY };
    },
    'project.fingerprint': () => ({ sha256: 'ab'.repeat(32), bytes: 1 }),
    'project.cancel': step('cancel', null),
  };
}

const SUMMARY = {
  info: {
    caseId: '11111111-2222-4333-8444-555555555555',
    title: '',
    savedAt: '2026-01-01T00:00:00.000Z',
    savedBy: { actor: 'a', alias: 'Anna', publicKey: null },
    scope: 'whole' as const,
    program: { name: 'Touchstone', version: '1' },
    format: 'touchstone',
    formatVersion: 1,
  },
  signature: 'none' as const,
  entries: 2,
  withheld: 0,
  actors: [],
  documents: [],
  evidence: { files: 0, bytes: 0 },
  missing: { documents: [], evidence: [] },
};

const pressCancel = (): void => {
  for (const job of useJobs.getState().jobs) job.cancel();
};

describe('a save that is stopped', () => {
  it('before the vault has begun never begins, and the next one does', async () => {
    let stops = true;
    const { workbench, called } = await openWorld(
      savingStubs((step) => {
        if (step === 'space' && stops) pressCancel();
      }),
    );
    expect(await workbench.saveProject(SAVE)).toEqual(CANCELLED);
    expect(called()).not.toContain('project.beginSave');
    expect(useJobs.getState().jobs).toEqual([]);
    stops = false;
    expect(await workbench.saveProject(SAVE)).toMatchObject(SAVED);
  });

  it.each([
    ['entries', 'disk-full'],
    ['end', 'write-failed'],
    ['end', 'cancelled'],
  ] as const)('at its %s (%s) is let go of in the vault, and the next one saves', async (where, code) => {
    let fails = true;
    const { workbench, host } = await openWorld(
      savingStubs((step) => {
        if (step === where && fails) throw new HostError(code, '');
      }),
    );
    const jobsOf = (method: string) =>
      host.calls.filter((call) => call.method === method).map(({ params }) => params);
    expect(await workbench.saveProject(SAVE)).toEqual({ ok: false, code });
    const [begun] = jobsOf('project.beginSave');
    expect(jobsOf('project.cancel')).toEqual([{ jobId: Reflect.get(begun ?? {}, 'jobId') }]);
    expect(useJobs.getState().jobs).toEqual([]);
    fails = false;
    expect(await workbench.saveProject(SAVE)).toMatchObject(SAVED);
    const ids = jobsOf('project.beginSave').map((params) => Reflect.get(params ?? {}, 'jobId'));
    expect(new Set(ids).size).toBe(2);
  });
});
