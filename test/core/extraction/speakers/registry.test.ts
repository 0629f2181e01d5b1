import { describe, expect, it } from 'vitest';
import { propose } from '#core/extraction/propose.ts';

/** The speaker of each act of saying, or the candidates. */
function speakersOf(text: string): (string | string[])[] {
  const { quotes, speakers } = propose(text);
  const name = (index: number) => speakers[index]?.name ?? '?';
  return quotes.map(({ speaker, candidates }) => (speaker === null ? candidates.map(name) : name(speaker)));
}

const said = (who: string, at: number) => `${who} said that road number ${at} was closed.`;

describe('the speakers of an article', () => {
  it('are found again by family name, another spelling and pronoun', () => {
    const text = [said('Nadia Haddad', 1), said('Haddad', 2), said('Nadia Hadad', 3), said('She', 4)].join(
      '\n\n',
    );
    expect(speakersOf(text)).toEqual(['Nadia Haddad', 'Nadia Haddad', 'Nadia Haddad', 'Nadia Haddad']);
    expect(propose(text).speakers).toMatchObject([
      { variants: ['Haddad', 'Nadia Hadad', 'She'].slice(0, 2) },
    ]);
  });

  it('are never merged by a family name: it is whose turn it was right before', () => {
    const text = [
      said('Zaid Fourati', 1),
      said('Fourati', 2),
      said('Sami Fourati', 3),
      said('Fourati', 4),
    ].join('\n\n');
    expect(speakersOf(text)).toEqual(['Zaid Fourati', 'Zaid Fourati', 'Sami Fourati', 'Sami Fourati']);
    expect(propose(text).quotes[3]?.doubt).toEqual({
      kind: 'settled by whose turn it is',
      words: ['Zaid Fourati'],
    });
  });

  it('are left open where two share the name and neither spoke right before', () => {
    const text = [
      said('Zaid Fourati', 1),
      said('Sami Fourati', 2),
      said('Abu Anas', 3),
      said('Fourati', 4),
    ].join('\n\n');
    expect(speakersOf(text)[3]).toEqual(['Sami Fourati', 'Zaid Fourati']);
    expect(propose(text).quotes[3]?.doubt?.kind).toBe('several share this name');
  });

  it('are left open where another person acts between a speaker and “she”', () => {
    const text = `${said('Nadia Haddad', 1)} Leila Mansour left the town. ${said('She', 2)}`;
    expect(speakersOf(text)[1]).toEqual(['Nadia Haddad']);
    expect(propose(text).quotes[1]?.doubt).toEqual({
      kind: 'somebody else stands between',
      words: ['Leila Mansour'],
    });
  });

  it('are known again by their role', () => {
    const text = `${said('Nadia Haddad, the mayor of Hama,', 1)}\n\n${said('The mayor', 2)}`;
    expect(speakersOf(text)).toEqual(['Nadia Haddad', 'Nadia Haddad']);
  });
});
