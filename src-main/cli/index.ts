import '#renderer/polyfills.ts';
import { join } from 'node:path';
import { EXIT, CliError } from './cli-error.ts';
import { HELP, parseArguments } from './arguments.ts';
import { report } from './report.ts';

/** Resources of the project, or of the packaged app beside its archive. */
const resources = join(__dirname, '../../resources');

async function run(): Promise<number> {
  const command = parseArguments(process.argv.slice(2));
  if (command.name === 'help') {
    process.stdout.write(HELP);
    return EXIT.done;
  }
  await report(command, { templates: join(resources, 'report'), fonts: join(resources, 'fonts') });
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
