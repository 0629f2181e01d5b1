import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Entry } from '#core/journal/entry.ts';
import { parseJournalLine } from '#core/exchange/project-file/journal-line.ts';
import { realDisk } from '../vault/files/disk.ts';
import { inspectFile, type OpenedFile, openProjectFile } from '../vault/project-file/open-file.ts';
import { takeJournal } from '../vault/project-file/take.ts';
import { failure } from './failures.ts';
import { reading } from './reading.ts';
import type { Secrets } from './secrets.ts';

const MAGIC = Buffer.from('age-encryption.org/');

/** Whether a file is named as a project file or says that age encrypted it. Throws a CliError in words. */
export function isProjectFile(path: string): boolean {
  return reading(path, () => {
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return false;
    return path.toLowerCase().endsWith('.touchstone') || isSealedFile(path);
  });
}

/** Whether a file says that age encrypted it. */
export function isSealedFile(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(MAGIC.length);
    return readSync(file, head) === head.length && head.equals(MAGIC);
  } finally {
    closeSync(file);
  }
}

/** Runs `work` on a project file that was checked from end to end. Throws a CliError in words. */
export async function withProjectFile<T>(
  path: string,
  secrets: Secrets,
  work: (opened: OpenedFile) => Promise<T>,
): Promise<T> {
  const at = resolve(path);
  let opened: OpenedFile;
  try {
    const { opensBy } = await inspectFile(realDisk, at);
    const secret = await secrets.toOpen(path, opensBy);
    opened = await openProjectFile(realDisk, at, secret, new AbortController().signal);
  } catch (error) {
    throw failure(path, error);
  }
  try {
    return await work(opened);
  } finally {
    await opened.close();
  }
}

/** Every entry of a checked file. */
export async function entriesOf(opened: OpenedFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const slice of takeJournal(opened)) {
    for (const line of slice.toString('utf8').split('\n')) {
      if (line !== '') entries.push(parseJournalLine(line, entries.length + 1).entry);
    }
  }
  return entries;
}
