import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { CliError, EXIT } from './cli-error.ts';
import { isSealedFile } from './open-project-file.ts';
import { reading } from './reading.ts';

/**
 * Makes sure that a project file may be written to this place: there is nothing yet, an empty file
 * or an encrypted one. An article or a key would be lost, and a device moved out of everybody's
 * way. Throws a CliError.
 */
export function requireTarget(output: string): void {
  const path = resolve(output);
  const stats = reading(output, () => statSync(path, { throwIfNoEntry: false }), EXIT.output);
  if (!stats) return;
  const words = stats.isDirectory()
    ? 'this is a folder.'
    : stats.isFile()
      ? 'there is a file that is no project file; it is not written over.'
      : 'this is no ordinary file.';
  const sealed = (): boolean => reading(output, () => isSealedFile(path), EXIT.output);
  if (!stats.isFile() || (stats.size > 0 && !sealed()))
    throw new CliError(EXIT.output, `${output}: ${words}`);
}
