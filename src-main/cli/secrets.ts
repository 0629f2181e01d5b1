import type { Protection, Secret } from '../vault/project-file/age/header.ts';
import type { SealOptions, SecretOptions } from './commands.ts';
import { CliError, EXIT } from './cli-error.ts';
import { identitiesIn } from './identity-files.ts';
import { askForNew, strongEnough } from './new-passphrase.ts';
import { readDescriptor, reading, readStart } from './reading.ts';
import { openTerminal } from './terminal.ts';

const MOST_BYTES = 64 * 1024;

function firstLine(text: string, place: string): string {
  const [line = ''] = text.split(/\r?\n/);
  if (line === '') throw new CliError(EXIT.usage, `${place}: there is no passphrase in its first line.`);
  return line;
}

const passphraseFromFile = (path: string): string =>
  firstLine(
    reading(path, () => readStart(path, MOST_BYTES).toString('utf8')),
    path,
  );

function passphraseFromDescriptor(fd: number): string {
  const place = `descriptor ${fd}`;
  return firstLine(
    reading(place, () => readDescriptor(fd, MOST_BYTES).toString('utf8')),
    place,
  );
}

/** Secrets for this run of a command: each source is read once, however many files it opens. */
export type Secrets = {
  /** What opens `file`, which asks for a passphrase or keys. */
  toOpen(file: string, opensBy: 'passphrase' | 'keys'): Promise<Secret>;
  /** How the new file is sealed: as the first that was opened, unless the options say otherwise. */
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

export function secretsFrom({ passphraseFile, passphraseFd, identities }: SecretOptions): Secrets {
  let given: string | null = null;
  const passphrase = (): string | null => {
    if (passphraseFile !== null) given ??= passphraseFromFile(passphraseFile);
    else if (passphraseFd !== null) given ??= passphraseFromDescriptor(passphraseFd);
    return given;
  };
  let first: { readonly file: string; readonly passphrase: string | null } | null = null;
  const remembered = (file: string, secret: Secret): Secret => {
    first ??= { file, passphrase: 'passphrase' in secret ? secret.passphrase : null };
    return secret;
  };
  let read: Promise<string[]> | null = null;
  const keys = (): Promise<string[]> =>
    (read ??= identitiesIn(identities, async (path) => passphrase() ?? askFor(`Passphrase for ${path}: `)));
  return {
    async toOpen(file, opensBy) {
      if (opensBy === 'keys') {
        if (identities.length > 0) return remembered(file, { identities: await keys() });
        throw new CliError(
          EXIT.usage,
          `${file}: it was encrypted to a key. Give the key's file with --identity.`,
        );
      }
      return remembered(file, {
        passphrase: passphrase() ?? (await askFor(`Passphrase for ${file}: `)),
      });
    },
    async toSeal({ recipients, newPassphraseFile: path, allowWeak }, output) {
      if (recipients.length > 0) return { recipients };
      if (path !== null) {
        return { passphrase: await strongEnough(passphraseFromFile(path), path, allowWeak) };
      }
      if (first && first.passphrase === null) {
        throw new CliError(
          EXIT.usage,
          `${first.file}: it is sealed to keys, which it does not name. Say with --recipient or --new-passphrase-file how the new file is to be sealed.`,
        );
      }
      const known = first?.passphrase ?? passphrase();
      if (known === null) return { passphrase: await askForNew(output, allowWeak) };
      return { passphrase: await strongEnough(known, output, allowWeak) };
    },
  };
}
