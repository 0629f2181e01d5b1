import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { button, choose, makeSampleMine, row, rows, saved, unlock } from '../support/desk.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { answerDialogs } from '../support/stick.ts';

const MEGABYTE = 1024 * 1024;

/** A small disk of its own; null where this system lets nobody mount one. */
function smallDisk(options = 'size=96m'): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
}

const disk = process.platform === 'linux' ? smallDisk() : null;
const readOnly = disk === null ? null : smallDisk('size=1m,ro');
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

describe.skipIf(disk === null)('a disk that is full (skipped where mounting is not allowed)', () => {
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
    execFileSync('umount', ['-l', readOnly ?? '']);
    rmSync(readOnly ?? '', { recursive: true });
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

  const places = [
    ['a full disk', disk ?? '', 'The disk is full: nothing half-written', 'the disk is full'],
    ['a read-only target', readOnly ?? '', 'Check the folder’s permissions', 'writing there is not allowed'],
  ] as const;
  it.each(places)(
    'is told of a report for %s, in the window and on the command line',
    async (_, folder, words, told) => {
      const { page } = running;
      if (folder === disk) fillUp();
      await answerDialogs(running, join(folder, 'report.pdf'));
      await button(page, 'Report…').click();
      await button(page, 'Make the PDF').click();
      await page.getByRole('alert').getByText(words).waitFor({ timeout: 30_000 });
      await page.keyboard.press('Escape');
      const line = ['build/main/cli.cjs', 'report', 'seeds/deir-ezzor', '-o', join(folder, 'line.pdf')];
      const { status, stderr } = spawnSync(process.execPath, line, { encoding: 'utf8' });
      expect([status, stderr]).toEqual([4, expect.stringContaining(told)]);
      expect(readdirSync(folder).filter((name) => /\.(?:pdf|part)$/.test(name))).toEqual([]);
    },
  );
});
