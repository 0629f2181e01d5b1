import type { TypesetFolders } from '../services/report/typeset.ts';
import { type CliCommand, parseArguments } from './arguments.ts';
import { CliError, EXIT } from './cli-error.ts';
import { extract } from './extract.ts';
import { HELP } from './help.ts';
import { merge } from './merge.ts';
import { pack } from './pack.ts';
import { report } from './report.ts';
import { verify } from './verify.ts';

async function perform(command: CliCommand, folders: TypesetFolders): Promise<void> {
  switch (command.name) {
    case 'help':
      process.stdout.write(HELP);
      return;
    case 'report':
      await report(command, folders);
      return;
    case 'pack':
      await pack(command);
      return;
    case 'verify':
      await verify(command);
      return;
    case 'extract':
      await extract(command);
      return;
    case 'merge':
      await merge(command);
  }
}

/** Runs one command; resolves with its exit code, what failed in words on standard error. */
export async function runCommandLine(words: readonly string[], folders: TypesetFolders): Promise<number> {
  try {
    await perform(parseArguments(words), folders);
    return EXIT.done;
  } catch (error) {
    process.stderr.write(`touchstone: ${error instanceof Error ? error.message : String(error)}\n`);
    return error instanceof CliError ? error.exitCode : EXIT.failed;
  }
}
