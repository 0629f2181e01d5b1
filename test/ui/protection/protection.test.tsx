import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { flushDrafts } from '#renderer/state/drafts.ts';
import { useView } from '#renderer/state/view-store.ts';
import { assess } from '#renderer/commands/assess.ts';
import { addDetail } from '#renderer/commands/add-detail.ts';
import { protectParty } from '#renderer/commands/protect-party.ts';
import { FileSection } from '#renderer/ui/features/evidence/file-section.tsx';
import { ClaimInspector } from '#renderer/ui/features/finding/claim-inspector.tsx';
import { PeopleDesk } from '#renderer/ui/features/people/people-desk.tsx';
import { BRIDGE, bridgeWorld, giveHeights } from '../../support/bridge-world.ts';
import type { CaseWorld } from '../../support/case-world.ts';
import { fakeWorkbench, renderUi, resetStores } from '../../support/render-ui.tsx';

let restore: () => void;
beforeEach(() => {
  restore = giveHeights(600);
});
afterEach(() => {
  cleanup();
  restore();
});

const file = { sha256: 'h', crc32: 1, size: 1, name: 'a.jpg', mediaType: 'image/jpeg', modified: null };

/** The bridge case with a picture that bears on what Mara Lind said. */
function pictured(): CaseWorld {
  const world = bridgeWorld();
  const patch = { ref: 'E-01', kind: 'file', title: 'At the bridge', file };
  world.write([{ entity: 'evidence', entityId: 'pic', op: 'create', patch }]);
  const bearing = { evidenceId: 'pic', claimId: 'closed', stance: 'supports' as const };
  world.run(assess, { ...bearing, locator: { kind: 'region', value: '10,10,20,20' } });
  return world;
}

async function people(world: CaseWorld, partyId: string | null = 'mara') {
  resetStores(world.state, new Map([['doc', BRIDGE]]));
  useView.setState({ partyId });
  await renderUi(<PeopleDesk />, fakeWorkbench(world).workbench);
}

const press = (name: string | RegExp) =>
  act(async () => fireEvent.click(screen.getByRole('button', { name })));
const type = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });

describe('protecting somebody', () => {
  it('gives a pseudonym at one click, and says how an export names them', async () => {
    const world = bridgeWorld();
    await people(world);
    expect(screen.getByText('Leaves under the name')).toBeDefined();
    await press('under a pseudonym');
    expect(world.get('party', 'mara')).toMatchObject({ safety: 'protected', pseudonym: 'Person A' });
    expect(screen.getByText('Leaves as “Person A”')).toBeDefined();
    await press('not named');
    expect(world.get('party', 'mara')).toMatchObject({ safety: 'protected', pseudonym: null });
    expect(screen.getByText('Leaves as “[name withheld]”')).toBeDefined();
  });

  it('accepts a suggested spelling, which counts only then', async () => {
    const world = bridgeWorld();
    world.run(protectParty, { partyId: 'mara', fields: { safety: 'protected' } });
    await people(world);
    expect(world.get('party', 'mara').spellings).toEqual([]);
    await press('Lind family name alone');
    expect(world.get('party', 'mara').spellings).toEqual(['Lind']);
    await press('Remove: Lind');
    expect(world.get('party', 'mara').spellings).toEqual([]);
  });

  it('adds a spelling that is typed', async () => {
    const world = bridgeWorld();
    world.run(protectParty, { partyId: 'mara', fields: { safety: 'protected' } });
    await people(world);
    const field = screen.getByRole('textbox', { name: 'Add a spelling' });
    type(field, 'Marra');
    await act(async () => fireEvent.keyDown(field, { code: 'Enter' }));
    expect(world.get('party', 'mara').spellings).toEqual(['Marra']);
  });

  it('shows what is replaced and where', async () => {
    const world = bridgeWorld();
    world.run(protectParty, { partyId: 'mara', fields: { safety: 'protected' } });
    await people(world);
    await press('Show what is replaced');
    expect(
      within(screen.getByRole('list', { name: 'Replaced in exports' })).getByText('1 in articles'),
    ).toBeDefined();
  });

  it('hides the spellings of our sources until asked', async () => {
    const world = bridgeWorld();
    await people(world);
    await press('our source');
    expect(document.body.textContent).not.toContain('Lind');
    expect(screen.getByText('The spellings of a source are hidden.')).toBeDefined();
  });
});

describe('the overview of what is protected', () => {
  it('leads to protected people, and lists the files that text cannot check, with where to look', async () => {
    const world = pictured();
    world.run(protectParty, { partyId: 'mara', fields: { safety: 'protected', pseudonym: 'Witness 1' } });
    await people(world, null);
    const beyond = within(screen.getByRole('region', { name: /faces and voices/ }));
    expect(beyond.getByText(/picture; may show Mara Lind; look first at region 10,10,20,20/)).toBeDefined();
    await act(async () => fireEvent.click(beyond.getByRole('button', { name: /E-01/ })));
    expect(useView.getState()).toMatchObject({ desk: 'evidence', evidenceId: 'pic' });
  });

  it('adds, changes and removes identifying details', async () => {
    const world = bridgeWorld();
    await people(world, null);
    type(screen.getByRole('textbox', { name: 'Add words' }), 'Two lorries');
    await press('Add words');
    type(screen.getByRole('textbox', { name: 'Exports say instead' }), 'Vehicles');
    await act(() => flushDrafts());
    const [detail] = world.state.detail.values();
    expect(detail).toMatchObject({ words: 'Two lorries', replacement: 'Vehicles', partyId: null });
    await press('Say again: Two lorries');
    expect(world.state.detail.size).toBe(0);
  });

  it('says that a spelling stands for two', async () => {
    const world = bridgeWorld();
    world.run(protectParty, { partyId: 'mara', fields: { safety: 'protected', spellings: ['the driver'] } });
    world.run(addDetail, { fields: { words: 'the Driver' } });
    await people(world, null);
    expect(screen.getByText(/“the driver” stands for more than one: Mara Lind/)).toBeDefined();
  });
});

describe('words selected in a claim', () => {
  it('are protected at one click', async () => {
    const world = bridgeWorld();
    resetStores(world.state);
    useView.setState({ claimId: 'cracked' });
    await renderUi(<ClaimInspector />, fakeWorkbench(world).workbench);
    const field = screen.getByDisplayValue<HTMLTextAreaElement>(/Two lorries had cracked it/);
    field.focus();
    field.setSelectionRange(0, 'Two lorries'.length);
    await act(async () => fireEvent.select(field));
    await press('Protect “Two lorries”');
    expect([...world.state.detail.values()]).toMatchObject([{ words: 'Two lorries' }]);
  });
});

describe('masks on a picture', () => {
  async function masking() {
    const world = pictured();
    resetStores(world.state);
    await renderUi(
      <FileSection evidence={world.get('evidence', 'pic')} file={file} />,
      fakeWorkbench(world).workbench,
    );
    await press('Mask parts of the picture');
    return { world, masks: () => world.get('evidence', 'pic').masks };
  }

  it('are added by a button, for the keyboard', async () => {
    const { masks } = await masking();
    await press('Add a mask');
    expect(masks()).toEqual([{ x: 0.4, y: 0.4, width: 0.2, height: 0.2 }]);
  });
});
