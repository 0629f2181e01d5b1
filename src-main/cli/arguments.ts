import type { Paper } from '../services/report/typeset.ts';
import { CliError, EXIT } from './cli-error.ts';

export const HELP = `Usage: npm run report -- CASE -o FILE.pdf [--paper a4|us-letter]

Writes the verification report of CASE as a tagged PDF. No window, no display.

  CASE     a case folder (case.json beside article.txt), or a plain article text file
  -o FILE  where the report goes
  --paper  a4 (default) or us-letter

Exit codes: 0 done, 1 failed, 2 wrong usage, 3 the case cannot be read, 4 the report cannot be written
`;

export type ReportCommand = {
  readonly name: 'report';
  readonly source: string;
  readonly output: string;
  readonly paper: Paper;
};
export type CliCommand = ReportCommand | { readonly name: 'help' };

const usage = (message: string): CliError => new CliError(EXIT.usage, `${message}\n\n${HELP}`);

/** Reads the command line. Throws a CliError with the usage. */
export function parseArguments(words: readonly string[]): CliCommand {
  if (words.length === 0 || words.some((word) => word === '--help' || word === '-h')) return { name: 'help' };
  const [name, ...rest] = words;
  if (name !== 'report') throw usage(`There is no command “${name ?? ''}”.`);
  let source: string | null = null;
  let output: string | null = null;
  let paper: Paper = 'a4';
  for (let at = 0; at < rest.length; at++) {
    const word = rest[at] ?? '';
    if (word === '-o' || word === '--output') {
      output = rest[++at] ?? null;
      if (output === null) throw usage('A file name must follow -o.');
    } else if (word === '--paper') {
      const size = rest[++at];
      if (size !== 'a4' && size !== 'us-letter') throw usage('--paper is a4 or us-letter.');
      paper = size;
    } else if (word.startsWith('-')) throw usage(`There is no option “${word}”.`);
    else if (source === null) source = word;
    else throw usage(`One case at a time: “${word}” is too much.`);
  }
  if (source === null) throw usage('Which case?');
  if (output === null) throw usage('Where to? Give a file with -o.');
  return { name: 'report', source, output, paper };
}
