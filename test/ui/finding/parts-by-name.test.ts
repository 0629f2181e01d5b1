import { describe, expect, it } from 'vitest';
import { partsByName } from '#renderer/ui/features/finding/parts-by-name.ts';
import { anchorOf } from '../../support/case-world.ts';

const TEXT = 'including “Amer Al-Naklawi – Yousef Orfali – Al-Espani”, all of them were known.';
const NAMES = '“Amer Al-Naklawi – Yousef Orfali – Al-Espani”';

describe('one statement per name', () => {
  it('puts each name of the statement where the enumeration stood', () => {
    const statement = 'Amer al-Naklawi, Yousef Orfali and “al-Espani” were in that group.';
    const parts = partsByName({ statement, anchors: [anchorOf('doc', TEXT, NAMES)] });
    expect(parts).toEqual([
      { statement: 'Amer al-Naklawi were in that group.', words: 'Amer Al-Naklawi' },
      { statement: 'Yousef Orfali were in that group.', words: 'Yousef Orfali' },
      { statement: 'al-Espani were in that group.', words: 'Al-Espani' },
    ]);
  });

  it('puts the article’s names before a statement that names nobody', () => {
    const parts = partsByName({
      statement: 'The three were well known.',
      anchors: [anchorOf('doc', TEXT, NAMES)],
    });
    expect(parts.map(({ statement }) => statement)).toEqual([
      'Amer Al-Naklawi: The three were well known.',
      'Yousef Orfali: The three were well known.',
      'Al-Espani: The three were well known.',
    ]);
  });

  it('proposes nothing where there is no enumeration', () => {
    const anchors = [anchorOf('doc', TEXT, 'all of them were known')];
    expect(partsByName({ statement: 'They were known.', anchors })).toEqual([]);
  });
});
