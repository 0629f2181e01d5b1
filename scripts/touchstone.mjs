import { build } from './lib/build.mjs';
import { commandLine } from './lib/command-line.mjs';
import { main, setUp } from './lib/setup.mjs';

/** What stands behind --passphrase-fd must reach the program: descriptors above 2 are closed unless named. */
function descriptors(args) {
  const at = args.findIndex((word) => word === '--passphrase-fd' || word.startsWith('--passphrase-fd='));
  const number = Number(args[at]?.split('=')[1] ?? args[at + 1]);
  const stdio = ['inherit', 'inherit', 'inherit'];
  if (at !== -1 && Number.isInteger(number) && number > 2 && number < 64) {
    while (stdio.length < number) stdio.push('ignore');
    stdio.push(number);
  }
  return stdio;
}

await main(() => {
  setUp({ window: false });
  build((line) => console.error(line));
  const args = process.argv.slice(2);
  // npm runs scripts in the project folder; paths are meant from where the person stands.
  const cwd = process.env.INIT_CWD ?? process.cwd();
  return commandLine(args, { cwd, stdio: descriptors(args) });
});
