import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { CliError, EXIT } from './cli-error.ts';

/** One line of input with its number, counted from 1. */
export type NumberedLine = { readonly number: number; readonly line: string };

/** The lines of a file, or of standard input; empty ones are passed over. */
export async function* linesOf(file: string | null): AsyncGenerator<NumberedLine> {
  const input = file === null ? process.stdin : createReadStream(file);
  const name = file ?? 'standard input';
  try {
    // A line end that some editors write within a line (U+2028) is none in JSON lines.
    const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY, terminal: false });
    let number = 0;
    for await (const line of lines) {
      number += 1;
      if (line.trim() !== '') yield { number, line };
    }
  } catch (error) {
    if (error instanceof CliError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new CliError(EXIT.input, `${name}: it cannot be read: ${why}`, { cause: error });
  }
}

/** An object of this line with a text in each of `fields`, and in those of `optional` that it has. Throws a CliError that names the line. */
export function parseLine<K extends string, O extends string = never>(
  { number, line }: NumberedLine,
  fields: readonly K[],
  optional: readonly O[] = [],
): Record<K, string> & Partial<Record<O, string>> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new CliError(EXIT.input, `line ${number}: it is no JSON.`, { cause: error });
  }
  const record: Record<string, unknown> = typeof value === 'object' && value !== null ? { ...value } : {};
  const found: Partial<Record<K | O, string>> = {};
  for (const field of fields) {
    const text = record[field];
    if (typeof text !== 'string') {
      throw new CliError(EXIT.input, `line ${number}: it needs a text named “${field}”.`);
    }
    found[field] = text;
  }
  for (const field of optional) {
    const text = record[field];
    if (text === undefined || text === null) continue;
    if (typeof text !== 'string')
      throw new CliError(EXIT.input, `line ${number}: “${field}” is there, but is no text.`);
    found[field] = text;
  }
  return found as Record<K, string> & Partial<Record<O, string>>;
}

/** Writes one line to standard output and waits while its reader is behind. */
export async function writeLine(value: unknown): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(value)}\n`)) await once(process.stdout, 'drain');
}
