import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { journalLine } from '#core/exchange/project-file/journal-line.ts';
import { workedCase } from '../support/worked-case.ts';
import { passphraseFile, WORDS } from './picture-case.ts';

/** The command line of this build. */
const touchstone = (...args: readonly string[]): void => {
  execFileSync(process.execPath, ['build/main/cli.cjs', ...args], { stdio: 'ignore' });
};

/** A project file of a case that was worked through, a page of report a claim; opens with {@link WORDS}. */
export function workedFile(work: string, claims: number): string {
  const [sample, bag, file] = ['sample.touchstone', 'worked', 'worked.touchstone'].map((name) =>
    join(work, name),
  );
  if (!sample || !bag || !file) throw new Error('There is nowhere to write.');
  mkdirSync(work, { recursive: true });
  const words = passphraseFile(work);
  writeFileSync(words, `${WORDS}\n`);
  touchstone('pack', 'seeds/deir-ezzor', '-o', sample, '--passphrase-file', words);
  touchstone('extract', sample, bag, '--passphrase-file', words);
  const { world, texts } = workedCase(claims);
  writeFileSync(
    join(bag, 'data/journal.jsonl'),
    world.entries.map((entry) => `${journalLine(entry)}\n`).join(''),
  );
  const documents = join(bag, 'data/documents');
  for (const name of readdirSync(documents)) rmSync(join(documents, name));
  for (const [id, text] of texts) writeFileSync(join(documents, `${id}.txt`), text);
  touchstone('pack', bag, '-o', file, '--passphrase-file', words);
  return file;
}
