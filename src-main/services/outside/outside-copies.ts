import { createHash } from 'node:crypto';
import { lstat, mkdtemp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ServiceError } from '../service-error.ts';
import { copyName } from './openable.ts';
import { wipeFolder } from './wipe.ts';

/** A sealed file and the name it came under. */
export type OutsideFile = {
  readonly caseId: string;
  readonly jobId: string;
  readonly sha256: string;
  readonly size: number;
  readonly name: string;
};

/** Copies of evidence that other programs look at. */
export type OutsideCopies = {
  /** Opens a read-only copy. Throws `not-openable`, `no-program` and what the vault throws. */
  open(file: OutsideFile): Promise<void>;
  /** Wipes every copy; at lock, and before the app ends. */
  wipe(): Promise<void>;
  /** Wipes what a crash left of earlier runs. */
  sweep(): Promise<void>;
  /** Whether there is anything to wipe. */
  held(): boolean;
};

/** What copies are made with: the one call of Electron's shell, and the vault's. */
export type OutsideHost = {
  /** The system's folder for temporary files. */
  readonly temporary: string;
  /** The app's own data folder: copies of another profile are left alone. */
  readonly userData: string;
  /** Opens a file with the program the system has for it; '' or why it could not. */
  openPath(path: string): Promise<string>;
  /** Writes the plain file, for its owner's eyes alone. */
  takeOut(file: Omit<OutsideFile, 'name'> & { readonly path: string }): Promise<unknown>;
};

/** Keeps read-only copies in private folders (0700) while they are looked at outside. */
export function createOutsideCopies(host: OutsideHost): OutsideCopies {
  const tag = createHash('sha256').update(host.userData).digest('hex').slice(0, 12);
  const prefix = `touchstone-view-${tag}-`;
  const folders = new Set<string>();

  async function wipeOne(folder: string): Promise<void> {
    try {
      await wipeFolder(folder);
      folders.delete(folder);
    } catch (error) {
      // Another program may hold it open; it stays listed, and the next start sweeps it.
      console.error('A copy of evidence could not be wiped.', error instanceof Error ? error.name : '');
    }
  }
  const wipe = async (): Promise<void> => {
    for (const folder of folders) await wipeOne(folder);
  };

  return {
    async open({ name, ...file }) {
      const safe = copyName(name);
      if (safe === null)
        throw new ServiceError('not-openable', 'Programs and web pages are not opened outside.');
      const folder = await mkdtemp(join(host.temporary, prefix));
      folders.add(folder);
      try {
        const path = join(folder, safe);
        await host.takeOut({ ...file, path });
        const why = await host.openPath(path);
        if (why !== '') throw new ServiceError('no-program', 'No program opened it.');
      } catch (error) {
        await wipeOne(folder);
        throw error;
      }
    },
    wipe,
    async sweep() {
      for (const name of await readdir(host.temporary)) {
        const folder = join(host.temporary, name);
        if (!name.startsWith(prefix) || folders.has(folder)) continue;
        const found = await lstat(folder);
        // Somebody else's folder under our name is not ours to touch.
        if (found.isDirectory() && found.uid === (process.getuid?.() ?? found.uid)) await wipeOne(folder);
      }
    },
    held: () => folders.size > 0,
  };
}
