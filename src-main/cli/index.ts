import '#renderer/polyfills.ts';
import { join } from 'node:path';
import { EXIT, CliError } from './cli-error.ts';
import { type CliCommand, parseArguments } from './arguments.ts';
import { extract } from './extract.ts';
import { HELP } from './help.ts';
import { merge } from './merge.ts';
import { pack } from './pack.ts';
import { report } from './report.ts';
import { verify } from './verify.ts';

/** Resources of the project, or of the packaged app beside its archive. */
const resources = join(__dirname, '../../resources');

async function perform(command: CliCommand): Promise<void> {
  switch (command.name) {
    case 'help':
      process.stdout.write(HELP);
      return;
    case 'report':
      await report(command, { templates: join(resources, 'report'), fonts: join(resources, 'fonts') });
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

async function run(): Promise<number> {
  await perform(parseArguments(process.argv.slice(2)));
  return EXIT.done;
}

run().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const known = error instanceof CliError;
    process.stderr.write(`touchstone: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = known ? error.exitCode : EXIT.failed;
  },
);
