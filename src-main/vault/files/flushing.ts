import type { FileHandle } from 'node:fs/promises';

/** Bytes written after which the disk is set to work. */
const STRETCH = 64 * 1024 * 1024;

/**
 * Sends a long file to the disk while the rest of it is still being made, so that the last fsync has
 * little left to do. It takes the place of no fsync.
 */
export class Flushing {
  readonly #file: Pick<FileHandle, 'datasync'>;
  #written = 0;
  #under: Promise<void> | null = null;

  constructor(file: Pick<FileHandle, 'datasync'>) {
    this.#file = file;
  }

  /** Tells that this many more bytes were written. */
  wrote(bytes: number): void {
    this.#written += bytes;
    if (this.#written < STRETCH || this.#under) return;
    this.#written = 0;
    const under = this.#file.datasync();
    this.#under = under;
    // A failure stays here for `settle`: the system tells it only once, so a later fsync would not.
    under.then(
      () => {
        this.#under = null;
      },
      () => undefined,
    );
  }

  /** Waits for what is under way. Throws what the disk said, however long ago. */
  async settle(): Promise<void> {
    await this.#under;
  }
}
