import { shadowOf } from '#core/extraction/shadow.ts';
import { reasonInWords } from '#core/extraction/worth/reason-words.ts';
import { worthOf } from '#core/extraction/worth/worth.ts';
import type { ScoreCommand } from './commands.ts';
import { CliError, EXIT } from './cli-error.ts';
import { linesOf, type NumberedLine, parseLine, writeLine } from './json-lines.ts';

type ScoreLine = {
  readonly id: string | number;
  readonly score: number;
  readonly reasons: readonly string[];
};

/** The worth of one line's sentence. Throws a CliError that names the line. */
export function scoreLine(line: NumberedLine): ScoreLine {
  const { text } = parseLine(line, ['text']);
  const { id } = JSON.parse(line.line) as { id?: unknown };
  if (typeof id !== 'string' && typeof id !== 'number') {
    throw new CliError(EXIT.input, `line ${line.number}: it needs an id, a text or a number.`);
  }
  const shadow = shadowOf(text);
  const { score, reasons } = worthOf(shadow, { start: 0, end: shadow.length });
  return { id, score, reasons: reasons.map((reason) => reasonInWords(reason, text)) };
}

/** Scores sentences line by line. */
export async function score({ file }: ScoreCommand): Promise<void> {
  for await (const line of linesOf(file)) await writeLine(scoreLine(line));
}
