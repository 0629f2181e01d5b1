import { describe, expect, it } from 'vitest';
import type { ReportFacts } from '#renderer/app/parts.ts';
import { fileNameOf } from '#renderer/app/reporting.ts';
import { attachEvidence } from '#renderer/commands/attach-evidence.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useJobs } from '#renderer/state/jobs-store.ts';
import { refuse, type Stubs } from '../support/fake-host.ts';
import { openWorld, workbenchWorld } from '../support/workbench-world.ts';

const WRITTEN = { path: '/out/report.pdf', pages: 12 };

describe('exporting the report', () => {
  it('hands over the model of the case in view, with the thumbnails it may name', async () => {
    const asked: ReportFacts[] = [];
    const stubs: Stubs = {
      'report.export': ({ model, paper, suggestedName, thumbnails }) => {
        expect(JSON.parse(model)).toEqual({ claims: 0 });
        expect([paper, suggestedName]).toEqual(['a4', 'Albu Kamal.pdf']);
        expect(thumbnails).toEqual([{ name: 'e', bytes: new Uint8Array([1]) }]);
        expect(useJobs.getState().jobs).toMatchObject([{ kind: 'report', subject: 'Albu Kamal' }]);
        return WRITTEN;
      },
    };
    const { workbench, store } = await openWorld(stubs, {
      buildReport: (state, _texts, facts) => {
        asked.push(facts);
        return { claims: state.claim.size };
      },
    });
    const { tip } = await store.load();
    await store.commit({ entries: [], rows: [], tip, thumbnails: new Map([['e', new Uint8Array([1])]]) });
    const link = { id: 'e', kind: 'link', fields: { url: 'https://example.org' } } as const;
    await workbench.run(attachEvidence, { items: [link], bearing: null });
    expect(await workbench.exportReport({ paper: 'a4' })).toEqual({ ok: true, value: WRITTEN });
    expect(asked).toEqual([
      { today: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string, pictures: new Set(['e']) },
    ]);
    expect(useJobs.getState().jobs).toEqual([]);
  });

  it('works on the sample, which has no store', async () => {
    const { workbench } = workbenchWorld(
      { 'report.export': () => WRITTEN },
      { buildReport: (state) => ({ claims: state.claim.size }) },
    );
    await workbench.start();
    expect(useCase.getState().readOnly).toBe(true);
    expect(await workbench.exportReport({ paper: 'us-letter' })).toEqual({ ok: true, value: WRITTEN });
  });

  it('passes on why it failed, and ends the job', async () => {
    const { workbench } = await openWorld({ 'report.export': refuse('disk-full') });
    expect(await workbench.exportReport({ paper: 'a4' })).toEqual({ ok: false, code: 'disk-full' });
    expect(useJobs.getState().jobs).toEqual([]);
  });

  it('refuses while no case is in view', async () => {
    const { workbench } = await openWorld({ 'report.export': () => WRITTEN });
    await workbench.lock();
    expect(await workbench.exportReport({ paper: 'a4' })).toEqual({ ok: false, code: 'closed' });
  });

  it('suggests names that every file system takes', () => {
    expect(fileNameOf('Desertions: “Deir/Ezzor”?')).toBe('Desertions Deir Ezzor.pdf');
    expect(fileNameOf('انشقاقات دير الزور')).toBe('انشقاقات دير الزور.pdf');
    expect(fileNameOf('…')).toBe('report.pdf');
    expect([...fileNameOf('🛰a'.repeat(200))].length).toBeLessThanOrEqual(84);
  });
});
