import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, SetupError, show } from './run.mjs';

const PROGRAM = join(ROOT, 'build/main/cli.cjs');

/** Runs Touchstone's own command line in plain Node; resolves with its exit code. */
export function commandLine(args, options = {}) {
  if (!existsSync(PROGRAM)) throw new SetupError('The build holds no command line (build/main/cli.cjs).');
  return show(process.execPath, [PROGRAM, ...args], options);
}
