import { afterEach, describe, expect, it, vi } from 'vitest';
import type { BlobRef } from '#core/model/evidence.ts';
import { custodyOf } from '#core/queries/custody.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useCustody } from '#renderer/state/custody-store.ts';
import { refuse, type Stubs } from '../support/fake-host.ts';
import { openWorld } from '../support/workbench-world.ts';

afterEach(() => vi.restoreAllMocks());

const blobRef = (digit: string): BlobRef => ({
  sha256: digit.repeat(64),
  crc32: 1,
  size: 3,
  name: `${digit}.png`,
  mediaType: 'image/png',
  modified: null,
});

/** A case with two files, and a pulse that beats when told. */
async function world(stubs: Stubs = {}) {
  const beats = new Set<(idleMs: number) => void>();
  const beat = (idleMs: number): void => {
    for (const one of beats) one(idleMs);
  };
  let began = 0;
  const made = await openWorld(
    { 'evidence.store': ({ path }) => blobRef(path.slice(1)), ...stubs },
    {
      idlePulse(called) {
        began += 1;
        beats.add(called);
        return () => beats.delete(called);
      },
    },
  );
  await made.workbench.attach(
    ['/a', '/b'].map((path) => ({ kind: 'path', path })),
    null,
  );
  const itemOf = (digit: string) => {
    const found = [...useCase.getState().state.evidence.values()].find(({ file }) =>
      file?.name.startsWith(digit),
    );
    if (!found) throw new Error(`No item ${digit}`);
    return found;
  };
  const custody = async (digit: string) => {
    const { id } = itemOf(digit);
    const history = await made.workbench.history(id);
    return history.ok ? custodyOf(history.value, id).map(({ what }) => what) : [];
  };
  const checked = () =>
    made.host.calls
      .filter(({ method }) => method === 'evidence.check')
      .map(({ params }) => (params as { sha256: string }).sha256.slice(0, 1));
  return {
    ...made,
    beat: (idleMs: number) => beat(idleMs),
    stopped: () => began > 0 && beats.size === 0,
    itemOf,
    custody,
    checked,
  };
}

describe('files that are hashed again behind the person’s back', () => {
  it('are looked at one after the other, only while nobody works', async () => {
    const { beat, checked } = await world({ 'evidence.check': () => ({ verdict: 'same' }) });
    beat(2000);
    expect(checked()).toEqual([]);
    for (let count = 1; count <= 4; count += 1) {
      beat(60_000);
      await vi.waitFor(() => expect(checked()).toHaveLength(count));
      // The next may begin when this one has ended.
      await Promise.resolve();
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect([...checked()].sort()).toEqual(['a', 'a', 'b', 'b']);
    expect(new Set(checked().slice(0, 2)).size).toBe(2);
  });

  it('are told of at once when altered, recorded, and left alone from then on', async () => {
    const { beat, checked, custody } = await world({ 'evidence.check': () => ({ verdict: 'altered' }) });
    for (const size of [1, 2]) {
      beat(60_000);
      await vi.waitFor(() => expect(useCustody.getState().quarantined.size).toBe(size));
      await new Promise((resolve) => setImmediate(resolve));
    }
    await vi.waitFor(async () => expect(await custody('a')).toContain('found altered'));
    beat(60_000);
    await new Promise((resolve) => setImmediate(resolve));
    expect(checked()).toHaveLength(2);
  });

  it('are left when the case is locked, and nothing of what was found stays in the window', async () => {
    const { workbench, stopped, itemOf } = await world({ 'evidence.check': () => ({ verdict: 'altered' }) });
    const { file } = itemOf('a');
    if (!file) throw new Error('no file');
    expect(await workbench.checkFile(file)).toEqual({ ok: true, value: 'altered' });
    expect(useCustody.getState().quarantined.has(file.sha256)).toBe(true);
    await workbench.lock({ force: true });
    expect([stopped(), useCustody.getState().quarantined.size]).toEqual([true, 0]);
  });
});

describe('a file that another program looks at', () => {
  it('is recorded in its custody, and undo does not take that away', async () => {
    const { workbench, itemOf, custody } = await world({ 'evidence.openOutside': () => null });
    const { file } = itemOf('b');
    if (!file) throw new Error('no file');
    expect((await workbench.openOutside(file)).ok).toBe(true);
    expect(await custody('b')).toEqual(['stored', 'viewed outside']);
    expect(itemOf('b').handling?.what).toBe('viewed outside');
    await workbench.undo();
    expect(itemOf('a')).toBeDefined();
    expect(await custody('a')).toEqual(['stored']);
  });

  it('is not said to have been looked at when it was not', async () => {
    const { workbench, itemOf, custody } = await world({ 'evidence.openOutside': refuse('no-program') });
    const { file } = itemOf('a');
    if (!file) throw new Error('no file');
    expect(await workbench.openOutside(file)).toMatchObject({ ok: false, code: 'no-program' });
    expect(await custody('a')).toEqual(['stored']);
  });
});
