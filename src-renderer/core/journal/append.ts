import { bytesToBase64 } from '../text/base64.ts';
import { type ClockReading, tick } from './clock.ts';
import type { Body, Change, Entry, Header, Seen } from './entry.ts';
import { hashBody, hashHeader } from './hash.ts';

/** Where this copy of the case stands: what the next entry builds on. */
export type Tip = {
  /** Actor id this installation writes under. */
  readonly actor: string;
  /** Highest sequence number held of each actor, its own included. */
  readonly seen: Seen;
  /** Hash of the own last header, null before the first entry. */
  readonly prev: string | null;
  /** Latest clock reading held of anybody. */
  readonly at: ClockReading | null;
};

/** Sources of what is not a function of the past: ids, salts, the wall clock. */
export type Entropy = {
  /** A fresh UUIDv7. */
  newId(): string;
  /** `length` random bytes. */
  random(length: number): Uint8Array;
  /** Milliseconds since 1970. */
  now(): number;
};

/**
 * Turns the changes of one user action into entries of the own chain, one batch.
 * Returns them with the tip that the next action builds on.
 */
export function appendChanges(
  tip: Tip,
  changes: readonly Change[],
  entropy: Entropy,
): { entries: Entry[]; tip: Tip } {
  const batch = entropy.newId();
  const entries: Entry[] = [];
  let { seen, prev, at } = tip;
  for (const change of changes) {
    const seq = (seen[tip.actor] ?? 0) + 1;
    const body: Body = { ...change, salt: bytesToBase64(entropy.random(32)) };
    at = tick(at, entropy.now());
    const header: Header = {
      id: entropy.newId(),
      actor: tip.actor,
      seq,
      at,
      batch,
      seen,
      prev,
      bodyHash: hashBody(body),
    };
    entries.push({ header, body });
    prev = hashHeader(header);
    seen = { ...seen, [tip.actor]: seq };
  }
  return { entries, tip: { actor: tip.actor, seen, prev, at } };
}
