import { parseArgs } from 'node:util';
import { isDay } from '#core/model/dates.ts';
import { AUDIENCES, LANGUAGES, PAPERS, PRODUCTS, STANDARDS } from '#core/report/setup.ts';
import { CliError, EXIT } from './cli-error.ts';
import type {
  SecretOptions,
  SealOptions,
  ReportCommand,
  BagCommand,
  PackCommand,
  VerifyCommand,
  ExtractCommand,
  MergeCommand,
  ProposeCommand,
  ScoreCommand,
  CliCommand,
} from './commands.ts';
import { HELP } from './help.ts';

const usage = (message: string): CliError => new CliError(EXIT.usage, `${message}\n\n${HELP}`);

const OUTPUT = { output: { type: 'string', short: 'o' } } as const;
const SECRETS = {
  'passphrase-file': { type: 'string' },
  'passphrase-fd': { type: 'string' },
  identity: { type: 'string', multiple: true, short: 'i' },
} as const;
const SEAL = {
  recipient: { type: 'string', multiple: true, short: 'r' },
  'new-passphrase-file': { type: 'string' },
  'allow-weak-passphrase': { type: 'boolean' },
} as const;
const REPORT = {
  paper: { type: 'string', default: 'a4' },
  'as-of': { type: 'string' },
  product: { type: 'string', default: 'full' },
  language: { type: 'string', default: 'en' },
  audience: { type: 'string', default: 'internal' },
  standard: { type: 'string', default: 'ua-1' },
} as const;

/** What node's parser gives for the options above; each command allows some of them. */
type Values = {
  readonly output?: string;
  readonly 'passphrase-file'?: string;
  readonly 'passphrase-fd'?: string;
  readonly identity?: readonly string[];
  readonly recipient?: readonly string[];
  readonly 'new-passphrase-file'?: string;
  readonly 'allow-weak-passphrase'?: boolean;
  readonly paper?: string;
  readonly 'as-of'?: string;
  readonly product?: string;
  readonly language?: string;
  readonly audience?: string;
  readonly standard?: string;
  readonly case?: string;
  readonly json?: boolean;
  readonly jsonl?: boolean;
};
type Words = { readonly values: Values; readonly positionals: readonly string[] };

function split(
  words: readonly string[],
  options: NonNullable<Parameters<typeof parseArgs>[0]>['options'],
): Words {
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
    return { values, positionals };
  } catch (error) {
    throw usage(error instanceof Error ? error.message : String(error));
  }
}

function positional({ positionals }: Words, names: readonly string[]): string[] {
  const given = names.map((question, at) => {
    const word = positionals[at];
    if (!word) throw usage(question);
    return word;
  });
  const extra = positionals[names.length];
  if (extra !== undefined) throw usage(`“${extra}” is too much.`);
  return given;
}

/** The value of an option that must be one of a list. */
function oneOf<T extends string>(
  { values }: Words,
  option: 'paper' | 'product' | 'language' | 'audience' | 'standard',
  allowed: readonly T[],
): T {
  const found = allowed.find((value) => value === values[option]);
  if (found === undefined) throw usage(`--${option} is ${allowed.join(' or ')}.`);
  return found;
}

function outputOf({ values: { output } }: Words): string {
  if (!output) throw usage('Where to? Give a file with -o.');
  return output;
}

function dayOf({ values }: Words): string | null {
  const asOf = values['as-of'] ?? null;
  if (asOf !== null && !isDay(asOf)) throw usage('--as-of is a day, as 2026-11-23.');
  return asOf;
}

function secretsOf({ values }: Words): SecretOptions {
  const fd = values['passphrase-fd'] ?? null;
  if (fd !== null && !/^\d{1,4}$/.test(fd)) throw usage('--passphrase-fd is a number.');
  const passphraseFile = values['passphrase-file'] ?? null;
  if (fd !== null && passphraseFile !== null)
    throw usage('One passphrase: from a file or from a descriptor.');
  return { passphraseFile, passphraseFd: fd === null ? null : Number(fd), identities: values.identity ?? [] };
}

function sealOf({ values }: Words): SealOptions {
  const recipients = values.recipient ?? [];
  const newPassphraseFile = values['new-passphrase-file'] ?? null;
  if (recipients.length > 0 && newPassphraseFile !== null) {
    throw usage('A file is sealed by a passphrase or to keys, not both.');
  }
  return { recipients, newPassphraseFile, allowWeak: values['allow-weak-passphrase'] ?? false };
}

