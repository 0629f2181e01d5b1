import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choose, makeSampleMine, row, rows, saved, unlock } from '../support/desk.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';

const MEGABYTE = 1024 * 1024;

/** A small disk of its own; null where this system lets nobody mount one. */
function smallDisk(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=96m', 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
}

const disk = process.platform === 'linux' ? smallDisk() : null;
const filler = join(disk ?? '', 'filler');

/** Writes until not one byte more goes on the disk. */
function fillUp(): void {
  const { bavail, bsize } = statfsSync(disk ?? '');
  try {
    writeFileSync(filler, Buffer.alloc(bavail * bsize + MEGABYTE));
  } catch {
    // The disk is full now, as it should be.
  }
}

describe.skipIf(disk === null)('a disk that is full (skipped where no small disk can be mounted)', () => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await launchApp({
      userDataDir: join(disk ?? '', 'profile'),
      size: { width: 1440, height: 900 },
    });
    await makeSampleMine(running.page);
    await choose(running.page, 'C-03');
  });
  afterAll(async () => {
    await running?.close();
    execFileSync('umount', ['-l', disk ?? '']);
    rmSync(disk ?? '', { recursive: true });
  });
  const statement = () => running.page.getByRole('textbox', { name: 'Statement' });

  it('is told when a change cannot be stored, and the words stay in their field', async () => {
    const { page } = running;
    fillUp();
    // Until the page cache of the browser has nothing left to write into.
    await statement().fill(`Written on a full disk. ${'more '.repeat(20_000)}`);
    await statement().press('Control+Enter');
    await page.getByRole('alert').getByText('The disk is full').waitFor();
    expect(await statement().inputValue()).toContain('Written on a full disk.');
    await page.locator('[data-save="failed"]').waitFor();
  });

  it('is not locked over unsaved words without a word; a second time it is', async () => {
    const { page } = running;
    await page.keyboard.press('Control+KeyL');
    await page.getByRole('alert').getByText('Lock again').waitFor();
    expect(await statement().inputValue()).toContain('Written on a full disk.');
  });

  it('takes changes again once there is room, and holds them after a restart', async () => {
    const { page, userDataDir } = running;
    rmSync(filler);
    await statement().fill('Written when there was room again.');
    await statement().press('Enter');
    await saved(page);
    await row(page, 'C-03').getByText('Written when there was room again.').waitFor();
    await running.kill();
    running = await launchApp({ userDataDir, size: { width: 1440, height: 900 } });
    await unlock(running.page);
    await rows(running.page).first().waitFor();
    expect(await row(running.page, 'C-03').innerText()).toContain('Written when there was room again.');
  });
});
