import { resolve } from 'node:path';
import type { Leak } from '#core/ports/finished-file.ts';
import { leave, type LeavingFile } from '../services/export/leave.ts';
import { checkFile } from '../services/leak-check/check-file.ts';
import { ServiceError } from '../services/service-error.ts';
import { CliError, EXIT } from './cli-error.ts';
import { stoppable } from './stoppable.ts';

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'its folder does not exist',
  EISDIR: 'a folder of this name stands there',
  ENOTEMPTY: 'a folder of this name stands there',
  EEXIST: 'a folder of this name stands there',
  EACCES: 'writing there is not allowed',
  EPERM: 'writing there is not allowed',
  EROFS: 'writing there is not allowed',
  EBUSY: 'another program has it open',
  ENOTFILE: 'something that is no file stands there',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
};

/** What stopped a file that names somebody protected; the name itself is not printed. */
function leakWords(output: string, part: string | null): string {
  // Written by `leave`, of this program.
  const { place } = JSON.parse(part ?? '{"place":[]}') as Pick<Leak, 'place'>;
  const where = place.map(({ kind, name }) => (name === '' ? kind : `${kind} ${name}`)).join(', ');
  return `${output} was not written: a protected name would stand in it (${where}).`;
}

/** A file that leaves; `make` stops when its signal says so. */
type Leaving = Omit<LeavingFile, 'path' | 'make'> & {
  readonly make: (temporary: string, signal: AbortSignal) => Promise<void>;
};

/** Lets a file leave that was checked for protected names, or says in a CliError why it does not. */
export async function writeLeaving(output: string, leaving: Leaving): Promise<void> {
  try {
    await stoppable((signal) => {
      const make = (temporary: string): Promise<void> => leaving.make(temporary, signal);
      return leave({ ...leaving, path: resolve(output), make }, checkFile, signal);
    });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    if (error.code === 'export-leaks')
      throw new CliError(EXIT.refused, leakWords(output, error.part), { cause: error });
    const why = WORDS[error.message] ?? error.message;
    throw new CliError(EXIT.output, `${output} cannot be written: ${why}.`, { cause: error });
  }
}

/** Refuses to write over what something is made from. */
export function requireElsewhere(output: string, files: readonly string[]): void {
  if (!files.includes(resolve(output))) return;
  throw new CliError(EXIT.usage, `${output} is what this is made from: it would be overwritten.`);
}
