import type { Host } from '#renderer/platform/host.ts';
import { Failure } from './failures.ts';

/**
 * Nothing is written with less room than this. A write that a full disk tears apart makes Chromium
 * take every database for damaged at its next start, and begin with empty ones.
 */
export const LEAST_ROOM_BYTES = 16 * 1024 * 1024;

/** Room left on the disk, null when the system does not tell. */
export type FreeBytes = () => Promise<number | null>;

export const freeBytesOf =
  (host: Host): FreeBytes =>
  async () => {
    try {
      return (await host.call('app.freeSpace', {})).bytes;
    } catch (error) {
      console.error('The free space could not be read.', error);
      return null;
    }
  };

/** Rejects with `disk-full` when there is no room for `bytes` more. */
export async function requireRoom(freeBytes: FreeBytes, bytes = 0): Promise<void> {
  const free = await freeBytes();
  if (free !== null && free < LEAST_ROOM_BYTES + bytes) throw new Failure('disk-full', 'There is no room.');
}
