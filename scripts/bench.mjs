import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build, packageApp } from './lib/build.mjs';
import { openDisplay } from './lib/display.mjs';
import { ROOT, SetupError } from './lib/run.mjs';
import { main, setUp } from './lib/setup.mjs';

const FOLDER = join(ROOT, 'test/bench');

/** Runs test/bench/*.bench.ts one after the other; each exports a `bench` function that prints its lines. */
await main(async () => {
  const say = (line) => console.log(line);
  const names = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.bench.ts')) : [];
  const wanted = names.filter((name) => process.argv.slice(2).every((part) => name.includes(part))).sort();
  if (wanted.length === 0) throw new SetupError('There is no such measurement in test/bench.');
  const runtime = setUp({ tests: true });
  build(say);
  packageApp(say, runtime, { inspect: true });
  const display = await openDisplay({ always: true });
  Object.assign(process.env, display.env);
  try {
    const { runnerImport } = await import('vite');
    for (const name of wanted) {
      say(`\n== ${name}`);
      const { module } = await runnerImport(join(FOLDER, name), { root: ROOT, configFile: false });
      await module.bench(say);
    }
  } finally {
    display.close();
  }
});
