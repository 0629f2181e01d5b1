import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Repository root. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

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

const running = new Set();

/** Ends with the script: an interrupted run must leave no program behind. */
export function endWithScript(child) {
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

process.once('exit', () => {
  for (const child of running) child.kill();
});
for (const [signal, number] of [
  ['SIGINT', 2],
  ['SIGTERM', 15],
  ['SIGHUP', 1],
])
  process.once(signal, () => process.exit(128 + number));

/** Runs a program with its output shown; resolves with the exit code. */
export function show(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = endWithScript(
      spawn(program, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'], ...options }),
    );
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(signal ? 1 : (code ?? 1)));
  });
}

/** Script behind a package's command: run by Node itself, so that it starts the same way on every system. */
function scriptOf(command, packageName) {
  const folder = join(ROOT, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/** Runs an installed package's command with its output shown; resolves with the exit code. */
export const showTool = (command, args, { packageName = command, ...options } = {}) =>
  show(process.execPath, [scriptOf(command, packageName), ...args], options);

/** Runs an installed package's command; throws SetupError with its output when it fails. */
export const captureTool = (command, args, options = {}) =>
  capture(process.execPath, [scriptOf(command, command), ...args], options);
