import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runtimeInUse } from '../../scripts/lib/runtime.mjs';

/** How a fuse is written in the executable: the digits 0 and 1 in ASCII. */
const FuseState = { DISABLE: 48, ENABLE: 49 };

const require = createRequire(import.meta.url);
const { default: afterPack } = require('../../scripts/lib/after-pack.cjs');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'touchstone-fuses-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  delete process.env['TOUCHSTONE_INSPECT'];
});

/** Fuses of a copy of the runtime after the packaging step has gone over it. */
async function fusesAfterPacking(inspect: string) {
  const runtime = runtimeInUse();
  if (!runtime) throw new Error('Run the set-up first: there is no Electron runtime.');
  const executable = join(folder, 'touchstone');
  copyFileSync(runtime.executable, executable);
  process.env['TOUCHSTONE_INSPECT'] = inspect;
  const packager = { appInfo: { productFilename: 'Touchstone' } };
  await afterPack({ electronPlatformName: 'linux', appOutDir: folder, packager });
  return getCurrentFuseWire(executable);
}

describe('the fuses of a packaged app', () => {
  it('are those of DESIGN 7 in a release', async () => {
    const fuses = await fusesAfterPacking('0');
    expect(fuses[FuseV1Options.RunAsNode]).toBe(FuseState.DISABLE);
    expect(fuses[FuseV1Options.EnableNodeOptionsEnvironmentVariable]).toBe(FuseState.DISABLE);
    expect(fuses[FuseV1Options.EnableNodeCliInspectArguments]).toBe(FuseState.DISABLE);
    expect(fuses[FuseV1Options.EnableCookieEncryption]).toBe(FuseState.ENABLE);
    expect(fuses[FuseV1Options.OnlyLoadAppFromAsar]).toBe(FuseState.ENABLE);
  });

  it('come with no app folder beside the archive', async () => {
    mkdirSync(join(folder, 'resources/app'), { recursive: true });
    await fusesAfterPacking('0');
    expect(existsSync(join(folder, 'resources/app'))).toBe(false);
  });

  it('differ in the build that tests drive by the inspect fuse alone', async () => {
    const release = await fusesAfterPacking('0');
    const driven = await fusesAfterPacking('1');
    expect(driven).toEqual({ ...release, [FuseV1Options.EnableNodeCliInspectArguments]: FuseState.ENABLE });
  });
});
