import { build } from './lib/build.mjs';
import { commandLine } from './lib/command-line.mjs';
import { main, setUp } from './lib/setup.mjs';

await main(() => {
  setUp({ window: false });
  build((line) => console.error(line));
  // npm runs scripts in the project folder; paths are meant from where the person stands.
  const cwd = process.env.INIT_CWD ?? process.cwd();
  return commandLine(['report', ...process.argv.slice(2)], { cwd });
});
