import { parseArgs } from 'node:util';
import { isDay } from '#core/model/dates.ts';
import type { Paper } from '../services/report/typeset.ts';
import { CliError, EXIT } from './cli-error.ts';

export const HELP = `Usage: npm run report -- CASE -o FILE.pdf [--paper a4|us-letter] [--as-of DAY]

Writes the verification report of CASE as a tagged PDF. No window, no display.

  CASE          a case folder (case.json beside article.txt), or a plain article text file
  -o, --output  where the report goes; relative to where you stand
  --paper       a4 (default) or us-letter
  --as-of       the day the report speaks for, as 2026-11-23 (default: today); the same case
                and day give the same file, byte for byte
  -h, --help    these words

Exit codes: 0 done, 1 failed, 2 wrong usage, 3 the case cannot be read, 4 the report cannot be written
`;

export type ReportCommand = {
  readonly name: 'report';
  readonly source: string;
  readonly output: string;
  readonly paper: Paper;
  /** ISO 8601 day, null for today. */
  readonly asOf: string | null;
};
export type CliCommand = ReportCommand | { readonly name: 'help' };

const usage = (message: string): CliError => new CliError(EXIT.usage, `${message}\n\n${HELP}`);

const OPTIONS = {
  output: { type: 'string', short: 'o' },
  paper: { type: 'string', default: 'a4' },
  'as-of': { type: 'string' },
} as const;

function split(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw usage(error instanceof Error ? error.message : String(error));
  }
}

function reportCommand(words: readonly string[]): ReportCommand {
  const { values, positionals } = split(words);
  const { output, paper, 'as-of': asOf = null } = values;
  const [source, second] = positionals;
  if (!source) throw usage('Which case?');
  if (second !== undefined) throw usage(`One case at a time: “${second}” is too much.`);
  if (!output) throw usage('Where to? Give a file with -o.');
  if (paper !== 'a4' && paper !== 'us-letter') throw usage('--paper is a4 or us-letter.');
  if (asOf !== null && !isDay(asOf)) throw usage('--as-of is a day, as 2026-11-23.');
  return { name: 'report', source, output, paper, asOf };
}

/** Reads the command line. Throws a CliError with the usage. */
export function parseArguments(words: readonly string[]): CliCommand {
  if (words.length === 0 || words.some((word) => word === '--help' || word === '-h')) return { name: 'help' };
  const [name, ...rest] = words;
  if (name !== 'report') throw usage(`There is no command “${name ?? ''}”.`);
  return reportCommand(rest);
}
