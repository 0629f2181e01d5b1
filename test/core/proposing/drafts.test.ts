import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeAnchor } from '#core/anchoring/make-anchor.ts';
import { type Draft, voicedAs } from '#core/proposing/draft.ts';
import { mergeDrafts, sameSpeaker } from '#core/proposing/merge-drafts.ts';
import { readDrafts } from '#core/proposing/read-drafts.ts';
import { remainingDrafts } from '#core/proposing/remaining.ts';
import { splitDraft } from '#core/proposing/split-draft.ts';
import { first } from '../../support/case-world.ts';

const TEXT = [
  'The commander Omar Halabi, head of the guards, said that 40 fighters fled the town on 3 May 2014.',
  'The bridge was destroyed in the night. Three villages were left without water; the pump stood still for a week.',
  '“We saw the convoy leave the city at dawn,” Rana Khoury said.',
].join('\n\n');

const { drafts, sentences } = readDrafts(TEXT, null, null);
const about = (words: string): Draft =>
  first(drafts.filter(({ spans }) => spans.some(({ start, end }) => TEXT.slice(start, end).includes(words))));
const wordsOf = ({ spans }: Draft) => spans.map(({ start, end }) => TEXT.slice(start, end)).join(' … ');

describe('drafts of claims', () => {
  it('say who says it, with the role in the article’s words, and what can be checked', () => {
    const draft = about('40 fighters');
    expect(draft.ladder[0]).toMatchObject({
      party: { name: 'Omar Halabi', kind: 'person' },
      mode: 'indirect',
    });
    expect(draft.ladder[0]?.role).toContain('head of the guards');
    expect(draft.dates.map(({ date }) => date.edtf)).toContain('2014-05-03');
    expect(draft.passage).not.toBeNull();
  });

  it('say of a passage who speaks, of a claim how they know it', () => {
    const draft = about('convoy');
    expect(draft.ladder[0]?.basis).toEqual(['says saw']);
    expect(draft.passage?.ladder[0]?.basis).toEqual(['not stated']);
  });

  it('say what a person wrote of who says it: of the stretch only where the speaker stays the same', () => {
    const draft = about('40 fighters');
    const outer = first(draft.ladder);
    const known = voicedAs({ ...draft, own: [{ ...outer, basis: ['heard'] }] });
    expect(known.ladder[0]?.basis).toEqual(['heard']);
    expect(known.passage).toBe(draft.passage);
    const other = voicedAs({
      ...draft,
      own: [{ ...outer, party: { name: 'Rana', kind: 'person' }, basis: ['heard'] }],
    });
    expect(other.passage).toMatchObject({
      span: { start: draft.spans[0]?.start, end: draft.spans.at(-1)?.end },
      ladder: [{ party: { name: 'Rana' }, basis: ['not stated'] }],
    });
    expect(voicedAs({ ...draft, own: [] })).toMatchObject({ voice: 'narration', ladder: [] });
  });

  it('can be asked for a stretch alone', () => {
    const start = TEXT.indexOf('The bridge');
    const read = readDrafts(TEXT, { start, end: start + 10 }, null);
    expect(read.drafts.map(wordsOf)).toEqual(['The bridge was destroyed in the night.']);
  });

  it('are left until at least half of their words are in a claim, skipped or not', () => {
    const draft = about('The bridge');
    const span = first(draft.spans);
    const claim = (start: number, end: number) => ({ anchors: [makeAnchor('doc', TEXT, start, end)] });
    const left = (start: number, end: number) => remainingDrafts(drafts, 'doc', [claim(start, end)]);
    expect(left(span.start, span.end)).not.toContain(draft);
    expect(left(span.start, span.start + 5)).toContain(draft);
    expect(remainingDrafts(drafts, 'other', [claim(span.start, span.end)])).toHaveLength(drafts.length);
  });

  it('of one voice can be one claim, and be parted again at the sentence end', () => {
    const [one, two] = [about('The bridge'), about('Three villages')];
    expect(sameSpeaker(one, two)).toBe(true);
    const merged = mergeDrafts(one, two);
    expect(merged.statement).toBe(`${one.statement} ${two.statement}`);
    const pieces = splitDraft(TEXT, merged, sentences);
    expect(pieces?.map(wordsOf)).toEqual([wordsOf(one), wordsOf(two)]);
    expect(pieces?.map(({ key }) => key)).toEqual([one.key, two.key]);
  });

  it('of two voices cannot', () => {
    expect(sameSpeaker(about('The bridge'), about('40 fighters'))).toBe(false);
  });

  it('of one sentence are parted at its clauses, else not at all', () => {
    expect(splitDraft(TEXT, about('Three villages'), sentences)?.map(({ statement }) => statement)).toEqual([
      'Three villages were left without water.',
      'The pump stood still for a week.',
    ]);
    expect(splitDraft(TEXT, about('The bridge'), sentences)).toBeNull();
  });

  it('take the voice that a person chose, for their own words alone', () => {
    const base = about('The bridge');
    const rung = {
      party: { name: 'Rana Khoury', kind: 'person' as const },
      unnamed: null,
      role: null,
      mode: 'direct' as const,
      basis: ['not stated' as const],
      basisNote: null,
    };
    const unclear: Draft = {
      ...base,
      voice: 'unclear',
      candidates: [{ rung }, { rung: null }],
      passage: { span: { start: 0, end: TEXT.length }, voice: 'unclear', ladder: [] },
    };
    expect(voicedAs(unclear)).toMatchObject({ voice: 'unclear', ladder: [] });
    expect(voicedAs({ ...unclear, settled: 0 })).toMatchObject({
      voice: 'direct',
      ladder: [rung],
      passage: { span: first(base.spans), voice: 'direct' },
    });
    expect(voicedAs({ ...unclear, settled: 1 })).toMatchObject({ voice: 'narration', ladder: [] });
  });

  it('stand on words of the text, whatever it is', () => {
    const piece = fc.constantFrom(
      'He said that ',
      '“',
      '”',
      '. ',
      'Sami Fourati',
      '\n\n',
      'fled in July 2014',
      'قال إن ',
      '\ud800',
      ' ',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }).map((parts) => parts.join('')),
        (text) => {
          const read = readDrafts(text, null, null);
          for (const draft of read.drafts) {
            for (const { start, end } of draft.spans) {
              expect(start).toBeLessThan(end);
              expect(end).toBeLessThanOrEqual(text.length);
            }
            for (const part of splitDraft(text, draft, read.sentences) ?? [])
              expect(
                draft.spans.some(({ start, end }) =>
                  part.spans.every((s) => start <= s.start && s.end <= end),
                ),
              ).toBe(true);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
