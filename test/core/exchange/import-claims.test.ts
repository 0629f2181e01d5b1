import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimTexts } from '#core/exchange/claims/claim-texts.ts';
import { chosenClaims } from '#core/exchange/claims/chosen.ts';
import type { ClaimField } from '#core/exchange/claims/columns.ts';
import { planImport } from '#core/exchange/claims/plan-import.ts';
import { ratingsIn } from '#core/exchange/claims/ratings.ts';
import { suggestColumns } from '#core/exchange/claims/suggest-columns.ts';
import type { ClaimTable } from '#core/exchange/claims/table.ts';
import { claimsCsv } from '#core/exchange/csv/claims-csv.ts';
import { parseCsv } from '#core/exchange/csv/csv-text.ts';
import { createChange } from '#core/exchange/create-change.ts';
import { USES } from '#core/model/claim.ts';
import { REASONS, STATUSES } from '#core/model/finding.ts';
import { importClaims } from '#renderer/commands/import-claims.ts';
import { CaseWorld, first } from '../../support/case-world.ts';
import { workedCase } from '../../support/worked-case.ts';

/** A table as a person would import it who takes every suggestion. */
function planned(table: ClaimTable, world: CaseWorld, texts: ReadonlyMap<string, string> = new Map()) {
  const columns = suggestColumns(table);
  const statuses = new Map(ratingsIn(table, columns).map(({ words, suggested }) => [words, suggested]));
  const setup = { columns, statuses, rationale: 'As the file has it.' };
  return planImport(table, setup, { state: world.state, texts });
}

function imported(table: ClaimTable, world: CaseWorld, texts: ReadonlyMap<string, string> = new Map()) {
  const plan = planned(table, world, texts);
  world.run(importClaims, { claims: plan.claims.map((claim) => ({ ...claim, note: '' })) });
  return plan;
}

const table = (columns: string[], ...rows: string[][]): ClaimTable => ({
  columns,
  rows: rows.map((cells, at) => ({ line: at + 2, cells })),
});

