const { existsSync, rmSync } = require('node:fs');
const { join } = require('node:path');
const { flipFuses, FuseV1Options, FuseVersion, getCurrentFuseWire } = require('@electron/fuses');

const NAMES = {
  darwin: (name) => `${name}.app`,
  mas: (name) => `${name}.app`,
  win32: (name) => `${name}.exe`,
  linux: (name) => name.toLowerCase(),
};

/**
 * Flips the fuses of a packaged app (DESIGN 7). `TOUCHSTONE_INSPECT=1` leaves the inspect fuse on:
 * the build that tests drive needs it, a release never has it.
 */
exports.default = async function afterPack(context) {
  const { electronPlatformName, appOutDir, packager } = context;
  const name = NAMES[electronPlatformName](packager.appInfo.productFilename);
  const executable = join(appOutDir, name);
  if (!existsSync(executable)) throw new Error(`No executable at ${executable}: the fuses were not flipped.`);
  // `npm start` leaves its loader in the last-resort runtime; it names this folder and must not be packed.
  rmSync(join(appOutDir, 'resources/app'), { recursive: true, force: true });
  const sealsArchive = electronPlatformName === 'darwin' || electronPlatformName === 'win32';
  const wire = await getCurrentFuseWire(executable);
  await flipFuses(executable, {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: electronPlatformName === 'darwin',
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableCookieEncryption]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: process.env.TOUCHSTONE_INSPECT === '1',
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: sealsArchive,
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    // Older runtimes have no such fuse, and flipping one that is not there is an error.
    ...(FuseV1Options.GrantFileProtocolExtraPrivileges in wire
      ? { [FuseV1Options.GrantFileProtocolExtraPrivileges]: false }
      : {}),
  });
};
