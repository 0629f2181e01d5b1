import { describe, expect, it } from 'vitest';
import { claimRows } from '#core/queries/claim-rows.ts';
import { matrixOf } from '#core/queries/matrix.ts';
import { createChange } from '#core/exchange/create-change.ts';
import { ArticleWorld } from '../../support/article-world.ts';

function world(): ArticleWorld {
  const made = new ArticleWorld();
  made.claim('fled', 'leaders fled');
  made.claim('spies', 'spies went to Turkey');
  made.write([
    createChange('origin', 'wire', { name: 'A wire photo', partyId: null, note: null }),
    ...['e1', 'e2', 'e3', 'unused'].map((id, at) =>
      createChange('evidence', id, {
        ref: `E-0${at + 1}`,
        kind: 'link',
        title: id,
        originId: id === 'e1' || id === 'e3' ? 'wire' : null,
      }),
    ),
    createChange('assessment', 'a1', { evidenceId: 'e1', claimId: 'fled', stance: 'supports' }),
    createChange('assessment', 'a2', { evidenceId: 'e2', claimId: 'fled', stance: 'contradicts' }),
    createChange('assessment', 'a3', { evidenceId: 'e3', claimId: 'fled', stance: 'supports' }),
  ]);
  return made;
}

describe('the matrix of claims and evidence', () => {
  const { state } = world();
  const matrix = matrixOf(state, claimRows(state));

  it('has a row for each claim with evidence and a column for each item that bears on one', () => {
    expect(matrix.rows.map(({ row }) => row.id)).toEqual(['fled']);
    expect(matrix.columns.map(({ evidence }) => evidence.id)).toEqual(['e1', 'e3', 'e2']);
    expect([...(matrix.rows[0]?.cells ?? [])]).toEqual([
      ['e1', 'supports'],
      ['e2', 'contradicts'],
      ['e3', 'supports'],
    ]);
  });

  it('puts the items of one origin side by side, those of unknown origin last', () => {
    expect(matrix.columns.map(({ origin, first }) => [origin, first])).toEqual([
      ['A wire photo', true],
      ['A wire photo', false],
      ['', true],
    ]);
  });

  it('counts independent origins: two copies of one photo once', () => {
    expect(matrix.rows[0]?.row).toMatchObject({ originsFor: 1, originsAgainst: 1 });
  });

  it('keeps to the claims it is given, in their order', () => {
    expect(matrixOf(state, []).rows).toEqual([]);
    expect(matrixOf(state, []).columns).toEqual([]);
  });
});
