import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { OpenedFile } from '../vault/project-file/open-file.ts';
import { contentOf } from '../vault/project-file/take.ts';
import type { ExtractCommand } from './commands.ts';
import { CliError, EXIT } from './cli-error.ts';
import { withProjectFile } from './open-project-file.ts';
import { reading } from './reading.ts';
import { secretsFrom } from './secrets.ts';
import { stoppable } from './stoppable.ts';

/** Makes sure that the folder is empty or not there yet. */
function requireEmpty(folder: string): void {
  const stats = reading(folder, () => statSync(folder, { throwIfNoEntry: false }));
  if (!stats) return;
  if (!stats.isDirectory()) throw new CliError(EXIT.output, `${folder}: this is no folder.`);
  if (reading(folder, () => readdirSync(folder)).length > 0) {
    throw new CliError(EXIT.output, `${folder}: this folder is not empty.`);
  }
}

async function writeFiles(opened: OpenedFile, folder: string, signal: AbortSignal): Promise<void> {
  const payload = opened.reader();
  for (const file of opened.bag.files) {
    // The paths are those that `placeOfPath` knows: none leads out of the folder.
    const path = join(folder, file.path);
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const to = openSync(path, 'wx', 0o600);
    try {
      for await (const piece of contentOf(payload, file)) {
        // Writing holds the thread; Ctrl+C is heard in between.
        await setImmediate();
        signal.throwIfAborted();
        for (let at = 0; at < piece.length; ) at += writeSync(to, piece, at);
      }
    } finally {
      closeSync(to);
    }
  }
}

async function lay(opened: OpenedFile, folder: string, signal: AbortSignal): Promise<void> {
  const into = resolve(folder);
  try {
    mkdirSync(into, { recursive: true, mode: 0o700 });
    await writeFiles(opened, into, signal);
  } catch (error) {
    for (const name of existsSync(into) ? readdirSync(into) : [])
      rmSync(join(into, name), { recursive: true, force: true });
    if (error instanceof CliError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new CliError(EXIT.output, `${folder}: ${why}`, { cause: error });
  }
}

/**
 * Lays a project file's bag down in a folder. Throws a CliError in words, also when it is stopped;
 * then nothing is left there.
 */
export async function extract({ file, folder, secrets }: ExtractCommand): Promise<void> {
  requireEmpty(resolve(folder));
  const files = await withProjectFile(file, secretsFrom(secrets), async (opened) => {
    await stoppable((signal) => lay(opened, folder, signal));
    return opened.bag.files.length;
  });
  process.stdout.write(`${folder}: ${files} files, not encrypted any more\n`);
}
