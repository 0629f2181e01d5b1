/** Exit codes of the command line; also in `--help` and docs/project-file.md. */
export const EXIT = {
  done: 0,
  failed: 1,
  usage: 2,
  input: 3,
  output: 4,
  secret: 5,
  refused: 6,
  incomplete: 7,
  differs: 8,
  uncheckable: 9,
  weak: 10,
} as const;

/** A failure a person can act on: its message goes to standard error. */
export class CliError extends Error {
  readonly exitCode: number;
  constructor(exitCode: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CliError';
    this.exitCode = exitCode;
  }
}
