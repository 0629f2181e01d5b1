import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, SetupError } from './lib/run.mjs';
import { main, setUp } from './lib/setup.mjs';

const FOLDER = join(ROOT, 'test/measure');
const SUFFIX = '.measure.ts';

/**
 * Measures the claim engine: `npm run measure NAME [DATA…]` runs test/measure/NAME.measure.ts, which
 * exports a `measure` function and prints its figures. docs/claim-engine.md says what each one needs.
 */
await main(async () => {
  setUp({ window: false });
  const [name, ...data] = process.argv.slice(2);
  const names = readdirSync(FOLDER).filter((file) => file.endsWith(SUFFIX));
  if (!name || !names.includes(name + SUFFIX)) {
    const known = names.map((file) => file.slice(0, -SUFFIX.length)).sort();
    throw new SetupError(`Which measurement? There are: ${known.join(', ')}.`);
  }
  const missing = data.find((path) => !existsSync(path));
  if (missing) throw new SetupError(`${missing} does not exist.`);
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(join(FOLDER, name + SUFFIX), { root: ROOT, configFile: false });
  await module.measure(data, (line) => console.log(line));
});
