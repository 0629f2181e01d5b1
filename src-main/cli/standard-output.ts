import { CliError, EXIT } from './cli-error.ts';

/** Whether a write failed because whoever read standard output has read enough. */
export const isUnread = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EPIPE';

/** What became of standard output. */
export type StandardOutput = {
  /** Throws a CliError when something written to it was lost, and resolves when all of it is out. */
  settled(): Promise<void>;
};

/**
 * Watches standard output: without it a write that fails ends the program in the middle of its work.
 * A reader that has read enough (`| head`) is no failure.
 */
export function watchOutput(output: NodeJS.WriteStream = process.stdout): StandardOutput {
  let lost: Error | null = null;
  output.on('error', (error: Error) => {
    if (!isUnread(error)) lost ??= error;
  });
  return {
    async settled() {
      // The callback of an empty write comes after all that was written before it.
      await new Promise<void>((resolve) => output.write('', () => resolve()));
      // A stream tells of its error after the callback of the write.
      await new Promise<void>((resolve) => setImmediate(resolve));
      if (lost) throw new CliError(EXIT.output, `standard output: ${lost.message}`, { cause: lost });
    },
  };
}
