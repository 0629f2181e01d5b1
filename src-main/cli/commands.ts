import type { ReportSetup } from '#core/report/setup.ts';

/** Where secrets come from; nothing given means asking on the terminal. */
export type SecretOptions = {
  readonly passphraseFile: string | null;
  readonly passphraseFd: number | null;
  readonly identities: readonly string[];
};

/** How a new file is sealed; nothing given means by a passphrase. */
export type SealOptions = {
  readonly recipients: readonly string[];
  readonly newPassphraseFile: string | null;
  /** Takes a passphrase that can be guessed. */
  readonly allowWeak: boolean;
};

export type ReportCommand = {
  readonly name: 'report';
  readonly source: string;
  readonly output: string;
  readonly setup: Pick<ReportSetup, 'product' | 'language' | 'audience' | 'standard' | 'paper'>;
  /** ISO 8601 day, null for today. */
  readonly asOf: string | null;
  readonly secrets: SecretOptions;
};
export type BagCommand = {
  readonly name: 'bag';
  readonly source: string;
  readonly output: string;
  /** ISO 8601 day, null for today. */
  readonly asOf: string | null;
  readonly secrets: SecretOptions;
};
export type PackCommand = {
  readonly name: 'pack';
  readonly source: string;
  readonly output: string;
  readonly secrets: SecretOptions;
  readonly seal: SealOptions;
};
export type VerifyCommand = {
  readonly name: 'verify';
  readonly file: string;
  /** A case to hold an exported file against, or null. */
  readonly against: string | null;
  readonly secrets: SecretOptions;
};
export type ExtractCommand = {
  readonly name: 'extract';
  readonly file: string;
  readonly folder: string;
  readonly secrets: SecretOptions;
};
export type MergeCommand = {
  readonly name: 'merge';
  readonly files: readonly [string, string];
  readonly output: string;
  readonly secrets: SecretOptions;
  readonly seal: SealOptions;
};
export type ProposeCommand = {
  readonly name: 'propose';
  /** An article, or with `form` jsonl a file of lines; null for the lines on standard input. */
  readonly file: string | null;
  readonly form: 'words' | 'json' | 'jsonl';
};
/** Check-worthiness of sentences, one JSON line each. */
export type ScoreCommand = {
  readonly name: 'score';
  /** A file, or null for standard input. */
  readonly file: string | null;
};
export type CliCommand =
  | ProposeCommand
  | ReportCommand
  | BagCommand
  | PackCommand
  | VerifyCommand
  | ExtractCommand
  | MergeCommand
  | ScoreCommand
  | { readonly name: 'help' };
