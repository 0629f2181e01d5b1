import { closeSync, openSync, readSync } from 'node:fs';
import { CliError, EXIT } from './cli-error.ts';

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist.',
  ENOTDIR: 'it does not exist.',
  EBADF: 'it is not open.',
  EACCES: 'reading it is not allowed.',
  EPERM: 'reading it is not allowed.',
  EISDIR: 'it is a folder.',
  ELOOP: 'its links lead in a circle.',
  ENAMETOOLONG: 'this name is too long.',
};

/** What an open descriptor gives, at most `most` bytes: a pipe or a device may never end. */
export function readDescriptor(fd: number, most: number): Buffer {
  const pieces: Buffer[] = [];
  for (let left = most; left > 0; ) {
    const piece = Buffer.alloc(Math.min(left, 64 * 1024));
    const read = readSync(fd, piece, 0, piece.length, null);
    if (read === 0) break;
    pieces.push(piece.subarray(0, read));
    left -= read;
  }
  return Buffer.concat(pieces);
}

/** What a file, pipe or device gives, at most `most` bytes. */
export function readStart(path: string, most: number): Buffer {
  const fd = openSync(path, 'r');
  try {
    return readDescriptor(fd, most);
  } finally {
    closeSync(fd);
  }
}

/** Runs a reading; what fails becomes words about this path, with the exit code of its part in the command. */
export function reading<T>(path: string, read: () => T, exitCode: number = EXIT.input): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof CliError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const why = WORDS[code] ?? (error instanceof Error ? error.message : String(error));
    throw new CliError(exitCode, `${path}: ${why}`, { cause: error });
  }
}
