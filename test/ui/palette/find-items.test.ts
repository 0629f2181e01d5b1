import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { addParty } from '#renderer/commands/add-party.ts';
import { startWords } from '#renderer/i18n/i18n.ts';
import { useView } from '#renderer/state/view-store.ts';
import { findItems } from '#renderer/ui/features/palette/find-items.tsx';
import { bridgeWorld } from '../../support/bridge-world.ts';

beforeAll(startWords);

const find = (query: string, world = bridgeWorld()) => findItems(world.state, query, i18next.t);
const found = (query: string, kind: string, world = bridgeWorld()) =>
  find(query, world)
    .find(({ id }) => id === kind)
    ?.actions.map(({ aside, label }) => aside ?? label);

describe('what the palette finds', () => {
  it('is nothing while nothing is asked', () => {
    expect(find('  ')).toEqual([]);
  });

  it('is a claim by its number, however it is written', () => {
    for (const query of ['C-02', 'c2', '2', 'c 02']) expect(found(query, 'claims')?.[0]).toBe('C-02');
  });

  it('is a claim by its words, those in a row first', () => {
    expect(found('called it', 'claims')).toEqual(['C-03']);
    expect(found('it', 'claims')).toContain('C-04');
  });

  it('is a person by name, and a source by code name alone', () => {
    const world = bridgeWorld();
    world.run(addParty, {
      fields: {
        codeName: 'Source A',
        names: [{ text: 'Hidden Person', script: 'latin', kind: 'name' }],
        parts: ['our source'],
      },
    });
    expect(found('lind', 'people', world)).toEqual(['Mara Lind']);
    expect(found('source a', 'people', world)).toEqual(['Source A']);
    expect(found('hidden', 'people', world)).toEqual([]);
  });

  it('leads there', () => {
    find('c-03')[0]?.actions[0]?.run();
    expect(useView.getState()).toMatchObject({ desk: 'claims', claimId: 'precaution' });
  });
});
