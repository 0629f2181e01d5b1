/** Stores what is still being typed; resolves when it is stored or was refused. */
export type FlushDraft = () => Promise<void> | void;

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

async function flushAll(kinds: readonly Kind[]): Promise<void> {
  const flushes = [...drafts].filter(([, kind]) => kinds.includes(kind)).map(([flush]) => flush);
  await Promise.allSettled(flushes.map(async (flush) => flush()));
}

/** Stores everything typed, half-filled forms too: before locking and closing. */
export const flushDrafts = (): Promise<void> => flushAll(['field', 'form']);

/** Stores what was typed into fields: before an action that builds on it. Open forms stay open. */
export const flushFields = (): Promise<void> => flushAll(['field']);
