import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NARRATION, type ProposedClaim } from '#core/extraction/proposal.ts';
import { propose } from '#core/extraction/propose.ts';
import { ARABIC } from './fixtures/arabic.ts';
import { WORKSHEET } from './fixtures/deir-ezzor.ts';
import { type Label, scoreLabels } from './fixtures/labels.ts';
import { WIKINEWS } from './fixtures/wikinews.ts';

function total(texts: readonly { text: string; labels: readonly Label[] }[]) {
  const scores = texts.map(({ text, labels }) => scoreLabels(text, labels));
  const sum = (of: 'wanted' | 'found' | 'speaker') => scores.reduce((all, score) => all + score[of], 0);
  return { wanted: sum('wanted'), found: sum('found'), speaker: sum('speaker') };
}

describe('labelled articles', () => {
  it('of Wikinews: at least as many acts of saying are found, with their speaker, as when this was written', () => {
    const texts = Object.entries(WIKINEWS).map(([name, labels]) => ({
      text: readFileSync(new URL(`../../fixtures/wikinews/${name}.txt`, import.meta.url), 'utf8'),
      labels,
    }));
    const { wanted, found, speaker } = total(texts);
    expect(texts).toHaveLength(10);
    expect(wanted).toBe(76);
    expect(found).toBeGreaterThanOrEqual(64);
    expect(speaker).toBeGreaterThanOrEqual(58);
  });

  it('in Arabic: every speaker is named, and nobody where nobody speaks', () => {
    const { wanted, speaker } = total(ARABIC);
    expect(speaker).toBe(wanted);
    const silent = ARABIC.filter(({ labels }) => labels.length === 0);
    expect(silent.flatMap(({ text }) => propose(text).quotes)).toEqual([]);
  });
});

describe('the Deir Ezzor article', () => {
  const text = readFileSync(new URL('../../../seeds/deir-ezzor/article.txt', import.meta.url), 'utf8');
  const proposal = propose(text);
  const name = (index: number | null) =>
    index === null ? null : index === NARRATION ? 'the article' : (proposal.speakers[index]?.name ?? '?');
  const claimAt = (start: number, end: number): ProposedClaim | undefined =>
    proposal.claims.find(({ spans }) => spans.some((span) => span.start < end && start < span.end));
  const claimWith = (words: string) => claimAt(text.indexOf(words), text.indexOf(words) + words.length);
  const said = (words: string) => {
    const at = text.indexOf(words);
    return proposal.quotes.find(({ content }) => content.some(({ start, end }) => start <= at && at < end));
  };

  it.each(WORKSHEET)('has the claim at %i–%i in the voice “%s” of %s', (start, end, voice, speaker) => {
    const claim = claimAt(start, end);
    expect(claim?.voice).toBe(voice);
    const voices = voice === 'unclear' ? (claim?.candidates ?? []).map(name) : [name(claim?.speaker ?? null)];
    expect(voices).toContain(speaker);
  });

  it('has three named speakers with their roles of several commas, in order', () => {
    expect(proposal.speakers.map(({ name: who, role }) => [who, role])).toEqual([
      ['Zaid Fourati', 'Sound and Picture reporter in eastern countryside of Dier Ezzor'],
      ['Abu Anas al-Ansari', 'one of the Free Army fighters from Deir Ezzor, currently residing in Turkey'],
      ['Sami Fourati', 'field activist from Deir Ezzor'],
    ]);
  });

  it('says which Fourati “Fourati also noted” and “Fourati Also said” are, and by what', () => {
    const [zaid, sami] = [said('raised suspicion and anxiety'), said('Two other IS members')];
    expect([name(zaid?.speaker ?? null), name(sami?.speaker ?? null)]).toEqual([
      'Zaid Fourati',
      'Sami Fourati',
    ]);
    expect(sami?.doubt).toEqual({ kind: 'settled by whose turn it is', words: ['Zaid Fourati'] });
  });

  it('reads quotations that open with ” and close with “ after a space, and says so', () => {
    const quote = said('Two other IS members');
    const [words] = quote?.content ?? [];
    expect(text.slice(words?.start, words?.end)).toMatch(
      /^Two other IS members .* belonging to all Muslims\.$/s,
    );
    expect(quote?.repairs.map(({ kind }) => kind)).toEqual(['turned mark', 'turned mark']);
  });

  it('follows the quotation that is never closed to “military co-”, and leaves open who speaks at its end', () => {
    const quote = said('There is a serious issue');
    const last = quote?.content.at(-1);
    expect(quote?.content).toHaveLength(3);
    expect(text.slice(last?.start, last?.end)).toMatch(/^many free army checkpoints .*military co-$/s);
    expect(quote?.repairs.map(({ kind }) => kind)).toEqual([
      'runs into the next paragraph',
      'missing closing mark',
    ]);
    const passage = proposal.passages.find(({ span }) => span.start === last?.start);
    expect(passage).toMatchObject({ voice: 'unclear', doubt: { kind: 'the quotation is never closed' } });
  });

  it('does not end a quotation at the names inside it', () => {
    const [words] = said('the escaping issue')?.content ?? [];
    expect(text.slice(words?.start, words?.end)).toMatch(
      /“Abu Obeida ” .*“the Egyptian” fled .*Deir Ezzor$/s,
    );
  });

  it('says where a quotation was closed too early by a name inside it, and doubts what follows', () => {
    expect(said('we have seen and heard')?.repairs.map(({ kind }) => kind)).toEqual([
      'turned mark',
      'one mark closes two',
    ]);
    const claim = claimWith('Some of which are foreigners');
    expect(claim?.candidates.map(name)).toEqual(['Zaid Fourati', 'the article']);
  });

  it('puts the regulation under Sami, who reports what it states', () => {
    const { ladder } = claimWith('those who stole the money') ?? { ladder: [] };
    expect(ladder.map(({ speaker, unnamed, mode }) => [name(speaker), unnamed, mode])).toEqual([
      ['Sami Fourati', null, 'direct'],
      [null, 'a regulation', 'document'],
    ]);
  });

  it('keeps how a speaker says they know', () => {
    expect(claimWith('we have seen and heard')?.ladder[0]).toMatchObject({
      basis: ['says saw', 'heard'],
      basisNote: 'we have seen',
    });
    expect(claimWith('We observed during')?.ladder[0]?.basis).toEqual(['says saw']);
    expect(claimWith('We have also made-sure')?.ladder[0]?.basis).toEqual(['method unstated']);
  });
});
