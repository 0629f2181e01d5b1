import { describe, expect, it } from 'vitest';
import { evidenceCsv } from '#core/exchange/csv/claims-csv.ts';
import { parseCsv } from '#core/exchange/csv/csv-text.ts';
import { CREDIBILITIES, gradeOf, RELIABILITIES } from '#core/model/grading.ts';
import { custodyOf } from '#core/queries/custody.ts';
import { historyOf } from '#core/queries/history.ts';
import { buildReport } from '#core/report/build-report.ts';
import { DEFAULT_SETUP } from '#core/report/setup.ts';
import { assess } from '#renderer/commands/assess.ts';
import { editCase } from '#renderer/commands/edit-case.ts';
import { gradeEvidence } from '#renderer/commands/grade-evidence.ts';
import { splitClaim } from '#renderer/commands/split-claim.ts';
import { ArticleWorld, TEXT } from '../support/article-world.ts';

function world(mode: 'desk' | 'legal') {
  const made = new ArticleWorld();
  made.write([{ entity: 'case', entityId: 'case', op: 'create', patch: { title: 'Case' } }]);
  if (mode === 'legal') made.run(editCase, { mode });
  made.claim('a');
  made.evidence('e', 'a');
  made.run(gradeEvidence, {
    evidenceId: 'e',
    reliability: 'B',
    pillars: { date: { state: 'in part', note: ' shadows ' }, source: { state: null, note: ' ' } },
  });
  made.run(gradeEvidence, { evidenceId: 'e', pillars: { location: { state: 'established', note: null } } });
  made.run(assess, { evidenceId: 'e', claimId: 'a', stance: 'supports', credibility: 2 });
  return made;
}

const reportOf = (made: ArticleWorld) =>
  JSON.stringify(
    buildReport(
      made.state,
      new Map([['doc', TEXT]]),
      { today: '2015-03-01', pictures: new Set<string>() },
      { ...DEFAULT_SETUP, sections: { ...DEFAULT_SETUP.sections, annex: true } },
    ),
  );

describe('full grading', () => {
  it('keeps the two judgements apart, pillar by pillar, and drops what says nothing', () => {
    const made = world('legal');
    expect(made.get('evidence', 'e')).toMatchObject({
      reliability: 'B',
      pillars: {
        provenance: null,
        source: null,
        date: { state: 'in part', note: 'shadows' },
        location: { state: 'established', note: null },
        motivation: null,
      },
    });
    made.run(assess, { evidenceId: 'e', claimId: 'a', stance: 'contradicts' });
    expect([...made.state.assessment.values()]).toMatchObject([{ stance: 'contradicts', credibility: 2 }]);
    made.run(gradeEvidence, { evidenceId: 'e', reliability: null });
    expect(made.get('evidence', 'e').reliability).toBeNull();
  });

  it('is written as a pair, whichever of the two is missing', () => {
    for (const reliability of RELIABILITIES)
      for (const credibility of CREDIBILITIES)
        expect(gradeOf(reliability, credibility)).toBe(`${reliability}${credibility}`);
    expect([gradeOf('F', null), gradeOf(null, 6), gradeOf(null, null)]).toEqual(['F–', '–6', '']);
  });

  it('stands in the report of a case that asks for it, and not in a desk’s', () => {
    const legal = reportOf(world('legal'));
    expect(legal).toContain('graded B2 (B Usually reliable, 2 Probably true)');
    expect(legal).toContain('date: established in part, shadows');
    const desk = reportOf(world('desk'));
    expect(desk).not.toMatch(/graded|Usually reliable|shadows/);
  });

  it('stands in custody, history and the table of evidence, and follows a split', () => {
    const made = world('legal');
    const graded = custodyOf(historyOf(made.entries, 'e'), 'e').filter(({ what }) => what === 'graded');
    expect(graded).toMatchObject([
      { grade: 'B', claimId: null },
      { grade: '', claimId: null },
      { grade: '2', claimId: 'a' },
    ]);
    const { columns, rows } = parseCsv(evidenceCsv({ state: made.state, texts: new Map() }, null));
    const cell = (name: string) => rows[0]?.cells[columns.indexOf(name)];
    expect([cell('Reliability'), cell('Credibility'), cell('Pillar: date')]).toEqual([
      'B',
      'C-01 2',
      'in part: shadows',
    ]);
    made.run(splitClaim, { claimId: 'a', parts: [{ statement: 'One.' }, { statement: 'Two.' }] });
    expect([...made.state.assessment.values()].map(({ credibility }) => credibility)).toEqual(
      Array.from({ length: made.state.assessment.size }, () => 2),
    );
  });
});
