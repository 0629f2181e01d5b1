import { readFileSync, readSync } from 'node:fs';
import { newPhrase } from '#core/sharing/diceware.ts';
import type { Protection, Secret } from '../vault/project-file/age/header.ts';
import type { SealOptions, SecretOptions } from './arguments.ts';
import { CliError, EXIT } from './cli-error.ts';
import { ENTROPY } from './entropy.ts';
import { identitiesIn } from './identity-files.ts';
import { reading } from './reading.ts';
import { openTerminal } from './terminal.ts';

const MOST_BYTES = 64 * 1024;

function firstLine(text: string, place: string): string {
  const [line = ''] = text.split(/\r?\n/);
  if (line === '') throw new CliError(EXIT.usage, `${place}: there is no passphrase in its first line.`);
  return line;
}

function readDescriptor(fd: number): string {
  const bytes = Buffer.alloc(MOST_BYTES);
  let length = 0;
  for (;;) {
    const read = readSync(fd, bytes, length, bytes.length - length, null);
    length += read;
    if (read === 0 || length === bytes.length) break;
  }
  return bytes.toString('utf8', 0, length);
}

const passphraseFromFile = (path: string): string =>
  firstLine(
    reading(path, () => readFileSync(path, 'utf8')),
    path,
  );

function passphraseFromDescriptor(fd: number): string {
  const place = `descriptor ${fd}`;
  return firstLine(
    reading(place, () => readDescriptor(fd)),
    place,
  );
}

/** Secrets for this run of a command: each source is read once, however many files it opens. */
export type Secrets = {
  /** What opens `file`, which asks for a passphrase or keys. */
  toOpen(file: string, opensBy: 'passphrase' | 'keys'): Promise<Secret>;
  /** How the new file is sealed. */
  toSeal(options: SealOptions, output: string): Promise<Protection>;
};

async function askFor(question: string): Promise<string> {
  const terminal = openTerminal();
  try {
    return await terminal.ask(question);
  } finally {
    terminal.close();
  }
}

/** Asks for a new passphrase; without one, six random words are made and shown this once. */
async function askForNew(output: string): Promise<string> {
  const terminal = openTerminal();
  try {
    const passphrase = await terminal.ask(`New passphrase for ${output} (Enter alone: six random words): `);
    if (passphrase === '') {
      const words = newPhrase(ENTROPY.random);
      terminal.say(`The passphrase is shown this once, lost passphrase, lost file:\n\n  ${words}\n`);
      return words;
    }
    if ((await terminal.ask('The same once more: ')) !== passphrase) {
      throw new CliError(EXIT.usage, 'The two are not the same.');
    }
    return passphrase;
  } finally {
    terminal.close();
  }
}

export function secretsFrom({ passphraseFile, passphraseFd, identities }: SecretOptions): Secrets {
  let given: string | null = null;
  const passphrase = (): string | null => {
    if (passphraseFile !== null) given ??= passphraseFromFile(passphraseFile);
    else if (passphraseFd !== null) given ??= passphraseFromDescriptor(passphraseFd);
    return given;
  };
  let opened: string | null = null;
  let read: Promise<string[]> | null = null;
  const keys = (): Promise<string[]> =>
    (read ??= identitiesIn(identities, async (path) => passphrase() ?? askFor(`Passphrase for ${path}: `)));
  return {
    async toOpen(file, opensBy) {
      if (opensBy === 'keys') {
        if (identities.length > 0) return { identities: await keys() };
        throw new CliError(
          EXIT.usage,
          `${file}: it was encrypted to a key. Give the key's file with --identity.`,
        );
      }
      const word = passphrase() ?? (await askFor(`Passphrase for ${file}: `));
      opened ??= word;
      return { passphrase: word };
    },
    async toSeal({ recipients, newPassphraseFile }, output) {
      if (recipients.length > 0) return { recipients };
      if (newPassphraseFile !== null) return { passphrase: passphraseFromFile(newPassphraseFile) };
      return { passphrase: opened ?? passphrase() ?? (await askForNew(output)) };
    },
  };
}
