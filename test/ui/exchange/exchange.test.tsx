import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { ExportSetup } from '#core/exchange/build-export.ts';
import { leavingText } from '#core/exchange/leaving-export.ts';
import { claimsCsv } from '#core/exchange/csv/claims-csv.ts';
import type { FinishedExport, LeavingText } from '#core/ports/exchange-work.ts';
import type { Leaves } from '#core/release/new-release.ts';
import { setFinding } from '#renderer/commands/set-finding.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useScreens } from '#renderer/state/screens-store.ts';
import { ExportScreen } from '#renderer/ui/features/exchange/export-screen.tsx';
import { VerifyScreen } from '#renderer/ui/features/exchange/verify-screen.tsx';
import { ImportClaimsScreen } from '#renderer/ui/features/exchange/import-claims-screen.tsx';
import { BRIDGE, bridgeWorld } from '../../support/bridge-world.ts';
import { fakeWorkbench, renderUi, resetStores } from '../../support/render-ui.tsx';

afterEach(cleanup);

/** Builds as the workbench does, from what the stores hold. */
const buildText = (setup: ExportSetup) => {
  const { state, texts } = useCase.getState();
  return { ok: true, value: leavingText({ state, texts, language: setup.language }, setup) };
};

const choose = (label: RegExp | string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

describe('exporting data', () => {
  it('shows the beginning of the file in the chosen format, then writes it', async () => {
    const world = bridgeWorld();
    resetStores(world.state, new Map([['doc', BRIDGE]]));
    const written: FinishedExport = {
      path: '/tmp/claims.jsonld',
      bytes: 900,
      sha256: 'ab'.repeat(32),
      holds: [],
      unread: [[{ kind: 'entry', name: 'data/E-03.mp4' }]],
      release: { id: 'r' },
    };
    const { workbench, asked } = fakeWorkbench(world, {
      buildText,
      exportText: () => ({ ok: true, value: written }),
    });
    await renderUi(<ExportScreen claimIds={null} />, workbench);
    const preview = async () =>
      (await screen.findByLabelText<HTMLTextAreaElement>(/beginning of the file/)).value;
    expect(await preview()).toMatch(/^\ufeffReference,Statement/);
    expect(screen.getByText(/not encrypted/)).toBeTruthy();
    choose('Format', 'web-annotation');
    await waitFor(async () => expect(await preview()).toContain('AnnotationCollection'));
    fireEvent.click(screen.getByRole('button', { name: 'Choose where…' }));
    await screen.findByText(/ab{1}ab/);
    expect(screen.getByText('the file data/E-03.mp4')).toBeTruthy();
    expect(screen.getByText(/Kept under Releases/)).toBeTruthy();
    const call = asked.find(({ what }) => what === 'exportText');
    const [leaving, leaves] = (call?.input ?? []) as [LeavingText, Leaves];
    expect(leaves).toMatchObject({ kind: 'web-annotation', audience: 'public' });
    expect(leaving.ending).toBe('jsonld');
    expect(leaving.text).toContain('Two lorries had cracked it');
  });

  it('names the fields a ClaimReview lacks and the claims it leaves out', async () => {
    const world = bridgeWorld();
    resetStores(world.state, new Map([['doc', BRIDGE]]));
    await renderUi(<ExportScreen claimIds={['closed']} />, fakeWorkbench(world, { buildText }).workbench);
    choose('Format', 'claim-review');
    expect((await screen.findByText(/Not in the file/)).textContent).toContain('C-01');
    expect(screen.getByText(/Not in the file/).textContent).not.toContain('C-02');
    // That one claim was all: a file without anything in it is not written.
    expect(screen.getByText(/there is nothing to write/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Choose where…' })).toHaveProperty('disabled', true);
  });

  it('keeps as a release what is in the file, not the claims that the format left out', async () => {
    const world = bridgeWorld();
    world.run(setFinding, { claimId: 'cracked', status: 'unverified', reason: 'insufficient' });
    resetStores(world.state, new Map([['doc', BRIDGE]]));
    const { workbench, asked } = fakeWorkbench(world, {
      buildText,
      exportText: () => ({ ok: true, value: null }),
    });
    await renderUi(<ExportScreen claimIds={null} />, workbench);
    choose('Format', 'claim-review');
    const leftOut = (await screen.findByText(/Not in the file/)).textContent ?? '';
    fireEvent.click(screen.getByRole('button', { name: 'Choose where…' }));
    await waitFor(() => expect(asked.some(({ what }) => what === 'exportText')).toBe(true));
    const call = asked.find(({ what }) => what === 'exportText');
    const [, leaves] = (call?.input ?? []) as [LeavingText, Leaves];
    const refs = leaves.claims.map(({ claimId }) => world.state.claim.get(claimId)?.ref ?? '');
    expect(refs.length).toBeGreaterThan(0);
    expect(leftOut).toContain('C-01');
    for (const ref of refs) expect(leftOut).not.toContain(ref);
  });
});

describe('verifying a file', () => {
  it('says in words what was altered, and what differs from the case', async () => {
    const world = bridgeWorld();
    const given = { state: world.state, texts: new Map([['doc', BRIDGE]]) };
    resetStores(given.state, given.texts);
    const csv = claimsCsv(given, null).replace('Two lorries', 'Three lorries');
    const file = { name: 'claims.csv', bytes: new TextEncoder().encode(csv) };
    const { workbench } = fakeWorkbench(world, {
      pickToVerify: () => ({ ok: true, value: { kind: 'read', file } }),
    });
    await renderUi(<VerifyScreen />, workbench);
    fireEvent.click(screen.getByRole('button', { name: 'Choose a file…' }));
    await screen.findByText(/a table of claims/);
    expect(screen.getByText('3 entries say the same as the case.')).toBeTruthy();
    expect(screen.getByText(/C-02, Statement: “Three lorries/)).toBeTruthy();
  });
});

describe('importing claims', () => {
  const CSV = 'Claimant,Claim,Rating,Checked on\nMara Lind,It reopened,False,2026-01-02\nMayor,,True,\n';

  it('maps columns and ratings, names bad rows by line, and imports all in one step', async () => {
    const world = bridgeWorld();
    resetStores(world.state, new Map([['doc', BRIDGE]]));
    const file = { name: 'table.csv', bytes: new TextEncoder().encode(CSV) };
    const { workbench, asked } = fakeWorkbench(world, { pickClaims: () => ({ ok: true, value: file }) });
    await renderUi(<ImportClaimsScreen />, workbench);
    fireEvent.click(screen.getByRole('button', { name: 'Choose a file…' }));
    await screen.findByText('What the columns are');
    expect(screen.getByText('Line 3: Statement is empty.')).toBeTruthy();
    choose(/^False/, 'unverified/insufficient');
    fireEvent.click(screen.getByRole('button', { name: 'Import 1 claim' }));
    await waitFor(() => expect(useScreens.getState().screen.kind).toBe('none'));
    expect(asked.filter(({ what }) => what === 'importClaims')).toHaveLength(1);
    const made = [...world.state.claim.values()].at(-1);
    expect(made).toMatchObject({
      ref: 'C-05',
      statement: 'It reopened',
      finding: { status: 'unverified', reason: 'insufficient', asOf: '2026-01-02' },
    });
    expect(made?.ladder?.[0]?.partyId).toBe('mara');
    expect([...world.state.note.values()].at(-1)?.text).toBe(
      'Imported from table.csv, line 2.\nRating there: False',
    );
  });

  it('says what is wrong with a file it cannot read', async () => {
    const world = bridgeWorld();
    resetStores(world.state);
    const file = { name: 'x.csv', bytes: new TextEncoder().encode('a,"b\n') };
    const { workbench } = fakeWorkbench(world, { pickClaims: () => ({ ok: true, value: file }) });
    await renderUi(<ImportClaimsScreen />, workbench);
    fireEvent.click(screen.getByRole('button', { name: 'Choose a file…' }));
    expect((await screen.findByRole('alert')).textContent).toContain('line 1');
  });
});
