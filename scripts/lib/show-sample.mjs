import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unpackedApp } from './unpacked.mjs';

/** Starts the app with an empty profile, waits for the sample case and takes a picture of it. */
export async function showSample({ runtime, args, env, picture }) {
  const { _electron } = await import('playwright-core');
  const profile = mkdtempSync(join(tmpdir(), 'touchstone-sample-'));
  const app = await _electron.launch({
    executablePath: runtime.executable,
    args: [...args, ...unpackedApp(runtime), `--user-data-dir=${profile}`],
    env: { ...process.env, ...env },
  });
  try {
    const page = await app.firstWindow();
    await page.locator('[data-claim-row]').first().waitFor({ timeout: 60_000 });
    await page.screenshot({ path: picture });
  } finally {
    await app.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
