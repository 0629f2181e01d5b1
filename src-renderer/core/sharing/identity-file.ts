import * as v from 'valibot';
import type { Colleague } from './colleague.ts';
import { cleanName } from './names.ts';
import { readRecipient } from './recipient.ts';
import { isSigningKey } from './signature.ts';

/** What an identity file or a backup holds besides the secret keys. */
export type IdentityDetails = { readonly alias: string; readonly colleagues: readonly Colleague[] };

const name = v.pipe(
  v.string(),
  v.check((text) => cleanName(text) === text),
);
const recipient = v.pipe(
  v.string(),
  v.check((text) => {
    const read = readRecipient(text);
    return read.ok && read.recipient === text;
  }),
);
const details = v.object({
  alias: name,
  colleagues: v.array(
    v.object({
      name,
      recipient,
      signingKey: v.nullable(v.pipe(v.string(), v.check(isSigningKey))),
      added: v.pipe(v.string(), v.isoTimestamp()),
    }),
  ),
});

/** Checks what was read; null when it is not the details of an identity. */
export const identityDetails = (value: unknown): IdentityDetails | null =>
  v.is(details, value) ? value : null;

const TOUCHSTONE = '# touchstone-identity-v1: ';

/** The parts of a backup. */
export type BackupContent = {
  readonly recipient: string;
  /** `AGE-SECRET-KEY-1…`. */
  readonly ageKey: string;
  /** Seed of the Ed25519 key (RFC 8032), base64. */
  readonly signingSeed: string;
  readonly details: IdentityDetails;
};

/**
 * The text inside a backup: a key file as `age-keygen` writes it, so that `age -d -i` takes it as it
 * is, with one more remark that holds the rest as JSON.
 */
export const backupText = ({ recipient, ageKey, signingSeed, details }: BackupContent): string =>
  [
    '# Touchstone: the secret keys of one person. Whoever has them can read what was locked for that person.',
    `# public key: ${recipient}`,
    `${TOUCHSTONE}${JSON.stringify({ signingSeed, ...details })}`,
    ageKey,
    '',
  ].join('\n');

/** Reads the text inside a backup; null when it is none. The keys themselves are not checked. */
export function readBackupText(text: string): Omit<BackupContent, 'recipient'> | null {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const keys = lines.filter((line) => line !== '' && !line.startsWith('#'));
  const [ageKey] = keys;
  const rest = lines.find((line) => line.startsWith(TOUCHSTONE));
  if (keys.length !== 1 || !ageKey || !rest) return null;
  let value: unknown;
  try {
    value = JSON.parse(rest.slice(TOUCHSTONE.length));
  } catch {
    return null;
  }
  const signed = v.safeParse(
    v.object({ signingSeed: v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{43}=$/)) }),
    value,
  );
  const read = identityDetails(value);
  if (!signed.success || !read) return null;
  const { alias, colleagues } = read;
  return { ageKey, signingSeed: signed.output.signingSeed, details: { alias, colleagues } };
}
