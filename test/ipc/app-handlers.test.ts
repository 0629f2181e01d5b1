import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SLICE_BYTES } from '#contract/methods.ts';
import { appHandlers, type Shell } from '#main/ipc/handlers/app.ts';
import { documentsHandlers } from '#main/ipc/handlers/documents.ts';
import { createKnownPaths } from '#main/services/files/known-paths.ts';
import { evidenceHandlers } from '#main/ipc/handlers/evidence.ts';
import { reportHandlers } from '#main/ipc/handlers/report.ts';
import { someFile } from '../main/vault/support.ts';

const failsWith = (code: string) => expect.objectContaining({ name: 'ServiceError', code });

function makeShell(written: readonly string[] = []) {
  const titles: string[] = [];
  const shown: string[] = [];
  const starts: string[] = [];
  const shell: Shell = {
    version: '1.2.3',
    locale: 'en',
    dataPath: '/nowhere',
    keychain: () => true,
    setTitle: (title) => titles.push(title),
    readyToClose: () => undefined,
    stillClosing: () => undefined,
    startAnew: () => starts.push('anew'),
    showInFolder: (path) => shown.push(path),
    wrote: (path) => written.includes(path),
  };
  return { handlers: appHandlers(shell), titles, shown, starts };
}

describe('the window title', () => {
  it('is the app alone while locked', async () => {
    const { handlers, titles } = makeShell();
    await handlers['app.setTitle']({ title: 'Deir Ezzor' });
    await handlers['app.setTitle']({ title: null });
    expect(titles).toEqual(['Deir Ezzor – Touchstone', 'Touchstone']);
  });
});

describe('starting the window anew', () => {
  it('loads the page again', async () => {
    const { handlers, starts } = makeShell();
    await handlers['app.startAnew']({});
    expect(starts).toEqual(['anew']);
  });
});

describe('showing a file in its folder', () => {
  it('works for files that the app wrote', async () => {
    const path = someFile('report');
    const { handlers, shown } = makeShell([path]);
    await handlers['app.showInFolder']({ path });
    expect(shown).toEqual([path]);
  });

  it('is refused for others, and for files that are gone', async () => {
    const path = someFile('report');
    const { handlers, shown } = makeShell([path]);
    const other = handlers['app.showInFolder']({ path: '/etc/passwd' });
    await expect(other).rejects.toEqual(failsWith('not-allowed'));
    rmSync(path);
    await expect(handlers['app.showInFolder']({ path })).rejects.toEqual(failsWith('file-missing'));
    expect(shown).toEqual([]);
  });
});

describe('pasted evidence', () => {
  it('goes on in slices of the agreed size only', async () => {
    const sizes: number[] = [];
    const dialogs = { openFiles: async () => [], saveFile: async () => null, chooseFolder: async () => null };
    const handlers = evidenceHandlers(
      {
        call: async (_call, params) => {
          if (params && 'bytes' in params) sizes.push(params.bytes.length);
          return null as never;
        },
      },
      dialogs,
      createKnownPaths(),
      { open: async () => undefined },
    );
    const jobId = '11111111-2222-4333-8444-555555555555';
    await handlers['evidence.slice']({ jobId, bytes: new Uint8Array(SLICE_BYTES) });
    const more = handlers['evidence.slice']({ jobId, bytes: new Uint8Array(SLICE_BYTES + 1) });
    await expect(more).rejects.toEqual(failsWith('bad-request'));
    expect(sizes).toEqual([SLICE_BYTES]);
  });
});

describe('files', () => {
  it('are read only when a person chose them', async () => {
    const known = createKnownPaths();
    const stored: unknown[] = [];
    const dialogs = { openFiles: async () => [], saveFile: async () => null, chooseFolder: async () => null };
    const evidence = evidenceHandlers(
      {
        call: async (_call, params) => {
          stored.push(params);
          return null as never;
        },
      },
      dialogs,
      known,
      { open: async () => undefined },
    );
    const documents = documentsHandlers(dialogs, known, '/seeds');
    const [caseId, jobId] = ['11111111-2222-4333-8444-555555555555', '11111111-2222-4333-8444-666666666666'];
    for (const reading of [
      () => evidence['evidence.store']({ caseId, jobId, path: '/etc/shadow' }),
      () => documents['documents.read']({ path: '/etc/shadow' }),
    ])
      await expect(reading()).rejects.toEqual(failsWith('not-allowed'));
    known.add('/home/photo.jpg');
    await evidence['evidence.store']({ caseId, jobId, path: '/home/photo.jpg' });
    expect(stored).toHaveLength(1);
  });
});

describe('the report', () => {
  const input = {
    jobId: '11111111-2222-4333-8444-555555555555',
    model: '{}',
    paper: 'a4',
    standard: 'ua-1',
    suggestedName: 'report.pdf',
    thumbnails: [],
  } as const;
  const file = { path: '/out/report.pdf', bytes: 7, sha256: 'a'.repeat(64), holds: [], unread: [] };
  const guard = { needles: [], watched: [] };

  it('that was written may be shown afterwards', async () => {
    const written: string[] = [];
    const service = {
      export: async () => ({ file, pages: 3, deviation: null }),
      preview: async () => ({ pdf: new Uint8Array(), pages: 3, places: [] }),
    };
    const handlers = reportHandlers(service, (path) => written.push(path));
    expect(await handlers['report.export']({ ...input, thumbnails: [], guard })).toEqual({
      file,
      pages: 3,
      deviation: null,
    });
    expect(written).toEqual(['/out/report.pdf']);
  });

  it('can be stopped by its id', async () => {
    const service = {
      export: (_input: unknown, signal: AbortSignal) =>
        new Promise<never>((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
        }),
      preview: async () => ({ pdf: new Uint8Array(), pages: 3, places: [] }),
    };
    const handlers = reportHandlers(service, () => undefined);
    const exported = handlers['report.export']({ ...input, thumbnails: [], guard });
    const again = handlers['report.export']({ ...input, thumbnails: [], guard });
    await expect(again).rejects.toEqual(failsWith('bad-request'));
    await handlers['report.cancel']({ jobId: input.jobId });
    await expect(exported).rejects.toEqual(failsWith('cancelled'));
  });
});