describe('importing claims from CSV', () => {
  it('brings back every claim as it left, into another case with the same article', () => {
    const { state, texts } = workedCase(30);
    const world = new CaseWorld('colleague');
    const article = texts.get('document-1') ?? '';
    const { title, url, length, textHash, ref } = first(state.document.values());
    world.write([createChange('document', 'document-1', { ref, title, url, length, textHash })]);
    // Where a sentence stands several times, no place of it can be told.
    const plan = imported(
      parseCsv(claimsCsv({ state, texts }, null)),
      world,
      new Map([['document-1', article]]),
    );
    expect(plan.bad).toEqual([]);
    const [before, after] = [chosenClaims(state, null), chosenClaims(world.state, null)];
    expect(after).toHaveLength(30);
    const apart: readonly ClaimField[] = ['quotation', 'document', 'documentUrl'];
    for (const [at, claim] of before.entries()) {
      const wanted = claimTexts(state, claim);
      const held = after[at];
      if (!held) throw new Error('It is not there.');
      const got = claimTexts(world.state, held);
      for (const field of apart)
        if (held.anchors.length === 0) (got as Record<string, string>)[field] = wanted[field];
      expect(got).toEqual(wanted);
    }
  });

  it('loses nothing of any claim that the columns can carry', () => {
    const words = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .map((text) => text.trim())
      .filter((text) => text !== '' && !/\p{Cs}/u.test(text));
    const verdict = fc.constantFrom(
      ...STATUSES.flatMap((status) =>
        REASONS[status].filter((r) => r !== 'not started').map((reason) => ({ status, reason })),
      ),
    );
    const claim = fc.record({
      statement: words,
      original: fc.option(words),
      gloss: fc.option(words),
      tags: fc.uniqueArray(words, { maxLength: 3 }),
      accuses: fc.boolean(),
      priority: fc.constantFrom('must', 'should', 'could' as const),
      use: fc.option(fc.record({ kind: fc.constantFrom(...USES), wording: fc.option(words) })),
      dates: fc.array(
        fc.record({
          edtf: fc.constantFrom('XXXX-07', '2014-09~', '1436'),
          note: fc.option(words),
          calendar: fc.constantFrom('gregorian', 'hijri' as const),
        }),
        { maxLength: 2 },
      ),
      finding: fc.option(
        fc.tuple(verdict, words, fc.option(words)).map(([held, rationale, wouldChange]) => ({
          ...held,
          part: held.reason === 'in part' ? 'a half' : null,
          rationale,
          asOf: '2026-10-04',
          wouldChange,
          confidence: held.status === 'unverified' ? null : ('low' as const),
          saidAsReported: 'no' as const,
          reviewBy: null,
          warnings: [],
        })),
      ),
    });
    fc.assert(
      fc.property(fc.array(claim, { minLength: 1, maxLength: 4 }), (claims) => {
        const given = new CaseWorld();
        given.write(
          claims.map((fields, at) => createChange('claim', `c${at}`, { ref: `C-0${at + 1}`, ...fields })),
        );
        const second = new CaseWorld();
        const plan = imported(parseCsv(claimsCsv({ state: given.state, texts: new Map() }, null)), second);
        expect(plan.bad).toEqual([]);
        const texts = ({ state }: CaseWorld) =>
          chosenClaims(state, null).map((item) => claimTexts(state, item));
        expect(texts(second)).toEqual(texts(given));
      }),
      { numRuns: 60 },
    );
  });

  it('suggests columns and ratings of a stranger’s table, for a person to confirm', () => {
    const given = table(
      ['Claimant', 'Claim', 'Rating', 'Other'],
      ['Mara', 'It fell', 'Pants on Fire!', 'x'],
      ['Mara', 'It rose', 'Three Pinocchios', ''],
    );
    const columns = suggestColumns(given);
    expect(columns).toEqual({ speaker: 0, statement: 1, status: 2 });
    expect(ratingsIn(given, columns)).toEqual([
      {
        words: 'Pants on Fire!',
        count: 1,
        suggested: { status: 'disputed', reason: 'contradicted by evidence' },
      },
      { words: 'Three Pinocchios', count: 1, suggested: null },
    ]);
  });

  it('names the rows that cannot be imported, by line and by what stands there', () => {
    const given = table(
      ['Statement', 'Status', 'As of', 'Priority', 'Dates'],
      ['', 'false', '', '', ''],
      ['a', 'false', 'last week', '', ''],
      ['b', 'false', '', 'urgent', ''],
      ['c', '', '', '', '2014-13'],
      ['d', 'false', '2026-10-04T10:00:00Z', '', ''],
    );
    const { bad, claims } = planned(given, new CaseWorld());
    expect(bad).toEqual([
      { line: 2, field: 'statement', why: 'empty', text: '' },
      { line: 3, field: 'asOf', why: 'no-date', text: 'last week' },
      { line: 4, field: 'priority', why: 'unknown', text: 'urgent' },
      { line: 5, field: 'dates', why: 'no-date', text: '2014-13' },
    ]);
    expect(claims).toMatchObject([
      { line: 6, finding: { asOf: '2026-10-04', rationale: 'As the file has it.' } },
    ]);
  });

  it('gives no finding where the person said a rating means none', () => {
    const given = table(['Statement', 'Status'], ['a', 'Three Pinocchios']);
    const { claims } = planned(given, new CaseWorld());
    expect(claims).toMatchObject([{ finding: null, rating: 'Three Pinocchios' }]);
  });

  it('anchors a quotation that stands once, and tells of one that does not', () => {
    const world = new CaseWorld();
    const text = 'The bridge fell. It rained. It rained.';
    world.document('d', text);
    const given = table(
      ['Statement', 'Quotation'],
      ['a', 'The bridge fell'],
      ['b', 'It rained'],
      ['c', 'Nowhere'],
    );
    const { claims } = planned(given, world, new Map([['d', text]]));
    expect(claims.map(({ anchors, unplaced }) => [anchors.length, unplaced])).toEqual([
      [1, []],
      [0, ['It rained']],
      [0, ['Nowhere']],
    ]);
  });

  it('writes all in one batch: new references, people by name, the warnings of findings without evidence', () => {
    const world = new CaseWorld();
    world.write([
      createChange('party', 'mara', { names: [{ text: 'Mara', script: 'latin', kind: 'name' }] }),
    ]);
    const before = world.entries.length;
    const given = table(
      ['Statement', 'Status', 'Speaker'],
      ['a', 'false', 'Mara'],
      ['b', '', 'Nour'],
      ['c', '', 'Nour'],
    );
    imported(given, world);
    const written = world.entries.slice(before);
    expect(new Set(written.map(({ header }) => header.batch)).size).toBe(1);
    const claims = chosenClaims(world.state, null);
    expect(claims.map(({ ref }) => ref)).toEqual(['C-01', 'C-02', 'C-03']);
    expect(claims[0]?.ladder?.[0]?.partyId).toBe('mara');
    expect(claims[0]?.finding?.warnings).toContain('nothing-attached');
    expect([...world.state.party.values()].map(({ names }) => names[0]?.text)).toEqual(['Mara', 'Nour']);
  });

  it('says which statements are here already', () => {
    const world = new CaseWorld();
    const given = table(['Statement'], ['a']);
    imported(given, world);
    expect(planned(given, world).claims).toMatchObject([{ already: 'C-01' }]);
  });

  it('makes nothing of nothing', () => {
    expect(new CaseWorld().refusal(importClaims, { claims: [] })).toEqual({ refused: 'nothing-to-import' });
  });
});
