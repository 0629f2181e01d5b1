import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BlobRef, Evidence } from '#core/model/evidence.ts';
import { attachEvidence } from '#renderer/commands/attach-evidence.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { editCase } from '#renderer/commands/edit-case.ts';
import { flushDrafts } from '#renderer/state/drafts.ts';
import { NO_CUSTODY, useCustody } from '#renderer/state/custody-store.ts';
import { useScreens } from '#renderer/state/screens-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { EvidenceDesk } from '#renderer/ui/features/evidence/evidence-desk.tsx';
import { bridgeWorld, giveHeights } from '../../support/bridge-world.ts';
import { fakeWorkbench, renderUi, resetStores } from '../../support/render-ui.tsx';

const FILE = {
  sha256: 'a'.repeat(64),
  crc32: 7,
  size: 1234,
  name: 'photo.png',
  mediaType: 'image/png',
  modified: null,
};

let restore: () => void;
beforeEach(() => {
  restore = giveHeights(600);
});
afterEach(() => {
  cleanup();
  restore();
});

async function show(answers: { readonly [method: string]: (...input: never[]) => unknown } = {}) {
  const world = bridgeWorld();
  world.run(attachEvidence, {
    items: [{ id: 'photo', kind: 'file', file: FILE, fields: {} }],
    bearing: { claimId: 'closed', stance: 'supports' },
  });
  resetStores(world.state);
  const made = fakeWorkbench(world, { thumbnail: () => null, ...answers });
  await renderUi(<EvidenceDesk />, made.workbench);
  return { world, ...made, evidence: () => world.get('evidence', 'photo') };
}

const list = () => within(screen.getByRole('listbox', { name: 'Evidence' }));
const choose = () => fireEvent.click(list().getByRole('option', { name: /E-01/ }));
const type = (name: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } });
const press = (name: string) => act(async () => fireEvent.click(screen.getByRole('button', { name })));
const flush = () => act(() => flushDrafts());

