/** Stores what is still being typed; resolves when it is stored or was refused. */
export type FlushDraft = () => Promise<void> | void;

const drafts = new Set<FlushDraft>();

/** Registers a field that holds unsaved typing; returns how to take it back. */
export function registerDraft(flush: FlushDraft): () => void {
  drafts.add(flush);
  return () => {
    drafts.delete(flush);
  };
}

/** Stores everything typed: before locking and closing. */
export async function flushDrafts(): Promise<void> {
  await Promise.allSettled([...drafts].map(async (flush) => flush()));
}
