import { describe, expect, it } from 'vitest';
import { extentOf, timelineOf } from '#core/queries/timeline.ts';
import { attachEvidence } from '#renderer/commands/attach-evidence.ts';
import { editClaim } from '#renderer/commands/edit-claim.ts';
import { mergeClaims } from '#renderer/commands/merge-claims.ts';
import { ArticleWorld } from '../../support/article-world.ts';

const date = (edtf: string, calendar: 'gregorian' | 'hijri' = 'gregorian') => ({
  edtf,
  calendar,
  note: null,
});

function world() {
  const made = new ArticleWorld();
  for (const id of ['a', 'b', 'c', 'd']) made.claim(id);
  made.run(editClaim, { claimId: 'a', fields: { dates: [date('2014-09'), date('XXXX-07')] } });
  made.run(editClaim, { claimId: 'b', fields: { dates: [date('2014-09-03')] } });
  made.run(editClaim, { claimId: 'c', fields: { dates: [date('1435-09', 'hijri')] } });
  const file = {
    id: 'e',
    kind: 'link' as const,
    fields: { url: 'https://example.org/', capturedAt: '2015-01-02T23:30:00+03:00' },
  };
  made.run(attachEvidence, { items: [file], bearing: null });
  made.evidence('f', null);
  return made;
}

describe('the timeline', () => {
  it('places what is dated, the earliest first; a year nobody gave, and no date at all, apart', () => {
    const { placed, yearless, undated } = timelineOf(world().state);
    expect(placed.map(({ id, as, edtf }) => `${id} ${as} ${edtf}`)).toEqual([
      'c claimed 1435-09',
      'a claimed 2014-09',
      'b claimed 2014-09-03',
      'e captured 2015-01-02',
    ]);
    expect(yearless.map(({ id, edtf }) => `${id} ${edtf}`)).toEqual(['a XXXX-07']);
    expect(undated.map(({ id }) => id)).toEqual(['d', 'f']);
  });

  it('reaches from the first day to the last, and nowhere when nothing is dated', () => {
    const extent = extentOf(timelineOf(world().state).placed);
    const iso = (day: number | undefined) => new Date((day ?? 0) * 86_400_000).toISOString().slice(0, 10);
    expect([iso(extent?.from), iso(extent?.to)]).toEqual(['2014-06-28', '2015-01-02']);
    expect(extentOf(timelineOf(new ArticleWorld().state).placed)).toBeNull();
  });

  it('holds a merged claim once', () => {
    const made = world();
    made.run(mergeClaims, { keepId: 'a', mergeIds: ['b'] });
    expect(
      timelineOf(made.state)
        .placed.filter(({ entity }) => entity === 'claim')
        .map(({ id }) => id),
    ).toEqual(['c', 'a', 'a']);
  });
});
