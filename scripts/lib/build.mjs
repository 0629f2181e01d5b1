import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { captureTool, ROOT } from './run.mjs';

const SOURCES = ['src-main', 'src-renderer', 'package-lock.json', 'package.json', 'electron.vite.config.ts'];
const PROGRAMS = {
  linux: 'touchstone',
  win32: 'Touchstone.exe',
  darwin: 'Touchstone.app/Contents/MacOS/Touchstone',
};
const PACKED = ['resources', 'seeds', 'electron-builder.yml', 'scripts/lib/after-pack.cjs'];

function* filesUnder(path) {
  const full = join(ROOT, path);
  if (!existsSync(full)) return;
  if (statSync(full).isFile()) yield path;
  else for (const name of readdirSync(full).sort()) yield* filesUnder(join(path, name));
}

function fingerprint(paths, salt = '') {
  const hash = createHash('sha256').update(salt);
  for (const path of paths)
    for (const file of filesUnder(path)) hash.update(`${file}\0`).update(readFileSync(join(ROOT, file)));
  return hash.digest('hex');
}

/** Runs `work` unless what `paths` hold is what it last ran on. */
function unlessUnchanged(stampFile, print, work) {
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === print) return false;
  rmSync(stampFile, { force: true });
  work();
  writeFileSync(stampFile, print);
  return true;
}

/** Builds the three targets and the command line into `build/`, when a source changed. */
export function build(say) {
  mkdirSync(join(ROOT, 'build'), { recursive: true });
  return unlessUnchanged(join(ROOT, 'build/.stamp'), fingerprint(SOURCES), () => {
    say('Building …');
    captureTool('electron-vite', ['build']);
  });
}

/** Folder of the packaged app. */
export function packagedFolder(output = 'dist') {
  const name = { linux: 'linux', win32: 'win', darwin: 'mac' }[process.platform];
  const arch = process.arch === 'x64' ? '' : `-${process.arch}`;
  return join(ROOT, output, process.platform === 'darwin' ? `${name}${arch}` : `${name}${arch}-unpacked`);
}

/** The packaged app's program. */
export const packagedProgram = () => join(packagedFolder(), PROGRAMS[process.platform] ?? PROGRAMS.linux);

/**
 * Packages the built app as a folder on the runtime in use. `inspect` leaves the fuse on that
 * tests need to attach.
 */
export function packageApp(say, runtime, { inspect, output = 'dist' }) {
  const stamp = join(ROOT, output, '.stamp');
  mkdirSync(join(ROOT, output), { recursive: true });
  const print = fingerprint(
    ['build/main', 'build/preload', 'build/renderer', 'package-lock.json', ...PACKED],
    `${runtime.version} ${inspect}`,
  );
  return unlessUnchanged(stamp, print, () => {
    say('Packaging …');
    captureTool(
      'electron-builder',
      [
        '--dir',
        '--publish=never',
        `--config.directories.output=${output}`,
        `--config.electronVersion=${runtime.version}`,
        `--config.electronDist=${runtime.path}`,
      ],
      { env: { ...process.env, TOUCHSTONE_INSPECT: inspect ? '1' : '0' } },
    );
  });
}
