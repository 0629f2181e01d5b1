import { afterEach, describe, expect, it, vi } from 'vitest';
import { SLICE_BYTES } from '#contract/methods.ts';
import type { BlobRef } from '#core/model/evidence.ts';
import type { Attachable } from '#core/ports/workbench.ts';
import { makeClaim } from '#renderer/commands/make-claim.ts';
import { removeEvidence } from '#renderer/commands/remove-evidence.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useJobs } from '#renderer/state/jobs-store.ts';
import { makeAnchor } from '#core/anchoring/make-anchor.ts';
import { HostError } from '#renderer/platform/host.ts';
import { sha256Bytes } from '#core/text/sha256-bytes.ts';
import { docxOf } from '../support/docx-files.ts';
import { refuse } from '../support/fake-host.ts';
import { openWorld } from '../support/workbench-world.ts';

afterEach(() => vi.restoreAllMocks());

const blobRef = (name: string, digit = 'b'): BlobRef => ({
  sha256: digit.repeat(64),
  crc32: 1,
  size: 3,
  name,
  mediaType: 'image/png',
  modified: null,
});
const atPath = (path: string): Attachable => ({ kind: 'path', path });
const items = () => [...useCase.getState().state.evidence.values()];

describe('attaching files', () => {
  it('seals first, then writes the item, and bears it on the claim', async () => {
    const order: string[] = [];
    const { workbench, store } = await openWorld({
      'evidence.store': ({ path }) => {
        order.push(`sealed ${path} with ${store.entries.length} entries`);
        return blobRef('a.png');
      },
    });
    const text = 'Sami fled.';
    const article = await workbench.readPasted(text, null);
    if (!article.ok) throw new Error(article.code);
    const imported = await workbench.importArticle(article.value, { title: 'T', publisher: null });
    if (!imported.ok) throw new Error(imported.code);
    const { documentId } = imported.value;
    await workbench.run(makeClaim, { anchors: [makeAnchor(documentId, text, 0, 4)] });
    const [claimId = ''] = useCase.getState().state.claim.keys();
    const before = store.entries.length;
    const attached = await workbench.attach([atPath('/tmp/a.png')], { claimId, stance: 'supports' });
    const [item] = items();
    expect(attached).toEqual({ ok: true, value: { ids: [item?.id], failed: [], left: 0 } });
    expect(item).toMatchObject({ kind: 'file', title: 'a.png', file: blobRef('a.png') });
    expect(order).toEqual([`sealed /tmp/a.png with ${before} entries`]);
    expect([...useCase.getState().state.assessment.values()]).toMatchObject([
      { claimId, evidenceId: item?.id, stance: 'supports' },
    ]);
  });

  it('waits for the sweep, which must not meet a file the case does not name yet', async () => {
    let swept = (): void => undefined;
    const sweeping = new Promise<void>((resolve) => {
      swept = resolve;
    });
    const { workbench, called } = await openWorld({
      'evidence.sweep': async () => {
        await sweeping;
        return { removed: 0 };
      },
      'evidence.store': () => blobRef('a.png'),
    });
    const attaching = workbench.attach([atPath('/tmp/a.png')], null);
    await vi.waitFor(() => expect(called()).toContain('evidence.sweep'));
    expect(called()).not.toContain('evidence.store');
    swept();
    expect((await attaching).ok).toBe(true);
  });

  it('hands pasted bytes over in slices, each after the one before was taken', async () => {
    const taken: number[] = [];
    let underWay = 0;
    const { workbench } = await openWorld({
      'evidence.begin': ({ name, mediaType, size }) => {
        expect({ name, mediaType, size }).toEqual({
          name: 'p.png',
          mediaType: 'image/png',
          size: SLICE_BYTES + 5,
        });
        return null;
      },
      'evidence.slice': async ({ bytes }) => {
        underWay += 1;
        expect(underWay).toBe(1);
        await Promise.resolve();
        taken.push(bytes.length);
        underWay -= 1;
        return null;
      },
      'evidence.end': () => blobRef('p.png'),
    });
    const blob = new Blob([new Uint8Array(SLICE_BYTES + 5)], { type: 'image/png' });
    expect((await workbench.attach([{ kind: 'bytes', blob, name: 'p.png' }], null)).ok).toBe(true);
    expect(taken).toEqual([SLICE_BYTES, 5]);
  });

  it('stops the job when pasted bytes cannot be read to their end', async () => {
    const { workbench, called, store } = await openWorld({
      'evidence.begin': () => null,
      'evidence.cancel': () => null,
    });
    const blob = new Blob([new Uint8Array(5)]);
    vi.spyOn(blob, 'slice').mockImplementation(() => {
      throw new DOMException('gone', 'NotReadableError');
    });
    const before = store.entries.length;
    const attached = await workbench.attach([{ kind: 'bytes', blob, name: 'x' }], null);
    expect(attached).toMatchObject({ value: { ids: [], failed: [{ name: 'x', code: 'file-unreadable' }] } });
    expect(called()).toContain('evidence.cancel');
    expect(store.entries.length).toBe(before);
  });

  it('goes on after a file that fails, and tells which one and why', async () => {
    const { workbench, store } = await openWorld({
      'evidence.store': ({ path }) => {
        if (path === '/a/bad.pdf') throw new HostError('file-missing', '');
        return blobRef(path);
      },
    });
    const attached = await workbench.attach(['/a', '/a/bad.pdf', '/b'].map(atPath), null);
    if (!attached.ok) throw new Error(attached.code);
    expect(attached.value).toMatchObject({ failed: [{ name: 'bad.pdf', code: 'file-missing' }], left: 0 });
    expect(items().map(({ title }) => title)).toEqual(['/a', '/b']);
    expect(store.entries.filter(({ body }) => body?.entity === 'evidence')).toHaveLength(2);
  });

  it.each(['disk-full', 'locked', 'cancelled'])(
    'stops when the vault says %s: the files after it would fail as well',
    async (code) => {
      const { workbench, store } = await openWorld({
        'evidence.store': ({ path }) => {
          if (path === '/bad') throw new HostError(code, '');
          return blobRef('good.png');
        },
      });
      const attached = await workbench.attach([atPath('/good'), atPath('/bad'), atPath('/never')], null);
      expect(attached).toMatchObject({ value: { failed: [{ name: 'bad', code }], left: 1 } });
      expect(items().map(({ title }) => title)).toEqual(['good.png']);
      expect(store.entries.filter(({ body }) => body?.entity === 'evidence')).toHaveLength(1);
      expect(useJobs.getState().jobs).toEqual([]);
    },
  );

  it('shows how far it is and lets it be stopped', async () => {
    const seen: [string, number, number][] = [];
    const { workbench, host, called } = await openWorld({
      'evidence.store': ({ jobId }) => {
        host.emit('evidence.progress', { jobId, done: 2, total: 3 });
        host.emit('evidence.progress', { jobId: crypto.randomUUID(), done: 9, total: 9 });
        const [job] = useJobs.getState().jobs;
        if (job) seen.push([job.subject, job.done, job.total]);
        job?.cancel();
        throw new HostError('cancelled', '');
      },
      'evidence.cancel': () => null,
    });
    await workbench.attach([atPath('C:\\photos\\sami.png')], null);
    expect(seen).toEqual([['sami.png', 2, 3]]);
    expect(called()).toContain('evidence.cancel');
  });

  it('stores the thumbnail with the item, and the item without one when there is none to be had', async () => {
    const small = new Uint8Array([1, 2]);
    let made = 0;
    const makeThumbnail = async () => (made++ === 0 ? small : null);
    const { workbench, store } = await openWorld(
      { 'evidence.store': () => blobRef('a.png') },
      { makeThumbnail },
    );
    const attached = await workbench.attach([atPath('/a'), atPath('/b')], null);
    if (!attached.ok) throw new Error(attached.code);
    const [first = '', second = ''] = attached.value.ids;
    expect([await store.thumbnail(first), await store.thumbnail(second)]).toEqual([small, null]);
  });

  it('keeps what a picture looks like, from its thumbnail alone', async () => {
    const small = new Uint8Array([1, 2]);
    const { workbench } = await openWorld(
      { 'evidence.store': () => blobRef('a.png') },
      {
        makeThumbnail: async () => small,
        lookOf: async (picture) => (picture === small ? 'ab'.repeat(32) : null),
      },
    );
    const attached = await workbench.attach([atPath('/a')], null);
    if (!attached.ok) throw new Error(attached.code);
    const kept = useCase.getState().state.evidence.get(attached.value.ids[0] ?? '');
    expect(kept?.perceptualHash).toBe('ab'.repeat(32));
  });

  it('reads the free space again afterwards', async () => {
    const { workbench, called } = await openWorld({ 'evidence.store': () => blobRef('a.png') });
    await workbench.attach([atPath('/a')], null);
    expect(called().at(-1)).toBe('app.freeSpace');
  });
});

