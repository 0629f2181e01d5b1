import { spawn, spawnSync } from 'node:child_process';

/** Repository root. */
export const ROOT = new URL('../..', import.meta.url).pathname.replace(/\/$/, '');

/** Stops the script with words a person can act on. */
export class SetupError extends Error {}

/** Runs a program and returns what it printed; throws SetupError when it fails. */
export function capture(program, args, options = {}) {
  const done = spawnSync(program, args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 << 20, ...options });
  if (done.error) throw new SetupError(`${program} could not be started: ${done.error.message}`);
  if (done.status !== 0)
    throw new SetupError(`${program} ${args.join(' ')} failed:\n${done.stderr}${done.stdout}`);
  return done.stdout;
}

/** Whether a program is on the PATH. */
export const has = (program) =>
  spawnSync('sh', ['-c', 'command -v "$0"', program], { stdio: 'ignore' }).status === 0;

/** Runs a program with its output shown; resolves with the exit code. */
export function show(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'], ...options });
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(signal ? 1 : (code ?? 1)));
  });
}

/** Path of a package's command line program. */
export const bin = (name) => `${ROOT}/node_modules/.bin/${name}`;
