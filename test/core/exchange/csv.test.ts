import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinList, splitList } from '#core/exchange/claims/lists.ts';
import { claimsCsv, evidenceCsv } from '#core/exchange/csv/claims-csv.ts';
import { BOM, CsvFault, csvText, defused, parseCsv, restored } from '#core/exchange/csv/csv-text.ts';
import { withoutOffRecord } from '#core/report/off-record.ts';
import { workedCase } from '../../support/worked-case.ts';

const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '=1+1',
    "'=1",
    "''",
    '@x',
    '\t=2',
    ' -3',
    'a,b',
    'a"b',
    'a\r\nb',
    '\n',
    'قال',
    '＝1',
    '\u200f=1',
  ),
);

describe('CSV (RFC 4180)', () => {
  it('section 2.1, 2.5 to 2.7: CRLF after each row; commas, quotes and line breaks stand in quotes', () => {
    expect(
      csvText([
        ['a', 'b,c'],
        ['d "e"', 'f\r\ng'],
      ]),
    ).toBe(`${BOM}a,"b,c"\r\n"d ""e""","f\r\ng"\r\n`);
  });

  it('gives back every cell as it was, whatever stands in it', () => {
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, (body) => {
        const { columns, rows: read } = parseCsv(csvText([['Head', 'Er'], ...body]));
        expect(columns).toEqual(['Head', 'Er']);
        expect(read.map(({ cells }) => cells)).toEqual(
          body.filter((row) => row.some((text) => text.trim() !== '')),
        );
      }),
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '\u200f=cmd'])(
    'OWASP, CSV injection: no cell begins as a formula does (%j)',
    (text) => {
      expect(defused(text)).toBe(`'${text}`);
      expect(restored(defused(text))).toBe(text);
    },
  );

  it('leaves an ordinary apostrophe alone', () => {
    expect(defused("'tis")).toBe("'tis");
    expect(restored("'tis")).toBe("'tis");
  });

  it('reads semicolons and tabs, and any line end, and tells each row its line', () => {
    const text = 'Claim;Rating\n"two\nlines";false\r\n\nthird;true\r';
    expect(parseCsv(text)).toEqual({
      columns: ['Claim', 'Rating'],
      rows: [
        { line: 2, cells: ['two\nlines', 'false'] },
        { line: 5, cells: ['third', 'true'] },
      ],
    });
    expect(parseCsv('a\tb\n1\t2').rows).toEqual([{ line: 2, cells: ['1', '2'] }]);
  });

  it('names the line of a quote that never closes, and of words after one', () => {
    expect(() => parseCsv('a,b\n1,"x')).toThrowError(new CsvFault('csv-open-quote', 2));
    expect(() => parseCsv('a,b\n"x"y,2')).toThrowError(new CsvFault('csv-after-quote', 2));
    expect(() => parseCsv(' \n')).toThrowError(new CsvFault('csv-empty', 1));
  });

  it('keeps several texts in one cell apart', () => {
    const texts = fc.array(
      fc
        .string({ unit: 'grapheme' })
        .map((text) => text.trim())
        .filter((text) => text !== ''),
    );
    fc.assert(
      fc.property(texts, (list) => {
        expect(splitList(joinList(list))).toEqual(list);
      }),
    );
  });
});

describe('CSV of a case', () => {
  const { state, texts } = workedCase(12);
  const leaving = { state: withoutOffRecord(state), texts };

  it('has a row for each claim, and only for those chosen', () => {
    expect(parseCsv(claimsCsv(leaving, null)).rows).toHaveLength(12);
    const chosen = parseCsv(claimsCsv(leaving, ['claim-3', 'claim-1']));
    expect(chosen.rows.map(({ cells }) => cells[0])).toEqual(['C-02', 'C-04']);
  });

  it('lists the evidence on each side, without what is off the record, hashes or true names of sources', () => {
    const csv = evidenceCsv(leaving, null);
    expect(csv).toContain('Radio bulletin');
    expect(csv + claimsCsv(leaving, null)).not.toMatch(/SECRET|TRUE-NAME|,[0-9a-f]{64}[,\r]/);
    const { columns, rows } = parseCsv(evidenceCsv(leaving, ['claim-0']));
    expect(rows.map(({ cells }) => cells[columns.indexOf('Reference')])).toEqual(['E-01', 'E-03']);
  });
});
