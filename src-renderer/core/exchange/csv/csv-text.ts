import type { ClaimTable, TableRow } from '../claims/table.ts';

/** Tells spreadsheet programs that the text is UTF-8. */
export const BOM = '\uFEFF';

/**
 * What a spreadsheet program may take for a formula (OWASP, CSV injection): these signs, full-width
 * ones too, after blanks and control characters or not. Apostrophes before it count, so that adding
 * and taking away one are inverse.
 */
const FORMULA = /^'*(?:[\s\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/u;

/** The cell with an apostrophe before what a spreadsheet program would calculate. */
export const defused = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);

/** The cell as it was before {@link defused}. */
export const restored = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;

/** RFC 4180, 2.5 to 2.7: quoted where a comma, quote, line break or outer blank stands in it. */
const quoted = (cell: string): string =>
  /[",\r\n]|^\s|\s$/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** RFC 4180 text with a byte order mark and CRLF line ends. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  BOM + rows.map((cells) => `${cells.map((cell) => quoted(defused(cell))).join(',')}\r\n`).join('');

/** Why a text is no CSV that can be read; `line` from 1. */
export class CsvFault extends Error {
  readonly code: 'csv-open-quote' | 'csv-after-quote' | 'csv-empty';
  readonly line: number;
  constructor(code: CsvFault['code'], line: number) {
    super(`${code} in line ${line}`);
    this.name = 'CsvFault';
    this.code = code;
    this.line = line;
  }
}

/** The separator that stands most often in the first line outside quotes: comma, semicolon or tab. */
function separatorOf(text: string): string {
  const counts = new Map([',', ';', '\t'].map((mark) => [mark, 0]));
  let inside = false;
  for (const mark of text) {
    if (mark === '"') inside = !inside;
    else if (!inside && (mark === '\n' || mark === '\r')) break;
    else if (!inside) counts.set(mark, (counts.get(mark) ?? -1) + 1);
  }
  const marks = [',', ';', '\t'];
  return marks.reduce((best, mark) => ((counts.get(mark) ?? 0) > (counts.get(best) ?? 0) ? mark : best));
}

/** Reads one field; `at` moves to the mark that ends it. */
class Reader {
  at = 0;
  line = 1;
  readonly text: string;
  readonly separator: string;
  constructor(text: string, separator: string) {
    this.text = text;
    this.separator = separator;
  }

  private quotedField(): string {
    const from = this.line;
    let field = '';
    for (this.at += 1; ; this.at += 1) {
      const mark = this.text[this.at];
      if (mark === undefined) throw new CsvFault('csv-open-quote', from);
      if (mark === '\n' || (mark === '\r' && this.text[this.at + 1] !== '\n')) this.line += 1;
      if (mark !== '"') field += mark;
      else if (this.text[this.at + 1] === '"') {
        field += '"';
        this.at += 1;
      } else break;
    }
    this.at += 1;
    const next = this.text[this.at];
    if (next === undefined || next === this.separator || next === '\r' || next === '\n') return field;
    throw new CsvFault('csv-after-quote', this.line);
  }

  field(): string {
    if (this.text[this.at] === '"') return this.quotedField();
    const from = this.at;
    for (; this.at < this.text.length; this.at += 1) {
      const mark = this.text[this.at];
      if (mark === this.separator || mark === '\r' || mark === '\n') break;
    }
    return this.text.slice(from, this.at);
  }

  row(): TableRow {
    const { line } = this;
    const cells = [restored(this.field())];
    while (this.text[this.at] === this.separator) {
      this.at += 1;
      cells.push(restored(this.field()));
    }
    if (this.text[this.at] === '\r') this.at += 1;
    if (this.text[this.at] === '\n') this.at += 1;
    this.line += 1;
    return { line, cells };
  }
}

/**
 * Reads CSV (RFC 4180) with a comma, semicolon or tab between the cells; the first row names the
 * columns. Rows with nothing in them are left out. Throws a CsvFault with the line.
 */
export function parseCsv(given: string): ClaimTable {
  const text = given.startsWith(BOM) ? given.slice(BOM.length) : given;
  const reader = new Reader(text, separatorOf(text));
  const rows: TableRow[] = [];
  while (reader.at < text.length) {
    const row = reader.row();
    if (row.cells.some((cell) => cell.trim() !== '')) rows.push(row);
  }
  const [head, ...body] = rows;
  if (!head) throw new CsvFault('csv-empty', 1);
  return { columns: head.cells.map((cell) => cell.trim()), rows: body };
}
