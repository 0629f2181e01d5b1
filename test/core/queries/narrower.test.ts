import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ClaimFilter, NO_FILTER } from '#core/queries/claim-filter.ts';
import { claimRows } from '#core/queries/claim-rows.ts';
import { filterClaims } from '#core/queries/filter-claims.ts';
import { isNarrower } from '#core/queries/narrower.ts';
import { editClaim } from '#renderer/commands/edit-claim.ts';
import { makeClaim } from '#renderer/commands/make-claim.ts';
import { ArticleWorld } from '../../support/article-world.ts';

const TODAY = '2015-03-01';
const STATEMENTS = [
  'The bridge fell',
  'Bridges in the east',
  'حلب القديمة',
  'Café, a bridgehead',
  'ﬁnal east',
];

function rowsOfCase() {
  const world = new ArticleWorld();
  for (const [at, statement] of STATEMENTS.entries()) {
    world.run(makeClaim, { id: `c${at}`, anchors: [world.anchor('leaders fled')], fields: { statement } });
    if (at % 2 === 0) world.run(editClaim, { claimId: `c${at}`, fields: { tags: ['bridge'] } });
  }
  return claimRows(world.state);
}

const filterOf = (filter: Partial<ClaimFilter>): ClaimFilter => ({ ...NO_FILTER, ...filter });

describe('a filter that lets through less than another', () => {
  it('is told while a word is typed', () => {
    expect(isNarrower(filterOf({ text: 'bridge ea' }), filterOf({ text: 'bri' }))).toBe(true);
    expect(isNarrower(filterOf({ text: 'bri' }), filterOf({ text: 'bridge' }))).toBe(false);
    expect(isNarrower(filterOf({ text: 'bridge' }), filterOf({ text: 'east' }))).toBe(false);
  });

  it('makes the same other choices', () => {
    expect(isNarrower(filterOf({ text: 'bridge' }), filterOf({ text: 'b', tags: ['bridge'] }))).toBe(false);
  });

  it('never lets through what the other holds back, whatever is typed', () => {
    const rows = rowsOfCase();
    const typed = fc
      .array(fc.constantFrom('bridge', 'Bri', 'e', 'EAST', 'حلب', 'ح', 'cafe', 'é', 'ﬁ', 'fi', ' ', 'zz'), {
        maxLength: 4,
      })
      .map((parts) => parts.join(''));
    const choice = fc.constantFrom<readonly string[]>([], ['bridge']);
    fc.assert(
      fc.property(typed, typed, choice, choice, (text, other, tags, otherTags) => {
        const narrow = filterOf({ text, tags });
        const wide = filterOf({ text: other, tags: otherTags });
        if (!isNarrower(narrow, wide)) return;
        const through = filterClaims(rows, wide, TODAY);
        // What the list does: only what the wider one let through is looked at again.
        expect(filterClaims(through, narrow, TODAY)).toEqual(filterClaims(rows, narrow, TODAY));
      }),
      { numRuns: 2000 },
    );
  });
});
