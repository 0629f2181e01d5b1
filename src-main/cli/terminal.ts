import { openSync } from 'node:fs';
import { ReadStream, WriteStream } from 'node:tty';
import { CliError, EXIT } from './cli-error.ts';

/** The person at the terminal, even when standard input and output are redirected. */
export type Terminal = {
  /** Asks without showing what is typed. */
  ask(question: string): Promise<string>;
  say(line: string): void;
  close(): void;
};

const INTERRUPT = '\u0003';
const END = '\u0004';
const ERASE = new Set(['\u007f', '\b']);

function streams(): { input: ReadStream; output: NodeJS.WritableStream; own: boolean } {
  const asks = new CliError(
    EXIT.usage,
    'There is no terminal to ask for the passphrase on: use --passphrase-file or --passphrase-fd.',
  );
  if (process.platform === 'win32') {
    if (!process.stdin.isTTY) throw asks;
    return { input: process.stdin, output: process.stderr, own: false };
  }
  try {
    const fd = openSync('/dev/tty', 'r+');
    return { input: new ReadStream(fd), output: new WriteStream(openSync('/dev/tty', 'r+')), own: true };
  } catch {
    // No controlling terminal: a service, a pipe, a build server.
    throw asks;
  }
}

function readHidden(input: ReadStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let typed = '';
    const done = (): void => {
      input.off('data', take);
      input.setRawMode(false);
      input.pause();
    };
    const take = (text: string): void => {
      for (const key of text) {
        if (key === '\r' || key === '\n' || key === END) {
          done();
          resolve(typed);
          return;
        }
        if (key === INTERRUPT) {
          done();
          reject(new CliError(EXIT.failed, 'Given up.'));
          return;
        }
        typed = ERASE.has(key) ? [...typed].slice(0, -1).join('') : typed + key;
      }
    };
    input.setEncoding('utf8');
    input.setRawMode(true);
    input.on('data', take);
    input.resume();
  });
}

/** Throws a CliError where there is no terminal. */
export function openTerminal(): Terminal {
  const { input, output, own } = streams();
  return {
    async ask(question) {
      // Hidden first, asked then: what is typed at once must not show.
      const answer = readHidden(input);
      output.write(question);
      try {
        return await answer;
      } finally {
        output.write('\n');
      }
    },
    say: (line) => void output.write(`${line}\n`),
    close() {
      if (own) input.destroy();
    },
  };
}
