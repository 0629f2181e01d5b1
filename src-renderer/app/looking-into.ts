import { asSeenBy } from '#core/finding/as-seen-by.ts';
import type { Done } from '#core/ports/workbench.ts';
import { type OtherCase, otherCase } from '#core/proposing/other-case.ts';
import { readyRows } from '#core/queries/claim-rows.ts';
import { keepOtherCase } from '#renderer/state/other-cases-store.ts';
import { done, Failure, note } from './failures.ts';
import type { Unlocked } from './opening.ts';
import type { Parts } from './parts.ts';

async function claimsOf({ caseId, open }: Unlocked): Promise<OtherCase> {
  const state = asSeenBy(open.state, open.actor);
  await readyRows(state);
  return otherCase(caseId, state);
}

/**
 * Reads the claims of another case on this laptop, for whether they are the same as those of the open
 * one. Its key is wiped as soon as they are read, and nothing is written to it. `stillOpen`: whether
 * the case that asked is; locked meanwhile, nothing is kept.
 */
export async function lookInto(
  parts: Parts,
  asked: { readonly caseId: string; readonly passphrase: string | null },
  stillOpen: () => boolean,
): Promise<Done<{ readonly claims: number }>> {
  const { host } = parts;
  const { caseId } = asked;
  let unlocked: Unlocked | null = null;
  try {
    const { key } = await host.call('keys.unlock', asked);
    unlocked = await parts.openCase(caseId, key);
    if (unlocked.open.state.case.size === 0)
      throw new Failure('empty-case', 'The making of this case was cut short; it holds nothing.');
    const other = await claimsOf(unlocked);
    if (!stillOpen()) throw new Failure('closed', 'The case that asked is not open any more.');
    keepOtherCase(other);
    return done({ claims: other.claims.length });
  } finally {
    await unlocked?.release();
    await note('The key of the other case could not be wiped.', host.call('keys.letGo', { caseId }));
  }
}