describe('the desk of evidence', () => {
  it('lists what each item is, its origin and what it bears on', async () => {
    await show();
    const row = within(list().getByRole('option', { name: /E-01/ }));
    expect(row.getByText('photo.png')).toBeDefined();
    expect(row.getByText('origin unknown')).toBeDefined();
    expect(row.getByText('supports C-01')).toBeDefined();
    expect(screen.getByRole('button', { name: 'Origin unknown 1' })).toBeDefined();
  });

  it('shows the hash, and the file only when asked', async () => {
    await show();
    choose();
    expect(screen.getByText('a'.repeat(64))).toBeDefined();
    expect(document.querySelector('img[src^="evidence:"]')).toBeNull();
    await press('Show it');
    const picture = document.querySelector('img[src^="evidence:"]');
    expect(picture?.getAttribute('src')).toBe(`evidence://case-1/${FILE.sha256}?type=image%2Fpng`);
  });

  it('records title and how it reached us, one field after the other', async () => {
    const { evidence } = await show();
    choose();
    type('Title', 'The closed bridge');
    await press('+ how it reached us');
    type('Via', 'messenger');
    await flush();
    await press('Forwarded');
    await press('not by name');
    expect(evidence()).toMatchObject({
      title: 'The closed bridge',
      receipt: { via: 'messenger', forwarded: true, terms: 'not by name' },
    });
  });

  it('changes the stance towards a claim, and takes the item off it', async () => {
    const { world } = await show();
    choose();
    const on = within(screen.getByRole('group', { name: 'C-01' }));
    await act(async () => fireEvent.click(on.getByRole('button', { name: 'contradicts' })));
    expect([...world.state.assessment.values()]).toMatchObject([{ stance: 'contradicts' }]);
    await press('Take off this claim: C-01');
    expect(world.state.assessment.size).toBe(0);
    expect(world.state.evidence.size).toBe(1);
  });

  it('leads to the claim it bears on', async () => {
    await show();
    choose();
    fireEvent.click(screen.getByRole('button', { name: /^C-01/ }));
    expect(useView.getState()).toMatchObject({ desk: 'claims', claimId: 'closed' });
  });

  it('suggests one origin for the same file twice, and groups them only when asked', async () => {
    const { world } = await show();
    const again = { id: 'again', kind: 'file' as const, file: FILE, fields: { title: 'From the channel' } };
    await act(async () => {
      world.run(attachEvidence, { items: [again], bearing: null });
      useCase.setState({ state: world.state });
    });
    await press('Seem copies 2');
    choose();
    expect(screen.getByText(/E-02 is, byte for byte, the same file/)).toBeDefined();
    expect(world.state.origin.size).toBe(0);
    await press('Same origin');
    const [origin] = world.state.origin.values();
    expect(origin?.name).toBe('From the channel');
    expect([...world.state.evidence.values()].map(({ originId }) => originId)).toEqual([
      origin?.id,
      origin?.id,
    ]);
    expect(screen.queryByText(/byte for byte, the same file/)).toBeNull();
  });

  it('adds captures to a link, and says in words what their set still lacks', async () => {
    const { world, asked } = await show({
      pickEvidence: () => ({ ok: true, value: [{ kind: 'path', path: '/home/me/page.html' }] }),
      attach: (_files: unknown, _bearing: unknown, fieldsOf: (file: BlobRef) => Partial<Evidence>) => {
        const file = { ...FILE, name: 'page.html', mediaType: 'text/html', sha256: 'c'.repeat(64) };
        world.run(attachEvidence, {
          items: [{ id: 'page', kind: 'file', file, fields: fieldsOf(file) }],
          bearing: null,
        });
        useCase.setState({ state: world.state });
        return { ok: true, value: { ids: ['page'], failed: [], left: 0 } };
      },
    });
    await act(async () => {
      const link = { id: 'link', kind: 'link' as const, fields: { url: 'https://example.org/a' } };
      world.run(attachEvidence, { items: [link], bearing: null });
      useCase.setState({ state: world.state });
    });
    fireEvent.click(list().getByRole('option', { name: /E-02/ }));
    await press('Add captures…');
    expect(asked.map(({ what }) => what)).toContain('attach');
    expect(world.get('evidence', 'page').capture).toMatchObject({ linkId: 'link', shows: ['source code'] });
    await press('What the set lacks');
    expect(screen.getByText(/Still lacks: a full-page picture or PDF, its embedded media/)).toBeDefined();
    const none = within(screen.getByRole('group', { name: 'The page has none:' }));
    await act(async () => fireEvent.click(none.getByRole('button', { name: 'media' })));
    expect(screen.queryByText(/its embedded media/)).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: /^E-03/ }));
    type('With', 'Firefox 128');
    await flush();
    expect(world.get('evidence', 'page').capture?.tool).toBe('Firefox 128');
  });

  it('records a forwarded voice note by keyboard, from a new source under a code name', async () => {
    const note = { ...FILE, name: 'voice.opus', mediaType: 'audio/ogg', sha256: 'd'.repeat(64) };
    const { world } = await show({
      pickEvidence: () => ({ ok: true, value: [{ kind: 'path', path: '/home/me/voice.opus' }] }),
      attach: (_files: unknown, _bearing: unknown, fieldsOf: (file: BlobRef) => Partial<Evidence>) => {
        world.run(attachEvidence, {
          items: [{ id: 'note', kind: 'file', file: note, fields: fieldsOf(note) }],
          bearing: null,
        });
        useCase.setState({ state: world.state });
        return { ok: true, value: { ids: ['note'], failed: [], left: 0 } };
      },
    });
    await act(async () => useView.setState({ desk: 'evidence', ask: 'received' }));
    const form = within(screen.getByRole('form', { name: 'Received media' }));
    expect(document.activeElement?.textContent).toBe('Choose files…');
    await act(async () => fireEvent.click(form.getByRole('button', { name: 'Choose files…' })));
    const from = form.getByRole('combobox', { name: 'From' });
    expect(document.activeElement).toBe(from);
    expect(form.getByRole<HTMLInputElement>('textbox', { name: 'When' }).value).toMatch(
      /^\d{4}-\d\d-\d\dT\d\d:\d\d[+-]\d\d:\d\d$/,
    );
    fireEvent.change(form.getByRole('combobox', { name: 'Via' }), { target: { value: 'Signal' } });
    await act(async () => fireEvent.click(form.getByRole('button', { name: 'Forwarded' })));
    await act(async () => fireEvent.click(form.getByRole('button', { name: 'not by name' })));
    fireEvent.change(from, { target: { value: 'Heron' } });
    // The very key that sends the form also takes the name.
    await act(async () => fireEvent.keyDown(from, { code: 'Enter', key: 'Enter', ctrlKey: true }));
    const source = [...world.state.party.values()].find(({ codeName }) => codeName === 'Heron');
    expect(source).toMatchObject({ parts: ['our source'], safety: 'protected', names: [] });
    expect(world.get('evidence', 'note').receipt).toMatchObject({
      from: source?.id,
      via: 'Signal',
      forwarded: true,
      terms: 'not by name',
    });
    expect(screen.queryByRole('form', { name: 'Received media' })).toBeNull();
    expect(useView.getState().evidenceId).toBe('note');
  });

  it('keeps full grading out of the way until the case asks for it', async () => {
    const { world, evidence } = await show();
    choose();
    expect(screen.queryByRole('region', { name: 'Grading' })).toBeNull();
    expect(screen.queryByRole('group', { name: 'Says' })).toBeNull();
    await act(async () => {
      world.write([{ entity: 'case', entityId: 'case', op: 'create', patch: { title: 'Case' } }]);
      world.run(editCase, { mode: 'legal' });
      useCase.setState({ state: world.state });
    });
    await press('B');
    const says = within(screen.getByRole('group', { name: 'Says' }));
    await act(async () => fireEvent.click(says.getByRole('button', { name: '2' })));
    fireEvent.change(screen.getByRole('combobox', { name: 'date: established?' }), {
      target: { value: 'in part' },
    });
    await flush();
    expect(evidence()).toMatchObject({ reliability: 'B', pillars: { date: { state: 'in part' } } });
    expect([...world.state.assessment.values()]).toMatchObject([{ credibility: 2 }]);
    expect(screen.getByText('B Usually reliable')).toBeDefined();
  });

  it('opens a file in another program only after saying what that means', async () => {
    const { asked } = await show({ openOutside: () => ({ ok: true, value: null }) });
    choose();
    await press('Open in another program…');
    expect(screen.getByText(/wiped when the case is locked/)).toBeDefined();
    expect(asked.map(({ what }) => what)).not.toContain('openOutside');
    await press('Open a copy');
    expect(asked.find(({ what }) => what === 'openOutside')?.input).toEqual(FILE);
    expect(screen.queryByText(/wiped when the case is locked/)).toBeNull();
  });

  it('neither shows nor opens a file that was found altered, and says what to do', async () => {
    await show();
    choose();
    await act(async () => useCustody.setState({ quarantined: new Set([FILE.sha256]) }));
    expect(screen.getByText(/ALTERED: the sealed file on this laptop/)).toBeDefined();
    expect(within(list().getByRole('option', { name: /E-01/ })).getByText(/in quarantine/)).toBeDefined();
    for (const name of ['Show it', 'Open in another program…', 'Check the file again'])
      expect(screen.queryByRole('button', { name })).toBeNull();
    await press('Open a project file…');
    expect(useScreens.getState().screen).toMatchObject({ kind: 'open-project' });
    useCustody.setState(NO_CUSTODY);
  });
});
