import * as v from 'valibot';
import { canonicalJson } from '../../journal/canonical-json.ts';
import { ProjectFileFault } from './faults.ts';
import { jsonFileText, parseSafeJson } from './json-text.ts';
import { BAG } from './layout.ts';

const actor = v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{1,100}$/));
const base64 = (bytes: number) =>
  v.pipe(v.string(), v.length(Math.ceil(bytes / 3) * 4), v.regex(/^[A-Za-z0-9+/]+={0,2}$/));

const schema = v.strictObject({
  heads: v.array(
    v.strictObject({
      actor,
      seq: v.pipe(v.number(), v.integer(), v.minValue(1)),
      hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
    }),
  ),
  signature: v.nullable(v.strictObject({ actor, publicKey: base64(32), value: base64(64) })),
});

/** `data/chains.json`: where each actor's chain ends, vouched for by who wrote the file. */
export type ChainsFile = v.InferOutput<typeof schema>;
export type ChainHead = ChainsFile['heads'][number];

export const chainsFileText = (chains: ChainsFile): string => jsonFileText(chains);

/** Reads `data/chains.json`. Throws `chains-bad`. */
export function parseChainsFile(fileText: string): ChainsFile {
  const parsed = v.safeParse(schema, parseSafeJson(fileText, 'chains-bad', BAG.chains));
  if (parsed.success) return parsed.output;
  throw new ProjectFileFault('chains-bad', v.getDotPath(parsed.issues[0]) ?? BAG.chains);
}

/** The bytes that a signature of the chain ends is made over. */
export const signedChains = (caseId: string, heads: readonly ChainHead[]): Uint8Array =>
  new TextEncoder().encode(canonicalJson({ context: 'touchstone-chains-v1', caseId, heads }));

/** Checks that the journal ends where the file says. Throws `chains-differ`. */
export function checkHeads(held: readonly ChainHead[], claimed: readonly ChainHead[]): void {
  const ends = new Map(claimed.map((head) => [head.actor, head]));
  if (ends.size !== claimed.length) throw new ProjectFileFault('chains-bad', 'an actor twice');
  for (const { actor, seq, hash } of held) {
    const end = ends.get(actor);
    if (end?.seq !== seq || end.hash !== hash) {
      throw new ProjectFileFault('chains-differ', `actor ${actor}`);
    }
    ends.delete(actor);
  }
  for (const missing of ends.keys()) throw new ProjectFileFault('chains-differ', `actor ${missing}`);
}
