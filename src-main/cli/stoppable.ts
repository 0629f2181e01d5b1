import { CliError, EXIT } from './cli-error.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs work that writes files. Ctrl+C, a terminal that is closed and a plain `kill` abort its signal,
 * so that it can take away what it wrote; a second one ends the program at once. The reason is a
 * CliError.
 */
export async function stoppable<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stopping = new AbortController();
  const stop = (): void => {
    forget();
    stopping.abort(new CliError(EXIT.failed, 'Stopped; what was written so far is removed.'));
  };
  const forget = (): void => {
    for (const name of SIGNALS) process.off(name, stop);
  };
  for (const name of SIGNALS) process.on(name, stop);
  try {
    return await work(stopping.signal);
  } finally {
    forget();
  }
}
