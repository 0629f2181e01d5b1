import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayName, freeCodeLetter, partyName, searchableNames, voiceOf } from '#core/model/names.ts';
import { NAME_KINDS, PARTS } from '#core/model/party.ts';
import { addParty } from '#renderer/commands/add-party.ts';
import { CaseWorld } from '../../support/case-world.ts';

const anyParty = fc.record({
  parts: fc.subarray([...PARTS]),
  codeName: fc.option(fc.constantFrom('Source A', 'Source B')),
  names: fc.array(
    fc.record({
      text: fc.constantFrom('True Name', 'Other Name'),
      script: fc.constant('latin' as const),
      kind: fc.constantFrom(...NAME_KINDS),
    }),
  ),
});

describe('the name of a party', () => {
  it('is never the true one where it is our source or carries a code name', () => {
    fc.assert(
      fc.property(anyParty, (party) => {
        fc.pre(party.codeName !== null || party.parts.includes('our source'));
        const shown = [displayName(party), ...searchableNames(party)];
        expect(shown.filter((name) => name.includes('Name'))).toEqual([]);
      }),
    );
  });

  it('is the first name of everybody else', () => {
    const world = new CaseWorld();
    const name = (text: string) => ({ text, script: 'latin' as const, kind: 'name' as const });
    world.run(addParty, { id: 'p', fields: { names: [name('Sami'), name('Samy')] } });
    expect(partyName(world.state, 'p')).toBe('Sami');
    expect(partyName(world.state, null)).toBe('');
    expect(partyName(world.state, 'gone')).toBe('');
  });

  it('offers the first letter no code name has', () => {
    const world = new CaseWorld();
    expect(freeCodeLetter(world.state)).toBe('A');
    for (const codeName of ['Source A', 'source b', 'Falcon']) {
      world.run(addParty, { fields: { parts: ['our source'], codeName } });
    }
    expect(freeCodeLetter(world.state)).toBe('C');
    for (const letter of 'CDEFGHIJKLMNOPQRSTUVWXYZ') {
      world.run(addParty, { fields: { parts: ['our source'], codeName: `Source ${letter}` } });
    }
    expect(freeCodeLetter(world.state)).toBe('AA');
  });
});

describe('whose voice a party is', () => {
  it('is the outermost it is affiliated to', () => {
    const affiliations = new Map([
      ['reporter', 'desk'],
      ['desk', 'outlet'],
    ]);
    expect(voiceOf(affiliations, 'reporter')).toBe('outlet');
    expect(voiceOf(affiliations, 'outlet')).toBe('outlet');
    expect(voiceOf(affiliations, 'somebody')).toBe('somebody');
  });

  it('is one for all of a circle that merged work left', () => {
    const circle = new Map([
      ['b', 'c'],
      ['c', 'a'],
      ['a', 'b'],
      ['outside', 'c'],
    ]);
    expect(['a', 'b', 'c', 'outside'].map((id) => voiceOf(circle, id))).toEqual(['a', 'a', 'a', 'a']);
  });
});
