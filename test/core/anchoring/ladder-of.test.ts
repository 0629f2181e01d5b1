import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ladderOf, sameLadder, voiceOf } from '#core/anchoring/ladder-of.ts';
import { indexPassages, innermostAt } from '#core/anchoring/passage-index.ts';
import type { Rung, Voice } from '#core/model/ladder.ts';
import type { Passage } from '#core/model/passage.ts';

const rung = (partyId: string, fields: Partial<Rung> = {}): Rung => ({
  partyId,
  unnamed: null,
  role: null,
  mode: 'direct',
  basis: ['says saw', 'heard'],
  basisNote: null,
  ...fields,
});
const anchorAt = (start: number, end: number, documentId = 'd') => ({
  documentId,
  start,
  end,
  exact: '.'.repeat(end - start),
  prefix: '',
  suffix: '',
});
const passage = (party: string, start: number, end: number, voice: Voice = 'direct'): Passage => ({
  anchor: anchorAt(start, end),
  voice,
  ladder: [rung(party)],
  candidates: [],
  why: null,
});
const claimAt = (...starts: number[]) => ({
  anchors: starts.map((start) => anchorAt(start, start + 5)),
  ladder: null,
});
const who = (...args: Parameters<typeof ladderOf>) => ladderOf(...args).map(({ partyId }) => partyId);

const narration = passage('outlet', 0, 100, 'narration');
const quote = passage('sami', 20, 60);
const inQuote = passage('decree', 30, 40, 'document');
const passages = [quote, narration, inQuote];

describe('the ladder of a claim', () => {
  it('is that of the innermost passage around its words', () => {
    expect(who(claimAt(5), passages)).toEqual(['outlet']);
    expect(who(claimAt(20), passages)).toEqual(['sami']);
    expect(who(claimAt(32), passages)).toEqual(['decree']);
    expect(who(claimAt(40), passages)).toEqual(['sami']);
    expect(who(claimAt(60), passages)).toEqual(['outlet']);
  });

  it('follows the first anchor of several', () => {
    expect(who(claimAt(32, 5), passages)).toEqual(['decree']);
    expect(voiceOf(claimAt(5, 32), passages)).toBe('narration');
  });

  it('is its own where it has one', () => {
    const own = [rung('outlet'), rung('sami')];
    expect(ladderOf({ ...claimAt(5), ladder: own }, passages)).toBe(own);
    expect(ladderOf({ ...claimAt(5), ladder: [] }, passages)).toEqual([]);
  });

  it('is empty, without a voice, where no passage is', () => {
    expect(who(claimAt(100), passages)).toEqual([]);
    expect(voiceOf(claimAt(100), passages)).toBeNull();
    expect(voiceOf({ anchors: [] }, passages)).toBeNull();
    expect(voiceOf({ anchors: [anchorAt(5, 9, 'another document')] }, passages)).toBeNull();
  });

  it('is the same asked by list and by index', () => {
    const span = fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 30 }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 10 }), fc.nat(80), (spans, offset) => {
        const some = spans.map(([start, length], at) => passage(`party-${at}`, start, start + length));
        const found = innermostAt(indexPassages(some), { documentId: 'd', start: offset });
        const around = some.filter(({ anchor }) => anchor.start <= offset && offset < anchor.end);
        const latest = Math.max(...around.map(({ anchor }) => anchor.start));
        const narrowest = Math.min(
          ...around.filter(({ anchor }) => anchor.start === latest).map(({ anchor }) => anchor.end),
        );
        expect(found?.anchor.start).toBe(around.length ? latest : undefined);
        expect(found?.anchor.end).toBe(around.length ? narrowest : undefined);
        expect(voiceOf(claimAt(offset), some)).toBe(voiceOf(claimAt(offset), indexPassages(some)));
      }),
    );
  });

  it('is found for 10,000 claims among 5,000 passages', () => {
    const many = Array.from({ length: 5000 }, (_, at) => passage(`party-${at}`, at * 10, at * 10 + 10));
    const index = indexPassages([passage('outlet', 0, 50_000, 'narration'), ...many]);
    const wrong = Array.from({ length: 10_000 }, (_, at) => at).filter(
      (at) => ladderOf(claimAt(at * 5), index)[0]?.partyId !== `party-${at >> 1}`,
    );
    expect(wrong).toEqual([]);
  });
});

describe('two ladders', () => {
  it('are the same rung by rung, whatever the order of the bases', () => {
    expect(sameLadder([rung('a')], [rung('a', { basis: ['heard', 'says saw'] })])).toBe(true);
  });

  it('differ in any field of any rung', () => {
    const other: Partial<Rung>[] = [
      { partyId: 'b' },
      { partyId: null, unnamed: 'it was revealed' },
      { role: 'a witness' },
      { mode: 'indirect' },
      { basis: ['heard'] },
      { basisNote: '“we saw”' },
    ];
    for (const fields of other) expect(sameLadder([rung('a')], [rung('a', fields)])).toBe(false);
    expect(sameLadder([rung('a')], [rung('a'), rung('b')])).toBe(false);
  });
});
