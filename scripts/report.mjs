import { join } from 'node:path';
import { build } from './lib/build.mjs';
import { ROOT, show } from './lib/run.mjs';
import { main, setUp } from './lib/setup.mjs';

await main(() => {
  setUp();
  build((line) => console.error(line));
  // npm runs scripts in the project folder; paths are meant from where the person stands.
  const cwd = process.env.INIT_CWD ?? process.cwd();
  return show(process.execPath, [join(ROOT, 'build/main/cli.cjs'), 'report', ...process.argv.slice(2)], {
    cwd,
  });
});