describe('the sweep at opening', () => {
  it('spares the files of live and of deleted items, which undo brings back', async () => {
    let stored = 0;
    const { workbench, caseId, host } = await openWorld({
      'evidence.store': () => blobRef(`${(stored += 1)}.png`, stored === 1 ? 'c' : 'd'),
    });
    const attached = await workbench.attach([atPath('/a'), atPath('/b')], null);
    if (!attached.ok) throw new Error(attached.code);
    await workbench.run(removeEvidence, { evidenceId: attached.value.ids[0] ?? '' });
    expect(items()).toHaveLength(1);
    await workbench.lock();
    await workbench.unlock(caseId, 'open sesame');
    await vi.waitFor(() =>
      expect(host.calls.findLast(({ method }) => method === 'evidence.sweep')?.params).toEqual({
        caseId,
        keep: ['d'.repeat(64), 'c'.repeat(64)],
      }),
    );
  });
});

describe('importing an article', () => {
  it('keeps text, origin and details, and shows the text at once', async () => {
    const { workbench, store } = await openWorld();
    const read = await workbench.readPasted('Sami fled.\nHe said so.', null);
    if (!read.ok) throw new Error(read.code);
    const imported = await workbench.importArticle(read.value, { title: 'A title', publisher: 'An outlet' });
    if (!imported.ok) throw new Error(imported.code);
    const { documentId } = imported.value;
    const { state, texts } = useCase.getState();
    expect(state.document.get(documentId)).toMatchObject({ title: 'A title', publisher: 'An outlet' });
    expect(texts.get(documentId)).toBe(read.value.text);
    expect(await store.text(documentId)).toBe(read.value.text);
  });

  it('keeps the file it came as, sealed, when that is wanted, and takes all of it back in one step', async () => {
    const bytes = await docxOf('Sami fled.');
    const sealed = { ...blobRef('a.docx'), sha256: sha256Bytes(bytes) };
    const { workbench } = await openWorld({
      'documents.pick': () => ({ paths: ['/a.docx'] }),
      'documents.read': () => ({ name: 'a.docx', bytes }),
      'evidence.store': () => sealed,
    });
    const read = await workbench.pickArticles();
    if (!read.ok || !read.value[0]) throw new Error('not read');
    const details = { title: 'T', publisher: null, keepFile: true };
    const imported = await workbench.importArticle(read.value[0], details);
    if (!imported.ok) throw new Error(imported.code);
    const [evidence] = items();
    expect(evidence).toMatchObject({ kind: 'file', file: sealed });
    const { document } = useCase.getState().state;
    expect(document.get(imported.value.documentId)?.evidenceId).toBe(evidence?.id);
    await workbench.undo();
    expect([items().length, useCase.getState().state.document.size]).toEqual([0, 0]);
  });

  it('does not keep a file that is another by now', async () => {
    const { workbench, store } = await openWorld({
      'documents.pick': () => ({ paths: ['/a.txt'] }),
      'documents.read': () => ({ name: 'a.txt', bytes: new TextEncoder().encode('Sami fled.') }),
      'evidence.store': () => blobRef('a.txt'),
    });
    const read = await workbench.pickArticles();
    if (!read.ok || !read.value[0]) throw new Error('not read');
    const before = store.entries.length;
    const details = { title: 'T', publisher: null, keepFile: true };
    const imported = await workbench.importArticle(read.value[0], details);
    expect(imported).toEqual({ ok: false, code: 'file-changed' });
    expect(store.entries.length).toBe(before);
  });

  it('shows the reading of a packed file as a job, which can be stopped', async () => {
    const { workbench } = await openWorld(
      {
        'documents.pick': () => ({ paths: ['/a.docx'] }),
        'documents.read': async () => ({ name: 'a.docx', bytes: await docxOf('Sami fled.') }),
      },
      {
        readPacked: ({ tell, signal }) =>
          new Promise((_, reject) => {
            signal.addEventListener('abort', () => reject(signal.reason));
            tell(3, 1000);
          }),
      },
    );
    const reading = workbench.pickArticles();
    await vi.waitFor(() =>
      expect(useJobs.getState().jobs).toMatchObject([
        { kind: 'article', subject: 'a.docx', done: 3, total: 1000 },
      ]),
    );
    useJobs.getState().jobs[0]?.cancel();
    expect(await reading).toEqual({ ok: false, code: 'cancelled' });
    expect(useJobs.getState().jobs).toEqual([]);
  });

  it('says why a file cannot be read, and stores nothing', async () => {
    const { workbench, store } = await openWorld({
      'documents.pick': () => ({ paths: ['/a.txt'] }),
      'documents.read': () => ({ name: 'a.txt', bytes: new Uint8Array(0) }),
    });
    const before = store.entries.length;
    expect(await workbench.pickArticles()).toEqual({ ok: false, code: 'empty-file' });
    expect(store.entries.length).toBe(before);
  });

  it('reads what was chosen, and what was dropped by its path or its bytes', async () => {
    const bytes = new TextEncoder().encode('Sami fled to Turkey.');
    const { workbench, called } = await openWorld({
      'documents.pick': () => ({ paths: ['/a.txt', '/b.txt'] }),
      'documents.read': ({ path }) => ({ name: path.slice(1), bytes }),
    });
    const picked = await workbench.pickArticles();
    expect(picked.ok && picked.value.map(({ fileName }) => fileName)).toEqual(['a.txt', 'b.txt']);
    const reads = called().filter((name) => name === 'documents.read').length;
    const dropped = await workbench.readArticle(new File([bytes], 'c.txt'));
    expect(dropped.ok && dropped.value.text).toBe('Sami fled to Turkey.');
    expect(called().filter((name) => name === 'documents.read')).toHaveLength(reads);
    const withPath = Object.assign(new File([bytes], 'd.txt'), { path: '/d.txt' });
    await workbench.readArticle(withPath);
    expect(called().filter((name) => name === 'documents.read')).toHaveLength(reads + 1);
    expect(workbench.attachable(withPath)).toEqual({ kind: 'path', path: '/d.txt' });
    expect(workbench.attachable(new File([bytes], 'e.txt'))).toMatchObject({ kind: 'bytes', name: 'e.txt' });
  });

  it('passes on the code of a file that vanished', async () => {
    const { workbench } = await openWorld({
      'documents.pick': () => ({ paths: ['/a.txt'] }),
      'documents.read': refuse('file-missing'),
    });
    expect(await workbench.pickArticles()).toEqual({ ok: false, code: 'file-missing' });
  });
});
