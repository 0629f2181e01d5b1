import { spawn } from 'node:child_process';
import { endWithScript } from './run.mjs';
import { hasDisplay } from './setup.mjs';

/**
 * A display to draw on: the one there is, or a virtual one. Returns its environment and how to
 * stop it. `always` makes a virtual one even on a desktop, so that tests do not steal the screen.
 */
export async function openDisplay({ always = false, size = '1920x1200' } = {}) {
  if (process.platform !== 'linux' || (hasDisplay() && !always)) return { env: {}, close() {} };
  const server = endWithScript(
    spawn('Xvfb', ['-displayfd', '3', '-screen', '0', `${size}x24`, '-nolisten', 'tcp', '-dpi', '96'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    }),
  );
  const number = await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with code ${code}.`)));
    server.stdio[3].once('data', (data) => resolve(String(data).trim()));
  });
  // A Wayland session must not take the window away from the virtual screen.
  const env = { DISPLAY: `:${number}`, WAYLAND_DISPLAY: '', XDG_SESSION_TYPE: 'x11' };
  return { env, close: () => server.kill() };
}
