import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Stubs } from '../support/fake-host.ts';
import { refuse } from '../support/fake-host.ts';
import { makeClaim } from '#renderer/commands/make-claim.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useJobs } from '#renderer/state/jobs-store.ts';
import { useSession } from '#renderer/state/session-store.ts';
import { useSnapshots } from '#renderer/state/snapshots-store.ts';
import type { OpenedProject } from '#core/ports/project-files.ts';
import { NEW_CASE, openWorld } from '../support/workbench-world.ts';

type Last = { at: number; bytes: number; mark: string } | null;

/** The vault's part: what it remembers, and what was written. */
function keeping(change: Stubs = {}) {
  let last: Last = null;
  let failed: { at: number; code: string } | null = null;
  const stubs: Stubs = {
    'app.stillClosing': () => null,
    'snapshots.kept': () => ({
      on: true,
      folder: '/stick',
      earlier: [],
      evidence: true,
      by: 'passphrase',
      last,
      failed,
    }),
    'snapshots.beginKept': () => null,
    'snapshots.endKept': ({ mark }) => {
      last = { at: 1, bytes: 1, mark };
      return { path: '/stick/x', bytes: 1 };
    },
    'snapshots.failed': ({ code }) => {
      failed = { at: 1, code };
      return null;
    },
    'project.saveEntries': () => null,
    'project.saveText': () => null,
    'project.cancel': () => null,
    ...change,
  };
  return { stubs, failed: () => failed };
}

const OTHER_CASE_FILE: OpenedProject = {
  jobId: crypto.randomUUID(),
  caseId: crypto.randomUUID(),
  title: 'Another',
  savedAt: '2026-01-02T03:04:05Z',
  savedBy: { alias: 'Bilal', publicKey: null },
  scope: 'whole',
  signature: 'none',
  entries: 1,
  withheld: 0,
  people: 1,
  documents: 0,
  evidence: { files: 0, bytes: 0 },
  missingEvidence: [],
  here: 'no',
};

const ended = (called: readonly string[]): number =>
  called.filter((name) => name === 'snapshots.endKept').length;

async function world(change: Stubs = {}) {
  const kept = keeping(change);
  const made = await openWorld(kept.stubs);
  await vi.waitFor(() => expect(useSnapshots.getState().kept).not.toBeNull());
  const claim = () => made.workbench.run(makeClaim, { id: crypto.randomUUID(), anchors: [] });
  return { ...made, ...kept, claim };
}

beforeEach(() => {
  useJobs.setState({ jobs: [] });
});

describe('locking a case that is kept in a folder', () => {
  it('writes a snapshot before the keys go, with the case out of view', async () => {
    const seen: unknown[] = [];
    const { workbench, called } = await world({
      'snapshots.beginKept': () => {
        seen.push(useSession.getState().phase, useCase.getState().state.claim.size);
        return null;
      },
    });
    await workbench.lock();
    expect(seen).toEqual(['locking', 0]);
    expect(called().indexOf('keys.lock')).toBeGreaterThan(called().indexOf('snapshots.endKept'));
    expect(called().indexOf('app.setTitle', called().indexOf('snapshots.kept'))).toBeGreaterThan(-1);
    expect(useSession.getState().phase).toBe('locked');
  });

  it('writes none when nothing changed since the last', async () => {
    const { workbench, called, claim } = await world();
    await workbench.snapshotNow();
    expect(ended(called())).toBe(1);
    await workbench.lock();
    expect(ended(called())).toBe(1);
    expect(claim).toBeTypeOf('function');
  });

  it('writes none when it must lock at once', async () => {
    const { workbench, called } = await world();
    await workbench.lock({ force: true, atOnce: true });
    expect(called()).not.toContain('snapshots.beginKept');
    expect(called()).toContain('keys.lock');
  });

  it.each(['folder-missing', 'disk-full', 'write-failed'])(
    'locks all the same when that fails (%s), remembers it and says so',
    async (code) => {
      const { workbench, called, failed } = await world({ 'snapshots.beginKept': refuse(code) });
      await workbench.lock();
      expect(called()).toContain('keys.lock');
      expect(useSession.getState().phase).toBe('locked');
      expect(failed()).toMatchObject({ code });
      expect(useSnapshots.getState().missed).toBe(code);
    },
  );

  it('goes on without one when the person says so', async () => {
    let stop = (): void => undefined;
    const { workbench, called } = await world({
      'snapshots.endKept': () =>
        new Promise((_resolve, reject) => {
          stop = () => reject(Object.assign(new Error('stopped'), { code: 'cancelled' }));
        }),
      'project.cancel': () => {
        stop();
        return null;
      },
    });
    const locked = workbench.lock();
    await vi.waitFor(() => expect(called()).toContain('snapshots.endKept'));
    useJobs.getState().jobs[0]?.cancel();
    await locked;
    expect([useSession.getState().phase, useSnapshots.getState().missed]).toEqual(['locked', null]);
  });
});

describe('storing the case of a file while another one is open and due', () => {
  it('writes the snapshot under the screen of the file: with another in its place the file would be closed', async () => {
    const { workbench, called } = await world({ 'keys.destroy': () => null });
    const phases: string[] = [];
    const stop = useSession.subscribe(({ phase }) => phases.push(phase));
    const { keychain, passphrase } = NEW_CASE;
    await workbench.takeProject(OTHER_CASE_FILE, { alias: 'Anna Berg', passphrase, keychain });
    stop();
    expect(ended(called())).toBe(1);
    expect(new Set(phases)).toEqual(new Set(['locked']));
  });
});

describe('leaving the app', () => {
  it('writes the snapshot that is due and locks; without one it leaves the case as it is', async () => {
    const { workbench, called } = await world();
    await workbench.leave();
    expect(ended(called())).toBe(1);
    expect(called()).toContain('app.stillClosing');
    expect(useSession.getState().phase).toBe('locked');
    const other = await openWorld();
    await other.workbench.leave();
    expect(useSession.getState().phase).toBe('open');
  });
});
