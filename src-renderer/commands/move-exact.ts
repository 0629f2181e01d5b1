import type { Command } from '#core/ports/command.ts';
import { exactMoves } from '#core/revision/exact-moves.ts';
import { families } from '#core/revision/revisions.ts';
import { find } from './support/find.ts';
import { movingChanges } from './support/moving.ts';
import { refuse } from './support/refuse.ts';

export type MoveExact = {
  /** The revision that everything certain is moved to. */
  readonly documentId: string;
  /** Texts of the case's documents by id. */
  readonly texts: ReadonlyMap<string, string>;
};

/** Moves what stands in earlier revisions, and word for word in one place of this one; nothing else. */
export const moveExact: Command<MoveExact> = (state, { documentId, texts }) => {
  const document = find(state, 'document', documentId);
  if ('refused' in document) return document;
  const text = texts.get(documentId);
  if (text === undefined) return refuse('not-found', { entity: 'document' });
  const family = families(state.document).get(documentId) ?? [];
  const earlier = new Set(
    family
      .slice(
        0,
        family.findIndex(({ id }) => id === documentId),
      )
      .map(({ id }) => id),
  );
  return movingChanges(state, exactMoves(state, earlier, { id: documentId, text }, texts));
};
