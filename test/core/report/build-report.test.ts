import { describe, expect, it } from 'vitest';
import { buildReport } from '#core/report/build-report.ts';
import { CaseWorld } from '../../support/case-world.ts';
import {
  LONG_URL,
  OFF_RECORD,
  ON_BACKGROUND,
  TRUE_NAME,
  workedCase,
  workedReport,
} from '../../support/report-world.ts';

const claimOf = (ref: string) => {
  const claim = workedReport().report.claims.find((sheet) => sheet.ref === ref);
  if (!claim) throw new Error(`No ${ref}`);
  return claim;
};

describe('the report of a worked case', () => {
  it('is plain data: the same case on the same day says the same', () => {
    const [one, other] = [workedReport().report, workedReport().report];
    expect(JSON.stringify(one)).toBe(JSON.stringify(other));
    expect(JSON.parse(JSON.stringify(one))).toEqual(one);
  });

  it('names the case, the day and who prepared it', () => {
    const { report } = workedReport();
    expect([report.title, report.asOf, report.asOfWords, report.author]).toEqual([
      'Crossings at the river',
      '2015-03-02',
      'As of 2 March 2015',
      'Prepared by Desk',
    ]);
  });

  it('counts what nobody looked at apart from what was searched in vain', () => {
    const { summary, total } = workedReport().report;
    const count = (mark: string) => summary.find((group) => group.mark === mark)?.count;
    expect(summary.map(({ mark }) => mark)).toEqual([
      'corroborated',
      'disputed',
      'unclear',
      'nothing',
      'unverified',
      'skipped',
    ]);
    expect(count('unverified')).toBe(2);
    expect(count('nothing')).toBe(2);
    expect(count('skipped')).toBe(1);
    expect(summary.reduce((sum, group) => sum + group.count, 0)).toBe(total);
  });

  it('quotes the article with the words around them', () => {
    const [quotation] = claimOf('C-03').quotations;
    expect(quotation).toMatchObject({
      document: 'D-1',
      exact: 'A group of deserters crossed the river in September 2014',
      before: '',
      after: expect.stringMatching(/^, the reporter said\..* …$/u) as string,
    });
    expect(claimOf('C-02').quotations[0]?.before).toMatch(/^… .*The checkpoints $/u);
  });

  it('says according to whom, rung by rung', () => {
    expect(claimOf('C-01').ladder).toEqual([
      { name: 'The River Herald', details: 'narration · not stated' },
      {
        name: 'Layla Haddad',
        details: 'our man at the river · direct speech · says saw, heard · “we have seen”',
      },
    ]);
    expect(claimOf('C-01').speaker).toBe('Layla Haddad');
  });

  it('gives the finding with its rationale, confidence, warnings and what was found before', () => {
    const claim = claimOf('C-06');
    expect([claim.status, claim.rationale]).toEqual([
      'Skipped: opinion – An expectation.',
      'Two witnesses who do not know each other name the same crossing and the same night.',
    ]);
    expect(claim.finding).toContainEqual({ label: 'Confidence', text: 'high' });
    expect(claim.finding).toContainEqual({ label: 'Said as reported', text: 'confirmed' });
    expect(claim.warnings).toEqual(['One origin only supports it.', 'Evidence speaks against it.']);
    expect(claim.earlier.at(-1)).toMatch(
      /^14 November 2023, Desk: Disputed: sources disagree – Looked at once more\.$/u,
    );
  });

  it('gives evidence with its stance, place and origin', () => {
    const [, link, words] = claimOf('C-05').evidence;
    expect(link).toMatchObject({ ref: 'E-02', stance: 'contradicts', url: LONG_URL, picture: 'e2' });
    expect(link?.facts).toEqual([
      'contradicts',
      'time code 00:12–00:40',
      'link',
      'origin: Film of the ferryman',
      'captured 3 February 2015',
    ]);
    expect(words?.facts).toContain('origin: Layla Haddad');
    expect(claimOf('C-05').origins).toBe('1 independent origin for it; 1 against it');
  });

  it('gives checks, questions, notes, relations, dates and use', () => {
    const claim = claimOf('C-03');
    expect(claim.checks).toEqual([
      '1 February 2015 · Archive of ferries “ferry September” · nothing found · next: Ask the harbour',
    ]);
    expect(claim.questions).toEqual([{ label: 'Which of the two ferries?', text: '' }]);
    expect(claim.notes).toEqual([{ label: 'Calculation', text: '2 boats × 20 places = 40 people' }]);
    expect(claim.relations.map(({ kind, ref }) => `${kind} ${ref}`)).toEqual([
      'Depends on C-02',
      'Carries C-04',
    ]);
    expect(claim.wording).toContainEqual({
      label: 'Dates',
      text: 'about September 2014 (from the headline)',
    });
    expect(claim.finding).toContainEqual({ label: 'Use', text: 'change wording' });
  });

  it('gives the defects of the document and that it is a translation', () => {
    const [document] = workedReport().report.documents;
    expect(document?.defects).toEqual(['It gives no date.']);
    expect(document?.facts).toContainEqual({
      label: 'Translation',
      text: 'this text is a translation; the original is not held; from Arabic',
    });
    expect(document?.facts).toContainEqual({ label: 'Published', text: 'no date of publication' });
  });
});

