import * as v from 'valibot';
import { canonicalJson } from '../journal/canonical-json.ts';
import type { Self } from './colleague.ts';
import { cleanName } from './names.ts';
import { holdsSecretKey, readRecipient } from './recipient.ts';
import { isSigningKey, verifySignature } from './signature.ts';

/*
 * A card is a small JSON file of a person's public parts, signed with their own signing key: that
 * shows that the two keys belong together as far as the signer says, not who the signer is. The
 * words of the fingerprints, compared by voice, show that.
 */
const FORMAT = 'touchstone-card';
const VERSION = 1;

/** Cards are some 400 bytes; more than this is no card. */
export const MOST_CARD_BYTES = 16 * 1024;

export type Card = Omit<Self, 'alias'> & { readonly name: string };
export type CardFault = 'card-unreadable' | 'card-newer' | 'card-forged' | 'key-secret';

/** What the signature of a card is made over. */
export const cardBytes = ({ name, recipient, signingKey }: Card): Uint8Array =>
  new TextEncoder().encode(canonicalJson({ context: 'touchstone-card-v1', name, recipient, signingKey }));

/** The text of a card file. `signature` is over {@link cardBytes}, base64. */
export const cardText = ({ name, recipient, signingKey }: Card, signature: string): string =>
  `${JSON.stringify({ format: FORMAT, version: VERSION, name, recipient, signingKey, signature }, null, 2)}\n`;

const head = v.object({ format: v.literal(FORMAT), version: v.number() });
const fields = v.object({
  name: v.pipe(
    v.string(),
    v.check((name) => cleanName(name) === name),
  ),
  recipient: v.pipe(
    v.string(),
    v.check((text) => {
      const read = readRecipient(text);
      return read.ok && read.recipient === text;
    }),
  ),
  signingKey: v.pipe(v.string(), v.check(isSigningKey)),
  signature: v.string(),
});

type ReadCard =
  | { readonly ok: true; readonly card: Card }
  | { readonly ok: false; readonly fault: CardFault };

const refused = (fault: CardFault): ReadCard => ({ ok: false, fault });

/** Reads a card file. A card whose own signature does not hold is refused. */
export function readCard(text: string): ReadCard {
  if (holdsSecretKey(text)) return refused('key-secret');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused('card-unreadable');
  }
  if (!v.is(head, value)) return refused('card-unreadable');
  if (value.version !== VERSION) return refused('card-newer');
  if (!v.is(fields, value)) return refused('card-unreadable');
  const { name, recipient, signingKey, signature } = value;
  const card = { name, recipient, signingKey };
  return verifySignature(signingKey, cardBytes(card), signature)
    ? { ok: true, card }
    : refused('card-forged');
}
