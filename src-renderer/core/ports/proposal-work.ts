import type { Span } from '../anchoring/paragraphs.ts';
import type { OnShare } from '../extraction/share.ts';
import type { Reading } from '../proposing/draft.ts';
import type { Done } from './workbench.ts';

/** What a screen may ask for to have an article read for its claims. */
export type ProposalWork = {
  /**
   * Reads a document, or a stretch of it, and drafts the claims it makes; nothing is stored by it.
   * Says `cancelled` once `signal` is aborted; `onShare` is told how much is read, 0 to 1.
   */
  propose(
    documentId: string,
    within: Span | null,
    signal: AbortSignal,
    onShare: OnShare,
  ): Promise<Done<Reading>>;
  /**
   * Reads the claims of another case on this laptop, to be compared with those of the open one until
   * that is locked; `passphrase` null: by the keychain. Resolves with how many there are.
   */
  lookInto(caseId: string, passphrase: string | null): Promise<Done<{ readonly claims: number }>>;
};
