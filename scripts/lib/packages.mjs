import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { installsTheSame } from './lockfile.mjs';
import { capture, ROOT, SetupError } from './run.mjs';

const LOCK = `${ROOT}/package-lock.json`;
const STAMP = `${ROOT}/node_modules/.touchstone-installed`;

const fingerprint = () =>
  createHash('sha256')
    .update(readFileSync(LOCK))
    .update(readFileSync(`${ROOT}/package.json`))
    .digest('hex');

/**
 * Installs the packages of the lockfile, unless they are installed already. `npm install` and not
 * `npm ci`: the latter refuses lockfiles that leave out other platforms' optional packages.
 */
export function installPackages(say) {
  const wanted = fingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  say('Installing packages (npm install) …');
  const lock = readFileSync(LOCK, 'utf8');
  capture('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    shell: process.platform === 'win32',
  });
  const after = readFileSync(LOCK, 'utf8');
  if (after !== lock) writeFileSync(LOCK, lock);
  if (!installsTheSame(lock, after)) {
    throw new SetupError(
      'npm install wanted other packages than package-lock.json names; the lockfile was put back. ' +
        'Make package.json and package-lock.json agree, then try again.',
    );
  }
  mkdirSync(`${ROOT}/node_modules`, { recursive: true });
  writeFileSync(STAMP, wanted);
}
