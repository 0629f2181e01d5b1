import { canonicalJson } from '../journal/canonical-json.ts';
import { verifySignature } from './signature.ts';

/** Where a writer's chain ends, as a report prints it. */
export type PrintedHead = { readonly entries: number; readonly hash: string };

/**
 * What a person signs on the integrity page of a report: the day it speaks for and the printed ends
 * of the chains, sorted by hash. No id of the case or of a person is in it, so that the page alone is
 * enough to check it; through the chains it vouches for every hash of an evidence file as well.
 */
export const signedHeads = (asOf: string, heads: readonly PrintedHead[]): Uint8Array =>
  new TextEncoder().encode(
    canonicalJson({
      context: 'touchstone-report-v1',
      asOf,
      heads: heads.map(({ entries, hash }) => ({ entries, hash })).sort((a, b) => (a.hash < b.hash ? -1 : 1)),
    }),
  );

/** Whether a printed signature fits what is printed with it. Keys and signatures in base64. */
export const reportSignatureHolds = (
  asOf: string,
  heads: readonly PrintedHead[],
  { publicKey, value }: { readonly publicKey: string; readonly value: string },
): boolean => verifySignature(publicKey, signedHeads(asOf, heads), value);
