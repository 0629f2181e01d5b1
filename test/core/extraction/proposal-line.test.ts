import { describe, expect, it } from 'vitest';
import { propose } from '#core/extraction/propose.ts';
import { proposalLine } from '#core/extraction/proposal-line.ts';

describe('the JSON line of a proposal', () => {
  const text = '“We paid 200 thousand dollars to Omar Haddad,” said Nadia Khoury, a nurse from Hama.';
  const line = proposalLine('a-1', text, propose(text));
  const words = ([start, end]: readonly [number, number]) => text.slice(start, end);

  it('has quotations with content, cue, source and speaker by offsets of the text', () => {
    const [quote] = line.quotes;
    expect(line.id).toBe('a-1');
    expect(quote?.content.map(words)).toEqual(['We paid 200 thousand dollars to Omar Haddad,']);
    expect(quote?.cue && words(quote.cue)).toBe('said');
    expect(quote?.source && words(quote.source)).toBe('Nadia Khoury, a nurse from Hama');
    expect(quote).toMatchObject({
      speaker: { name: 'Nadia Khoury', role: 'a nurse from Hama' },
      direct: true,
      repaired: false,
    });
  });

  it('has claims with a statement, who says so, a score, reasons in words and who is named', () => {
    const [claim] = line.proposals;
    expect(claim).toMatchObject({
      statement: 'We paid 200 thousand dollars to Omar Haddad.',
      speaker: { name: 'Nadia Khoury', role: 'a nurse from Hama' },
      details: [
        { kind: 'money', text: '200 thousand dollars', value: 'USD 200000' },
        { kind: 'person', text: 'Omar Haddad' },
      ],
    });
    expect(claim?.score).toBeGreaterThan(0);
    expect(claim?.reasons.join()).toContain('200 thousand dollars');
    expect(claim?.details.map(({ span }) => words(span))).toEqual(['200 thousand dollars', 'Omar Haddad']);
  });

  it('has the dates of a claim with what they mean', () => {
    const dated = 'The bridge of Hama was closed on 3 May 2014 by the army.';
    const [claim] = proposalLine('c', dated, propose(dated)).proposals;
    expect(claim?.details).toContainEqual({
      kind: 'date',
      span: [33, 43],
      text: '3 May 2014',
      value: '2014-05-03',
    });
  });

  it('says null where nobody is named', () => {
    const bare = 'Nobody knew why. “We left before the sun was up that day.” The road was empty.';
    expect(proposalLine('b', bare, propose(bare)).quotes).toMatchObject([{ speaker: null, source: null }]);
  });
});
