import { installPackages } from './packages.mjs';
import { SetupError } from './run.mjs';
import { ensureRuntime } from './runtime.mjs';
import { installSystemPackages } from './system.mjs';

const NEEDED = [20, 19];

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return;
  throw new SetupError(`Node ${NEEDED.join('.')} or newer is needed; this is ${process.versions.node}.`);
}

/** Whether a window can be shown here. */
export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/**
 * Installs what is missing; quick when nothing is. Returns the Electron runtime in use, or null for
 * work without a `window`, which needs neither runtime nor display.
 */
export function setUp({ tests = false, window = true } = {}) {
  const say = (line) => console.error(line);
  checkNode();
  if (window) installSystemPackages(say, { tests, display: hasDisplay() });
  installPackages(say);
  return window ? ensureRuntime(say) : null;
}

/** Runs a script's main function; known failures end it with their words alone. */
export async function main(work) {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    console.error(error instanceof SetupError ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
