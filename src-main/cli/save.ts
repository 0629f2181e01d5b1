import { resolve } from 'node:path';
import { realDisk } from '../vault/files/disk.ts';
import type { Protection } from '../vault/project-file/age/header.ts';
import { spaceNeeded } from '../vault/project-file/space.ts';
import type { BagContent } from '../vault/project-file/write-bag.ts';
import { writeProjectFile } from '../vault/project-file/write-file.ts';
import { failure } from './failures.ts';
import { stoppable } from './stoppable.ts';

/** Writes a project file and says what went into it. Throws a CliError in words. */
export async function save(
  output: string,
  content: BagContent,
  protection: Protection,
  textBytes: number,
): Promise<void> {
  const expected = spaceNeeded({
    journal: textBytes,
    documents: 0,
    evidence: content.evidence.map(({ size }) => size),
  });
  try {
    const path = resolve(output);
    const onProgress = (): void => undefined;
    const { bytes, bag } = await stoppable((signal) =>
      writeProjectFile(realDisk, { path, protection, content, expected, signal, onProgress }),
    );
    process.stdout.write(
      `${output}: ${bytes} bytes, ${bag.journal.entries} entries, ${content.evidence.length} pieces of evidence; verified\n`,
    );
  } catch (error) {
    throw failure(output, error);
  }
}
