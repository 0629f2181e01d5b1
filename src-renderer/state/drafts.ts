/** Stores what is still being typed; resolves when it is stored, or with false when it was refused. */
export type FlushDraft = () => Promise<boolean | void> | boolean | void;

/** A field stores itself at every pause; a form only when it is sent, or before it would be lost. */
type Kind = 'field' | 'form';

const drafts = new Map<FlushDraft, Kind>();

/** Registers a field or form that holds unsaved typing; returns how to take it back. */
export function registerDraft(flush: FlushDraft, kind: Kind = 'field'): () => void {
  drafts.set(flush, kind);
  return () => {
    drafts.delete(flush);
  };
}

async function flushAll(kinds: readonly Kind[]): Promise<boolean> {
  const flushes = [...drafts].filter(([, kind]) => kinds.includes(kind)).map(([flush]) => flush);
  const ended = await Promise.allSettled(flushes.map(async (flush) => flush()));
  return ended.every((end) => end.status === 'fulfilled' && end.value !== false);
}

/**
 * Stores everything typed, half-filled forms too: before locking and closing. Resolves whether all
 * of it is stored now.
 */
export const flushDrafts = (): Promise<boolean> => flushAll(['field', 'form']);

/** Stores what was typed into fields: before an action that builds on it. Open forms stay open. */
export const flushFields = (): Promise<boolean> => flushAll(['field']);
