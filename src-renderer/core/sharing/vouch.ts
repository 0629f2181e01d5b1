import type { Entry } from '../journal/entry.ts';
import { canonicalJson } from '../journal/canonical-json.ts';
import type { ActorInfo } from '../model/case-info.ts';
import { verifySignature } from './signature.ts';

/** What a person signs to say that an actor of a case is them (DESIGN 3). */
export const vouchedBytes = (caseId: string, actor: string): Uint8Array =>
  new TextEncoder().encode(canonicalJson({ context: 'touchstone-actor-v1', caseId, actor }));

/** Whether the actor's signing key vouches for it in this case. False when there is none. */
export const vouchHolds = (
  caseId: string,
  actor: string,
  { signingKey, vouch }: Pick<ActorInfo, 'signingKey' | 'vouch'>,
): boolean =>
  signingKey !== null && vouch !== null && verifySignature(signingKey, vouchedBytes(caseId, actor), vouch);

/**
 * The signing key that vouches for each actor of a case, by actor. Only an actor's own entries
 * count: anyone in the case can write into the item of another, and sign for it with their own key.
 * The last word of an actor stands, also when it takes the key away.
 */
export function vouchedKeys(caseId: string, entries: Iterable<Entry>): ReadonlyMap<string, string> {
  const claims = new Map<string, { seq: number; signingKey: string | null; vouch: string | null }>();
  for (const { header, body } of entries) {
    if (body?.entity !== 'actor' || body.entityId !== header.actor) continue;
    const { signingKey, vouch } = body.patch;
    if (signingKey === undefined && vouch === undefined) continue;
    const before = claims.get(header.actor);
    if (before && before.seq > header.seq) continue;
    claims.set(header.actor, { seq: header.seq, signingKey: textOf(signingKey), vouch: textOf(vouch) });
  }
  const keys = new Map<string, string>();
  for (const [actor, claim] of claims) {
    if (claim.signingKey !== null && vouchHolds(caseId, actor, claim)) keys.set(actor, claim.signingKey);
  }
  return keys;
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
