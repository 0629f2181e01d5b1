import { canonicalJson } from '../journal/hash.ts';
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
