import { describe, expect, it } from 'vitest';
import { buildExport, type ExportSetup, TEXT_FORMATS } from '#core/exchange/build-export.ts';
import { verifyText } from '#core/exchange/verify/verify-text.ts';
import { withoutOffRecord } from '#core/report/off-record.ts';
import { editClaim } from '#renderer/commands/edit-claim.ts';
import { workedCase } from '../../support/worked-case.ts';

const { world, texts } = workedCase(12);
const given = { state: withoutOffRecord(world.state), texts };
const SETUP: Omit<ExportSetup, 'format'> = {
  claimIds: null,
  today: '2026-11-23',
  language: 'en',
  collectionId: '018f0000-0000-7000-8000-000000000001',
  review: { url: 'https://a.example/b', authorName: 'Desk', authorUrl: null, language: 'en', scale: null },
};
const fileOf = (format: ExportSetup['format']) => buildExport(given, { ...SETUP, format }).text;

describe('verifying an exported text', () => {
  it.each(TEXT_FORMATS)('%s: knows its format, and that nothing differs from the case', (format) => {
    const { against, ...verdict } = verifyText(fileOf(format), given);
    expect(verdict.format).toBe(format);
    expect(verdict.seal).toBe(format === 'html' ? 'same' : 'none');
    expect(against).toMatchObject({ differences: [], onlyFile: [] });
    expect(against?.same).toBeGreaterThan(4);
  });

  it.each(TEXT_FORMATS)('%s: without a case there is nothing to compare with', (format) => {
    expect(verifyText(fileOf(format), null)).toMatchObject({ format, against: null });
  });

  it.each(['claims-csv', 'claim-review', 'web-annotation'] as const)(
    '%s: names what was altered in the file',
    (format) => {
      const altered = fileOf(format).replace(
        'Two reports of the same week agree on this point 1;',
        'Nobody says so;',
      );
      const against = verifyText(altered, given).against;
      expect(against?.differences).toHaveLength(1);
      expect(against?.differences[0]?.file).toMatch(/^Nobody says so/);
      expect(against?.differences[0]?.now).toMatch(/^Two reports/);
    },
  );

  it('tells an altered evidence table by its cell', () => {
    const altered = fileOf('evidence-csv').replace('Radio bulletin', 'Radio broadcast');
    expect(verifyText(altered, given).against?.differences).toEqual([
      { ref: 'E-03', column: 'Title', file: 'Radio broadcast', now: 'Radio bulletin' },
    ]);
  });

  it('a report that was altered is not held against the case at all', () => {
    const altered = fileOf('html').replace('Radio bulletin', 'Radio broadcast');
    expect(verifyText(altered, given)).toEqual({
      format: 'html',
      seal: 'altered',
      fingerprint: null,
      against: null,
    });
  });

  it('says what changed in the case since, and what the file has that the case has not', () => {
    const file = fileOf('claims-csv').replace('\r\nC-02,', '\r\nC-99,');
    world.run(editClaim, { claimId: 'claim-0', fields: { statement: 'Changed since.' } });
    const { against } = verifyText(file, { state: withoutOffRecord(world.state), texts });
    expect(against).toMatchObject({ onlyFile: ['C-99'], onlyCase: ['C-02'] });
    expect(against?.differences).toMatchObject([{ ref: 'C-01', column: 'Statement', now: 'Changed since.' }]);
  });

  it.each(['', '{', '{"a":1}', 'a,b\n1,2', '<p>x', '[]'])('does not pretend to know %j', (text) => {
    expect(verifyText(text, given)).toEqual({ format: null, seal: 'none', fingerprint: null, against: null });
  });
});
