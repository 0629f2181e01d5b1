import { describe, expect, it } from 'vitest';
import type { Params } from '#contract/methods.ts';
import { makeAnchor } from '#core/anchoring/make-anchor.ts';
import type { Receipt } from '#core/model/evidence.ts';
import { DEFAULT_SETUP } from '#core/report/setup.ts';
import { fileNameOf } from '#renderer/app/reporting.ts';
import { attachEvidence } from '#renderer/commands/attach-evidence.ts';
import { editEvidence } from '#renderer/commands/edit-evidence.ts';
import { importDocument } from '#renderer/commands/import-document.ts';
import { makeClaim } from '#renderer/commands/make-claim.ts';
import { setFinding } from '#renderer/commands/set-finding.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useJobs } from '#renderer/state/jobs-store.ts';
import { refuse } from '../support/fake-host.ts';
import { openWorld, workbenchWorld } from '../support/workbench-world.ts';

const OFF_RECORD: Receipt = {
  from: null,
  via: null,
  when: null,
  forwarded: null,
  saidToShow: null,
  terms: 'off record',
  consent: null,
};
const FILE = { path: '/out/report.pdf', bytes: 7, sha256: 'a'.repeat(64), holds: [], unread: [] };
const WRITTEN = { file: FILE, pages: 12, deviation: null };

const KEY = `${'A'.repeat(43)}=`;

describe('exporting the report', () => {
  it('hands over the model of the case, earlier findings and thumbnails, but nothing off the record', async () => {
    const handed: Params<'report.export'>[] = [];
    const { workbench, store } = await openWorld({
      'report.export': (params) => {
        handed.push(params);
        expect(useJobs.getState().jobs).toMatchObject([{ kind: 'report', subject: 'Albu Kamal' }]);
        return WRITTEN;
      },
    });
    const text = 'Sami fled.';
    await workbench.run(importDocument, { id: 'd', text, origin: null, fields: { title: 'T' } });
    await workbench.run(makeClaim, { anchors: [makeAnchor('d', text, 0, 4)] });
    const [claimId = ''] = useCase.getState().state.claim.keys();
    for (const [status, rationale] of [
      ['disputed', 'First thought.'],
      ['corroborated', 'Second thought.'],
    ] as const)
      await workbench.run(setFinding, { claimId, status, rationale });
    const link = (id: string) =>
      ({ id, kind: 'link', fields: { url: `https://example.org/${id}` } }) as const;
    await workbench.run(attachEvidence, {
      items: [link('shown'), link('hidden')],
      bearing: { claimId, stance: 'supports' },
    });
    await workbench.run(editEvidence, { evidenceId: 'hidden', fields: { receipt: OFF_RECORD } });
    const { tip } = await store.load();
    const thumbnails = new Map(['shown', 'hidden'].map((id) => [id, new Uint8Array([1])]));
    await store.commit({ entries: [], rows: [], tip, thumbnails });
    expect(await workbench.exportReport(DEFAULT_SETUP)).toMatchObject({ ok: true, value: WRITTEN });
    expect(handed).toMatchObject([
      {
        paper: 'a4',
        suggestedName: 'Albu Kamal.pdf',
        thumbnails: [{ name: 'shown', bytes: new Uint8Array([1]) }],
      },
    ]);
    const model = handed[0]?.model ?? '{}';
    expect(JSON.parse(model)).toMatchObject({
      format: 'touchstone-report',
      title: 'Albu Kamal',
      claims: [{ earlier: [expect.stringContaining('First thought.')], evidence: [{ picture: 'shown' }] }],
    });
    expect(model).not.toContain('example.org/hidden');
    expect(useJobs.getState().jobs).toEqual([]);
  });

  it('makes the pictures that a case has no thumbnails of, each once, and leaves out what cannot be read', async () => {
    const asked: string[] = [];
    const handed: string[][] = [];
    const { workbench } = await openWorld(
      {
        'report.export': ({ thumbnails }) => {
          handed.push(thumbnails.map(({ name }) => name));
          return WRITTEN;
        },
      },
      {
        makeThumbnail: async (_caseId, { sha256 }) => {
          asked.push(sha256);
          return sha256 === 'a'.repeat(64) ? new Uint8Array([1]) : null;
        },
      },
    );
    const file = (id: string) => {
      const sha256 = id.repeat(64);
      const named = { name: `${id}.jpg`, mediaType: 'image/jpeg', modified: null };
      return { id, kind: 'file', file: { sha256, crc32: 1, size: 1, ...named }, fields: {} } as const;
    };
    await workbench.run(attachEvidence, { items: [file('a'), file('b')], bearing: null });
    for (const paper of ['a4', 'us-letter'] as const)
      expect(await workbench.exportReport({ ...DEFAULT_SETUP, paper })).toMatchObject({ ok: true });
    expect(handed).toEqual([['a'], ['a']]);
    expect(asked).toEqual(['a'.repeat(64), 'b'.repeat(64)]);
  });

  it('works on the sample, which has no store', async () => {
    const { workbench } = workbenchWorld({ 'report.export': () => WRITTEN });
    await workbench.start();
    expect(useCase.getState().readOnly).toBe(true);
    expect(await workbench.exportReport({ ...DEFAULT_SETUP, paper: 'us-letter' })).toMatchObject({
      ok: true,
      value: { ...WRITTEN, file: { release: null } },
    });
  });

  it('passes on why it failed, and ends the job', async () => {
    const { workbench } = await openWorld({ 'report.export': refuse('disk-full') });
    expect(await workbench.exportReport(DEFAULT_SETUP)).toEqual({ ok: false, code: 'disk-full' });
    expect(useJobs.getState().jobs).toEqual([]);
  });

  it('is signed on its integrity page by an open identity, and by nobody where nobody is named', async () => {
    const models: string[] = [];
    const asked: Params<'identity.signReport'>[] = [];
    const self = { alias: 'Eva', recipient: 'age1eva', signingKey: KEY };
    const { workbench } = await openWorld({
      'identity.describe': () => ({ state: 'open', passphrase: true, keychain: false, self }),
      'identity.signReport': (params) => {
        asked.push(params);
        return { publicKey: KEY, value: 'c2lnbmVk' };
      },
      'report.export': ({ model }) => {
        models.push(model);
        return WRITTEN;
      },
    });
    for (const setup of [
      DEFAULT_SETUP,
      { ...DEFAULT_SETUP, named: false },
      { ...DEFAULT_SETUP, audience: 'public' as const },
    ])
      await workbench.exportReport(setup);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.heads).toEqual([{ entries: 2, hash: expect.stringMatching(/^[0-9a-f]{64}$/u) }]);
    expect(models.map((model) => model.includes('c2lnbmVk') && model.includes(KEY))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('refuses while no case is in view', async () => {
    const { workbench } = await openWorld({ 'report.export': () => WRITTEN });
    await workbench.lock();
    expect(await workbench.exportReport(DEFAULT_SETUP)).toEqual({ ok: false, code: 'closed' });
  });

  it('suggests names that every file system takes', () => {
    expect(fileNameOf('Desertions: “Deir/Ezzor”?')).toBe('Desertions Deir Ezzor.pdf');
    expect(fileNameOf('انشقاقات دير الزور')).toBe('انشقاقات دير الزور.pdf');
    expect(fileNameOf('…')).toBe('report.pdf');
    expect([...fileNameOf('🛰a'.repeat(200))].length).toBeLessThanOrEqual(84);
  });
});