describe('what must not be in a report', () => {
  it('is what was given off the record, and no count gives it away but the number left out', () => {
    const { report } = workedReport();
    const json = JSON.stringify(report);
    expect(json).not.toContain(OFF_RECORD);
    expect(json).not.toContain('E-04');
    expect(report.remarks).toContain('1 item given off the record is not in this report.');
  });

  it('is the name of a source of ours: the code name stands, or that it is protected', () => {
    const { report } = workedReport();
    expect(JSON.stringify(report)).not.toContain(TRUE_NAME);
    expect(claimOf('C-01').evidence[0]?.facts).toContain('origin: Source Heron');
    expect(claimOf('C-02').speaker).toBe('a protected source');
  });

  it('is the wording of what was said on background', () => {
    expect(JSON.stringify(workedReport().report)).not.toContain(ON_BACKGROUND);
    expect(claimOf('C-05').evidence.at(-1)).toMatchObject({
      ref: 'E-05',
      words: expect.stringContaining('background') as string,
    });
  });

  it('is a claim that became part of another', () => {
    const { world, texts } = workedCase(3);
    world.write([{ entity: 'claim', entityId: 'c2', op: 'update', patch: { mergedInto: 'c1' } }]);
    const report = buildReport(world.state, texts, { today: '2015-03-02', pictures: new Set() });
    expect(report.claims.map(({ ref }) => ref)).toEqual(['C-01', 'C-03']);
    expect(report.claims.flatMap(({ relations }) => relations)).toEqual([]);
  });
});

describe('findings that nobody has settled', () => {
  it('stand both in the report', () => {
    const { world, texts } = workedCase(1);
    const claim = world.get('claim', 'c1');
    const [write] = claim.folded.fields['finding'] ?? [];
    if (!write) throw new Error('No finding');
    const other = {
      ...write,
      actor: 'colleague',
      value: { ...claim.finding, rationale: 'I read it otherwise.' },
    };
    const fields = { ...claim.folded.fields, finding: [write, other] as const };
    const conflicted = { ...claim, folded: { ...claim.folded, fields } };
    const state = { ...world.state, claim: new Map([['c1', conflicted]]) };
    const report = buildReport(state, texts, { today: '2015-03-02', pictures: new Set() });
    expect(report.claims[0]?.conflict).toHaveLength(2);
    expect(report.claims[0]?.conflict[1]).toContain('I read it otherwise.');
  });
});

describe('a case without claims', () => {
  it('makes a report that says so', () => {
    const world = new CaseWorld();
    world.document('d1', 'Nothing yet.');
    const report = buildReport(world.state, new Map(), { today: '2015-03-02', pictures: new Set() });
    expect([report.claims, report.total, report.remarks]).toEqual([[], 0, []]);
  });
});
