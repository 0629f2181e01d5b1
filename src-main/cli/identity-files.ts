import { ageFileIn, openSealedText } from '../vault/project-file/age/sealed-text.ts';
import { CliError, EXIT } from './cli-error.ts';
import { failure } from './failures.ts';
import { reading, readStart } from './reading.ts';

/** As the age command reads at most. */
const MOST_BYTES = 16 * 1024 * 1024;

const noKeys = (path: string): CliError =>
  new CliError(EXIT.input, `${path}: this is no file of secret keys as age-keygen writes them.`);

/** Keys one a line; lines with # are remarks (as age-keygen writes them). */
function keysOf(text: string, path: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const keys = lines.filter((line) => line !== '' && !line.startsWith('#'));
  if (keys.length === 0 || keys.some((key) => !key.startsWith('AGE-SECRET-KEY-'))) throw noKeys(path);
  return keys;
}

async function keysIn(path: string, ask: (path: string) => Promise<string>): Promise<string[]> {
  const bytes = reading(path, () => readStart(path, MOST_BYTES + 1));
  if (bytes.length > MOST_BYTES) throw noKeys(path);
  try {
    const file = ageFileIn(bytes);
    const text = file ? await openSealedText(file, () => ask(path)) : bytes.toString('utf8');
    return keysOf(text, path);
  } catch (error) {
    throw failure(path, error);
  }
}

/**
 * Secret keys in files as age-keygen writes them, plain or sealed under a passphrase by `age -p`,
 * armored or not. `ask` gives the passphrase of one. Throws a CliError in words.
 */
export async function identitiesIn(
  paths: readonly string[],
  ask: (path: string) => Promise<string>,
): Promise<string[]> {
  const keys: string[] = [];
  for (const path of paths) keys.push(...(await keysIn(path, ask)));
  return keys;
}
