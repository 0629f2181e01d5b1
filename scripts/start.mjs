import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './lib/build.mjs';
import { commandLine } from './lib/command-line.mjs';
import { openDisplay } from './lib/display.mjs';
import { ROOT, SetupError, show } from './lib/run.mjs';
import { hasDisplay, main, setUp } from './lib/setup.mjs';
import { showSample } from './lib/show-sample.mjs';
import { unpackedApp } from './lib/unpacked.mjs';

/** Chromium refuses to run as root with its sandbox; only containers do that. */
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

const openWindow = (runtime) => show(runtime.executable, [...sandbox, ...unpackedApp(runtime)]);

async function withoutDisplay(runtime) {
  const out = join(ROOT, 'out');
  mkdirSync(out, { recursive: true });
  const picture = join(out, 'sample.png');
  const report = join(out, 'sample-report.pdf');
  const display = await openDisplay();
  try {
    await showSample({ runtime, args: sandbox, env: display.env, picture });
  } finally {
    display.close();
  }
  const code = await commandLine(['report', join(ROOT, 'seeds/deir-ezzor'), '-o', report]);
  if (code !== 0) throw new SetupError('The report of the sample case could not be made; see above.');
  console.log(`
There is no display here, so the workbench ran on a virtual one with the sample case open.
  Its window:           ${picture}
  The sample's report:  ${report}
To work with it, run "npm start" on a computer with a desktop (or over SSH with X forwarding).`);
  return 0;
}

await main(async () => {
  const runtime = setUp();
  build((line) => console.log(line));
  return hasDisplay() ? openWindow(runtime) : withoutDisplay(runtime);
});
