import type { Bead } from '#core/model/alignment.ts';
import type { Command } from '#core/ports/command.ts';
import { update } from './support/change.ts';
import { find } from './support/find.ts';
import { refuse } from './support/refuse.ts';

export type AlignTranslation = {
  /** The translation. */
  readonly documentId: string;
  /** Its original, with which paragraphs belong together; null takes them apart again. */
  readonly alignment: { readonly originalId: string; readonly beads: readonly Bead[] } | null;
};

/** Says which document a translation has as its original, and which paragraphs belong together. */
export const alignTranslation: Command<AlignTranslation> = (state, { documentId, alignment }) => {
  const document = find(state, 'document', documentId);
  if ('refused' in document) return document;
  if (alignment === null) return update('document', document, { alignment: null });
  const original = find(state, 'document', alignment.originalId);
  if ('refused' in original) return original;
  if (original.id === document.id || original.alignment?.originalId === document.id) {
    return refuse('translation-circle');
  }
  const said = document.translationOf;
  const translationOf = {
    language: said?.language ?? original.language,
    title: said?.title ?? original.title,
    held: true,
  };
  return update('document', document, { alignment, translationOf });
};
