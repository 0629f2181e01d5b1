import type { Span } from '../anchoring/paragraphs.ts';
import type { Reading } from '../proposing/draft.ts';
import type { Done } from './workbench.ts';

/** What a screen may ask for to have an article read for its claims. */
export type ProposalWork = {
  /**
   * Reads a document, or a stretch of it, and drafts the claims it makes; nothing is stored by it.
   * Says `cancelled` once `signal` is aborted.
   */
  propose(documentId: string, within: Span | null, signal: AbortSignal): Promise<Done<Reading>>;
};
