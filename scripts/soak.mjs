import { showTool } from './lib/run.mjs';
import { main, setUp } from './lib/setup.mjs';

/** The long variants of tests, test/soak/*.soak.ts: hours rather than minutes. Arguments go to vitest. */
await main(() => {
  setUp({ tests: true });
  return showTool('vitest', ['run', '--project', 'soak', ...process.argv.slice(2)]);
});
