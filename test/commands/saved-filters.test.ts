import { describe, expect, it } from 'vitest';
import { isSameFilter, NO_FILTER } from '#core/queries/claim-filter.ts';
import { removeFilter } from '#renderer/commands/remove-filter.ts';
import { saveFilter } from '#renderer/commands/save-filter.ts';
import { CaseWorld } from '../support/case-world.ts';

const MUST = { ...NO_FILTER, priorities: ['must'] as const, due: true };

describe('a filter kept with the case', () => {
  it('has a name of its own, and is kept again under it', () => {
    const world = new CaseWorld();
    const [id = ''] = world.run(saveFilter, { name: ' Must, due ', filter: MUST, sort: 'priority' });
    expect(world.state.filter.get(id)).toMatchObject({ name: 'Must, due', filter: MUST, sort: 'priority' });
    const again = { name: 'Must, due', filter: NO_FILTER, sort: 'text' } as const;
    expect(world.refusal(saveFilter, again).refused).toBe('name-exists');
    expect(world.refusal(saveFilter, { ...again, name: ' ' }).refused).toBe('name-empty');
    world.run(saveFilter, { ...again, filterId: id });
    expect(world.state.filter.get(id)).toMatchObject({ filter: NO_FILTER, sort: 'text' });
  });

  it('goes when it is taken away, and is no more to be kept again', () => {
    const world = new CaseWorld();
    const [id = ''] = world.run(saveFilter, { name: 'Must', filter: MUST, sort: 'text' });
    world.run(removeFilter, { filterId: id });
    expect(world.state.filter.size).toBe(0);
    expect(world.refusal(removeFilter, { filterId: id }).refused).toBe('not-found');
  });

  it('is the same in whatever order its choices were made, and other when one differs', () => {
    const one = { ...NO_FILTER, tags: ['a', 'b'] };
    expect(isSameFilter(one, { ...NO_FILTER, tags: ['b', 'a'] })).toBe(true);
    expect(isSameFilter(one, { ...NO_FILTER, tags: ['b'] })).toBe(false);
    expect(isSameFilter(one, { ...one, due: true })).toBe(false);
  });
});
