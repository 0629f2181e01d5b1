import { describe, expect, it } from 'vitest';
import { sayingsIn } from '../../../support/extraction.ts';

/** Who says what, without the rest. */
const says = (text: string) => sayingsIn(text).map(({ who, said, direct }) => [who, said, direct]);

describe('who says what in English', () => {
  it.each([
    ['speaker behind', '“The bridge is closed,” said Nadia Haddad.', 'Nadia Haddad', 'The bridge is closed,'],
    [
      'speaker before the verb',
      '“The bridge is closed,” Nadia Haddad said.',
      'Nadia Haddad',
      'The bridge is closed,',
    ],
    ['verb and colon', 'Nadia Haddad said: “The bridge is closed.”', 'Nadia Haddad', 'The bridge is closed.'],
    [
      'a hearer',
      'Nadia Haddad told the council, “The bridge is closed.”',
      'Nadia Haddad',
      'The bridge is closed.',
    ],
    [
      'a time',
      '“The bridge is closed,” Nadia Haddad said on Friday in Hama.',
      'Nadia Haddad',
      'The bridge is closed,',
    ],
    ['a colon alone', 'Nadia Haddad: “The bridge is closed.”', 'Nadia Haddad', 'The bridge is closed.'],
    ['a dash', '“The bridge is closed.” — Nadia Haddad', 'Nadia Haddad', 'The bridge is closed.'],
  ])('quoted, by %s', (_, text, who, said) => {
    expect(says(text)).toEqual([[who, said, true]]);
  });

  it('quoted on both sides of a tag, and on behind it, is one act of saying', () => {
    const text = '“The bridge,” Nadia Haddad said, “is closed.” “Nobody crosses.”';
    expect(says(text)).toEqual([['Nadia Haddad', 'The bridge, … is closed. … Nobody crosses.', true]]);
  });

  it.each([
    ['Nadia Haddad said that the bridge was closed.', 'that the bridge was closed'],
    ['Nadia Haddad said the bridge was closed.', 'the bridge was closed'],
    ['The bridge was closed, Nadia Haddad said.', 'The bridge was closed'],
    ['The bridge was closed, said Nadia Haddad.', 'The bridge was closed'],
    ['According to Nadia Haddad, the bridge was closed.', 'the bridge was closed'],
    ['The bridge was closed, according to Nadia Haddad.', 'The bridge was closed'],
    ['Nadia Haddad told reporters that the bridge was closed.', 'that the bridge was closed'],
  ])('reported: %s', (text, said) => {
    expect(says(text)).toEqual([['Nadia Haddad', said, false]]);
  });

  it('with roles of several commas', () => {
    const text =
      'Nadia Haddad, a nurse from Hama, currently living in Gaziantep, who left in 2014, said: “The bridge is closed.”';
    expect(sayingsIn(text)).toMatchObject([
      { who: 'Nadia Haddad', role: 'a nurse from Hama, currently living in Gaziantep, who left in 2014' },
    ]);
  });

  it.each([
    ['“No,” said Health Minister Nadia Haddad.', 'Health Minister'],
    ['“No,” said nurse Nadia Haddad.', 'nurse'],
    ['The head of the clinic, Nadia Haddad, said: “No, it is not so.”', 'The head of the clinic'],
  ])('with a role before the name: %s', (text, role) => {
    expect(sayingsIn(text)).toMatchObject([{ who: 'Nadia Haddad', role }]);
  });

  it('by somebody whose name stands in quotation marks', () => {
    const text = '“Nadia Haddad” correspondent in Hama said: “The bridge is closed.”';
    expect(sayingsIn(text)).toMatchObject([{ who: 'Nadia Haddad', role: 'correspondent in Hama' }]);
  });

  it('by a document', () => {
    expect(says('The ministry issued an order stating that the bridge would be closed.')).toEqual([
      ['an order', 'that the bridge would be closed', false],
    ]);
  });

  it('announced by a colon before the paragraph', () => {
    expect(says('Nadia Haddad continued:\n\n“The bridge is closed. Nobody crosses.”')).toEqual([
      ['Nadia Haddad', 'The bridge is closed. Nobody crosses.', true],
    ]);
  });

  it('is nothing where nobody says anything', () => {
    expect(says('The bridge was closed in May. The state of the road is bad, and reports are rare.')).toEqual(
      [],
    );
  });

  it('is whom a sentence shows speaking, not what shows them', () => {
    expect(
      says('The film ends with footage of Nadia Haddad saying, “The bridge is closed now.”')[0]?.[0],
    ).toBe('Nadia Haddad');
    expect(says('The site was busy, with one reader writing “Nobody crosses the bridge now.”')[0]?.[0]).toBe(
      'one reader',
    );
    expect(says('The film concludes with a view of “The Long Bridge”.')).toEqual([]);
  });

  it('is nobody whom the sentence speaks of', () => {
    const text = 'Nadia Haddad, in particular, has been criticising Halabi as a “bad engineer”.';
    expect(says(text)[0]?.[0]).toBe('Nadia Haddad');
    expect(says('Calls men bad names, like “pigs”, and owns two bridges.')).toEqual([]);
    expect(says('Reports: ‘streamlined’ process to replace the interview')).toEqual([]);
    const source = '“Bridge of Hama closed for a year” — Hama Post, August 15, 2008';
    expect(says(source).map(([who]) => who)).toEqual([null]);
  });

  it('is what many say, however far before the verb they stand', () => {
    expect(says('Residents of the Marsh Lane estate say they saw the bridge fall.')).toEqual([
      ['Residents of the Marsh Lane estate', 'they saw the bridge fall', false],
    ]);
  });

  it('is nothing where somebody only goes by a name, and where the article speaks for itself', () => {
    expect(says('She paid the sum to a broker called “Abu Yazan” in the market.')).toEqual([]);
    expect(says('It is worth mentioning that the bridge was closed in May.')).toEqual([]);
  });

  it('is not by whom the next sentence speaks of', () => {
    const text = '“I heard three shots,” Nadia Haddad says. “Then I got down.” Police say there were two.';
    expect(says(text)).toEqual([
      ['Nadia Haddad', 'I heard three shots, … Then I got down.', true],
      ['Police', 'there were two', false],
    ]);
  });

  it('is nothing where claims are a noun', () => {
    expect(says('Prosecutors have opened an investigation into claims that the bridge was sold.')).toEqual(
      [],
    );
  });

  it('by whoever stands behind a dash with spaces, or is only spoken to', () => {
    expect(says('UPDATE 3:40pm - the company said: “The bridge is closed now.”')[0]?.[0]).toBe('the company');
    expect(says('I reached out to a spokesperson, who told me “the bridge is closed now”.')[0]?.[0]).toBe(
      'a spokesperson',
    );
  });

  it('according to a source that is described', () => {
    const text = 'According to records reviewed by the court, 31 bodies were found.';
    expect(sayingsIn(text)).toMatchObject([
      { who: 'records', role: 'reviewed by the court', said: '31 bodies were found' },
    ]);
  });

  it('by a neighbour with a role before the name', () => {
    const text = '“The bridge is closed,” said her neighbour, retired nurse Nadia Haddad.';
    expect(sayingsIn(text)).toMatchObject([{ who: 'Nadia Haddad', role: 'her neighbour' }]);
  });

  it('in a statement', () => {
    expect(says('The firm said in a statement it was sorry for the fire.')).toEqual([
      ['The firm', 'it was sorry for the fire', false],
    ]);
  });

  it('is left open where somebody else acts between a speaker and “he”', () => {
    const text =
      '“The bridge is closed,” Omar Halabi said. Haddad’s lawyer, Nabil Jaber, later clarified it. “Not all of it was closed,” he said.';
    expect(sayingsIn(text).map(({ who }) => who)).toEqual(['Omar Halabi', null]);
  });

  it('never takes the verb of another for a part of the name', () => {
    const text = 'Nadia Haddad said her party has promised to open the bridge.';
    expect(says(text).map(([who]) => who)).toEqual(['Nadia Haddad', 'her party']);
  });

  it('with a role whose own words hold a comma', () => {
    const text =
      'Nadia Haddad, curator of exhibits at the University of Hama, Homs, said, “The bridge is closed.”';
    expect(sayingsIn(text)[0]).toMatchObject({
      who: 'Nadia Haddad',
      role: 'curator of exhibits at the University of Hama, Homs',
    });
  });
});
