import { rmSync } from 'node:fs';

const TRIES = 50;
const PAUSE_MS = 200;

const sleeper = new Int32Array(new SharedArrayBuffer(4));

/**
 * Removes a folder in which helper processes of an app that ended may write for a while yet: what
 * they add between listing and removing makes `rmSync` give up, however often it may try.
 */
export function removeFolder(path: string): void {
  for (let tried = 1; ; tried += 1) {
    try {
      rmSync(path, { recursive: true, force: true });
      return;
    } catch (error) {
      if (tried === TRIES) throw error;
      Atomics.wait(sleeper, 0, 0, PAUSE_MS);
    }
  }
}
