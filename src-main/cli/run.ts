import type { TypesetFolders } from '../services/report/compile.ts';
import { parseArguments } from './arguments.ts';
import type { CliCommand } from './commands.ts';
import { bag } from './bag.ts';
import { CliError, EXIT } from './cli-error.ts';
import { extract } from './extract.ts';
import { HELP } from './help.ts';
import { merge } from './merge.ts';
import { pack } from './pack.ts';
import { plain } from './plain.ts';
import { proposeClaims } from './propose.ts';
import { report } from './report.ts';
import { score } from './score.ts';
import { isUnread, watchOutput } from './standard-output.ts';
import { verify } from './verify.ts';

async function perform(command: CliCommand, folders: TypesetFolders): Promise<number> {
  switch (command.name) {
    case 'help':
      process.stdout.write(HELP);
      break;
    case 'report':
      await report(command, folders);
      break;
    case 'bag':
      await bag(command);
      break;
    case 'pack':
      await pack(command);
      break;
    case 'verify':
      return verify(command);
    case 'extract':
      await extract(command);
      break;
    case 'score':
      await score(command);
      break;
    case 'merge':
      await merge(command);
      break;
    case 'propose':
      await proposeClaims(command);
  }
  return EXIT.done;
}

/** Runs one command; resolves with its exit code, what failed in words on standard error. */
export async function runCommandLine(words: readonly string[], folders: TypesetFolders): Promise<number> {
  const output = watchOutput();
  try {
    const code = await perform(parseArguments(words), folders);
    await output.settled();
    return code;
  } catch (error) {
    // Lines stop when nobody reads them any more.
    if (isUnread(error)) return EXIT.done;
    const words = error instanceof Error ? error.message : String(error);
    process.stderr.write(`touchstone: ${words.split('\n').map(plain).join('\n')}\n`);
    return error instanceof CliError ? error.exitCode : EXIT.failed;
  }
}
