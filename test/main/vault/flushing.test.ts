import { describe, expect, it } from 'vitest';
import { Flushing } from '#main/vault/files/flushing.ts';

const MIB = 1024 * 1024;

/** A file whose way to the disk takes as long as the test wants. */
function slowFile() {
  const waiting: { resolve(): void; reject(error: Error): void }[] = [];
  let flushes = 0;
  const datasync = (): Promise<void> => {
    flushes += 1;
    return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
  };
  return { file: { datasync }, waiting, flushes: () => flushes };
}

describe('a long file on its way to the disk', () => {
  it('is flushed by stretches while it is written, one at a time', async () => {
    const { file, waiting, flushes } = slowFile();
    const flushing = new Flushing(file);
    flushing.wrote(63 * MIB);
    expect(flushes()).toBe(0);
    flushing.wrote(MIB);
    flushing.wrote(100 * MIB);
    expect(flushes()).toBe(1);
    waiting[0]?.resolve();
    await flushing.settle();
    flushing.wrote(1);
    expect(flushes()).toBe(2);
  });

  it('fails at the end with what the disk said long before', async () => {
    const { file, waiting } = slowFile();
    const flushing = new Flushing(file);
    flushing.wrote(64 * MIB);
    waiting[0]?.reject(new Error('EIO'));
    await new Promise((resolve) => setImmediate(resolve));
    flushing.wrote(64 * MIB);
    await expect(flushing.settle()).rejects.toThrow('EIO');
    await expect(flushing.settle()).rejects.toThrow('EIO');
  });
});