function reportCommand(rest: readonly string[]): ReportCommand {
  const words = split(rest, { ...OUTPUT, ...SECRETS, ...REPORT });
  const [source = ''] = positional(words, ['Which case?']);
  const output = outputOf(words);
  const setup = {
    product: oneOf(words, 'product', PRODUCTS),
    language: oneOf(words, 'language', LANGUAGES),
    audience: oneOf(words, 'audience', AUDIENCES),
    standard: oneOf(words, 'standard', STANDARDS),
    paper: oneOf(words, 'paper', PAPERS),
  };
  return { name: 'report', source, output, setup, asOf: dayOf(words), secrets: secretsOf(words) };
}

function bagCommand(rest: readonly string[]): BagCommand {
  const words = split(rest, { ...OUTPUT, ...SECRETS, 'as-of': REPORT['as-of'] });
  const [source = ''] = positional(words, ['Which case?']);
  return { name: 'bag', source, output: outputOf(words), asOf: dayOf(words), secrets: secretsOf(words) };
}

function packCommand(rest: readonly string[]): PackCommand {
  const words = split(rest, {
    ...OUTPUT,
    'passphrase-file': SECRETS['passphrase-file'],
    'passphrase-fd': SECRETS['passphrase-fd'],
    recipient: SEAL.recipient,
    'allow-weak-passphrase': SEAL['allow-weak-passphrase'],
  });
  const [source = ''] = positional(words, ['Which case?']);
  const secrets = secretsOf(words);
  const seal = sealOf(words);
  if (seal.recipients.length > 0 && (secrets.passphraseFile !== null || secrets.passphraseFd !== null)) {
    throw usage('A file is sealed by a passphrase or to keys, not both.');
  }
  return { name: 'pack', source, output: outputOf(words), secrets, seal };
}

function verifyCommand(rest: readonly string[]): VerifyCommand {
  const words = split(rest, { ...SECRETS, case: { type: 'string' } });
  const [file = ''] = positional(words, ['Which file?']);
  const { case: against = null } = words.values;
  return { name: 'verify', file, against, secrets: secretsOf(words) };
}

function extractCommand(rest: readonly string[]): ExtractCommand {
  const words = split(rest, SECRETS);
  const [file = '', folder = ''] = positional(words, ['Which file?', 'Into which folder?']);
  return { name: 'extract', file, folder, secrets: secretsOf(words) };
}

function mergeCommand(rest: readonly string[]): MergeCommand {
  const words = split(rest, { ...OUTPUT, ...SECRETS, ...SEAL });
  const [a = '', b = ''] = positional(words, ['Which files?', 'Merge it with which file?']);
  return {
    name: 'merge',
    files: [a, b],
    output: outputOf(words),
    secrets: secretsOf(words),
    seal: sealOf(words),
  };
}

function proposeCommand(rest: readonly string[]): ProposeCommand {
  const words = split(rest, { json: { type: 'boolean' }, jsonl: { type: 'boolean' } });
  const { json = false, jsonl = false } = words.values;
  if (json && jsonl) throw usage('--json for one article or --jsonl for lines of them, not both.');
  const [file = null] = jsonl && words.positionals.length === 0 ? [] : positional(words, ['Which article?']);
  return { name: 'propose', file, form: jsonl ? 'jsonl' : json ? 'json' : 'words' };
}

function scoreCommand(rest: readonly string[]): ScoreCommand {
  const words = split(rest, { jsonl: { type: 'boolean', default: false } });
  if (!words.values.jsonl) throw usage('score reads and writes JSON lines: say --jsonl.');
  const [file = null, extra] = words.positionals;
  if (extra !== undefined) throw usage(`“${extra}” is too much.`);
  return { name: 'score', file };
}

const COMMANDS: Readonly<Record<string, (rest: readonly string[]) => CliCommand>> = {
  report: reportCommand,
  bag: bagCommand,
  pack: packCommand,
  verify: verifyCommand,
  extract: extractCommand,
  merge: mergeCommand,
  propose: proposeCommand,
  score: scoreCommand,
};

/** A secret key of age in an argument: said without repeating it. */
function refuseSecrets(words: readonly string[]): void {
  if (!words.some((word) => /AGE-SECRET-KEY-/i.test(word))) return;
  throw new CliError(
    EXIT.usage,
    'A secret key stands in the arguments, where every program on this computer can read it. Put it into a file of its own and give that with --identity; better, make a new key.',
  );
}

/** Reads the command line. Throws a CliError with the usage. */
export function parseArguments(words: readonly string[]): CliCommand {
  refuseSecrets(words);
  if (words.length === 0 || words.some((word) => word === '--help' || word === '-h')) return { name: 'help' };
  const [name = '', ...rest] = words;
  if (!Object.hasOwn(COMMANDS, name)) throw usage(`There is no command “${name}”.`);
  const command = COMMANDS[name];
  if (!command) throw usage(`There is no command “${name}”.`);
  return command(rest);
}
