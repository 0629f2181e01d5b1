import type { Colleague, ColleagueFault } from './colleague.ts';
import { cleanName, sameName } from './names.ts';
import { readRecipient } from './recipient.ts';

/** Somebody to be added, as typed, pasted or read from a card. */
export type NewColleague = {
  readonly name: string;
  readonly recipient: string;
  readonly signingKey: string | null;
};

type Outcome =
  | { readonly ok: true; readonly colleagues: readonly Colleague[] }
  | { readonly ok: false; readonly fault: ColleagueFault };

const refused = (fault: ColleagueFault): Outcome => ({ ok: false, fault });

/**
 * The list with one more person on it. A card of somebody who was added by the bare key gives them
 * its signing key, under the name they have here. `own` is the person's own age key.
 */
export function addColleague(
  held: readonly Colleague[],
  asked: NewColleague,
  own: string,
  now: string,
): Outcome {
  const key = readRecipient(asked.recipient);
  if (!key.ok) return refused(key.fault);
  const { recipient } = key;
  if (recipient === own) return refused('key-own');
  const known = held.find((colleague) => colleague.recipient === recipient);
  if (known) {
    if (known.signingKey !== null || asked.signingKey === null) return refused('colleague-known');
    const completed = { ...known, signingKey: asked.signingKey };
    return { ok: true, colleagues: held.map((one) => (one === known ? completed : one)) };
  }
  const name = cleanName(asked.name);
  if (name === null) return refused('name-empty');
  if (held.some((one) => sameName(one.name, name))) return refused('name-taken');
  const added: Colleague = { name, recipient, signingKey: asked.signingKey, added: now };
  return { ok: true, colleagues: [...held, added] };
}

/** The list with one of them called otherwise. Nobody of that key: the list as it is. */
export function renameColleague(held: readonly Colleague[], recipient: string, asked: string): Outcome {
  const name = cleanName(asked);
  if (name === null) return refused('name-empty');
  const others = held.filter((one) => one.recipient !== recipient);
  if (others.some((one) => sameName(one.name, name))) return refused('name-taken');
  return { ok: true, colleagues: held.map((one) => (one.recipient === recipient ? { ...one, name } : one)) };
}
