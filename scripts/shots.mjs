import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, packageApp, packagedProgram } from './lib/build.mjs';
import { openDisplay } from './lib/display.mjs';
import { ROOT } from './lib/run.mjs';
import { main, setUp } from './lib/setup.mjs';
import { SCREENS } from './lib/screens.mjs';

const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
];
const FOLDER = join(ROOT, 'out/shots');

/** Takes a picture in both sizes and both themes. */
async function shoot(app, page, name) {
  for (const size of SIZES) {
    await app.evaluate(({ BrowserWindow }, { width, height }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
    }, size);
    await page.waitForFunction((width) => window.innerWidth === width, size.width);
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.locator(`[data-mantine-color-scheme="${colorScheme}"]`).waitFor({ state: 'attached' });
      await page.screenshot({ path: join(FOLDER, `${name}-${colorScheme}-${size.width}.png`) });
    }
  }
  console.log(`  ${name}`);
}

async function takeAll(env) {
  const { _electron } = await import('playwright-core');
  const profile = mkdtempSync(join(tmpdir(), 'touchstone-shots-'));
  const app = await _electron.launch({
    executablePath: packagedProgram(),
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), `--user-data-dir=${profile}`],
    env: { ...process.env, ...env },
  });
  try {
    const page = await app.firstWindow();
    page.setDefaultTimeout(20_000);
    for (const { name, open } of SCREENS) {
      await open(page, app);
      await shoot(app, page, name);
    }
  } finally {
    await app.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

await main(async () => {
  const say = (line) => console.log(line);
  const runtime = setUp({ tests: true });
  build(say);
  packageApp(say, runtime, { inspect: true });
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const display = await openDisplay({ always: true });
  try {
    await takeAll(display.env);
  } finally {
    display.close();
  }
  console.log(`The pictures are in ${FOLDER}`);
});
