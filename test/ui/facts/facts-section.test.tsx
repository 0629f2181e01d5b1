import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { FileFacts } from '#core/facts/file-facts.ts';
import { attachEvidence } from '#renderer/commands/attach-evidence.ts';
import { FactsSection } from '#renderer/ui/features/facts/facts-section.tsx';
import { bridgeWorld } from '../../support/bridge-world.ts';
import { fakeWorkbench, renderUi, resetStores } from '../../support/render-ui.tsx';

const FILE = {
  sha256: 'a'.repeat(64),
  crc32: 7,
  size: 1234,
  name: 'photo.jpg',
  mediaType: 'image/jpeg',
  modified: null,
};

const SAID: FileFacts = {
  facts: [{ name: 'device', value: 'Synthetic Camera 1' }],
  times: [{ what: 'taken', local: '2014-10-02T15:04:05', zone: '+03:00' }],
  place: { latitude: 35.3417, longitude: 40.1408 },
  traces: [{ kind: 'editor', value: 'Adobe Photoshop 21' }],
};

const NOTHING: FileFacts = { facts: [], times: [], place: null, traces: [] };

afterEach(cleanup);

async function show(answer: unknown, mediaType = FILE.mediaType) {
  const world = bridgeWorld();
  const file = { ...FILE, mediaType };
  const receipt = {
    from: null,
    via: null,
    when: '2014-09-20',
    forwarded: null,
    saidToShow: null,
    terms: null,
  };
  world.run(attachEvidence, {
    items: [{ id: 'photo', kind: 'file', file, fields: { receipt: { ...receipt, consent: null } } }],
    bearing: null,
  });
  resetStores(world.state);
  const { workbench, asked } = fakeWorkbench(world, { factsOf: () => answer });
  await renderUi(<FactsSection evidence={world.get('evidence', 'photo')} file={file} />, workbench);
  return asked;
}

const section = () => within(screen.getByRole('region', { name: 'What the file says of itself' }));

describe('what a file says of itself', () => {
  it('stands in words: device, time with its zone, signs of changes, and that it proves nothing', async () => {
    await show({ ok: true, value: SAID });
    expect(await section().findByText('Synthetic Camera 1')).toBeDefined();
    expect(section().getByText('2014-10-02 15:04:05')).toBeDefined();
    expect(section().getByText('UTC+03:00')).toBeDefined();
    expect(section().getByText('Written by a program that edits: Adobe Photoshop 21')).toBeDefined();
    expect(section().getByText(/a lead, no proof/)).toBeDefined();
  });

  it('shows the place on outlines that are packed with the app', async () => {
    await show({ ok: true, value: SAID });
    const map = await section().findByRole('img', { name: /35\.34170, 40\.14080/ });
    expect(map.querySelector('path')?.getAttribute('d')?.length).toBeGreaterThan(50_000);
    expect(map.innerHTML).not.toMatch(/href|url\(/);
  });

  it('says when the file is younger than the day it came', async () => {
    await show({ ok: true, value: SAID });
    const words = await section().findByText(/is at least 11 days after “received 2014-09-20”/);
    expect(words.getAttribute('data-verdict')).toBe('later');
  });

  it('says that a file tells nothing, and what to ask for', async () => {
    await show({ ok: true, value: NOTHING });
    expect(await section().findByText(/It says nothing of itself/)).toBeDefined();
  });

  it.each([
    ['damaged-file', /The file is damaged/],
    ['slow-file', /stopped after 30 seconds/],
    ['empty-file', /The file is empty/],
    ['failed', /could not be read/],
  ])('says why nothing was read: %s', async (code, words) => {
    await show({ ok: false, code });
    expect(await section().findByText(words)).toBeDefined();
  });

  it('does not ask kinds of files that hold nothing of the kind', async () => {
    const asked = await show({ ok: true, value: SAID }, 'text/plain');
    expect(screen.queryByRole('region')).toBeNull();
    expect(asked).toEqual([]);
  });
});
