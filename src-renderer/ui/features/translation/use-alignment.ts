import { useMemo } from 'react';
import type { Bead } from '#core/model/alignment.ts';
import type { Item } from '#core/model/item.ts';
import { beadsFit, proposeBeads, rowsOf, wordedParagraphs } from '#core/translation/beads.ts';
import { useCase } from '#renderer/state/case-store.ts';

/** A translation with its original and their rows; `proposed`: nobody has kept these rows yet. */
export type Aligned = {
  readonly original: Item<'document'>;
  readonly texts: { readonly original: string; readonly translation: string };
  readonly beads: readonly Bead[];
  readonly rows: ReturnType<typeof rowsOf>;
  readonly proposed: boolean;
};

/** The rows of a translation; null when it has no original here, or a text is still being read. */
export function useAlignment(translation: Item<'document'> | undefined): Aligned | null {
  const { alignment = null, id = '' } = translation ?? {};
  const original = useCase((store) => store.state.document.get(alignment?.originalId ?? ''));
  const before = useCase((store) => store.texts.get(alignment?.originalId ?? ''));
  const text = useCase((store) => store.texts.get(id));
  return useMemo(() => {
    if (!alignment || !original || before === undefined || text === undefined) return null;
    const counts = [wordedParagraphs(before).length, wordedParagraphs(text).length] as const;
    const fits = beadsFit(alignment.beads, ...counts);
    const beads = fits ? alignment.beads : proposeBeads(before, text);
    return {
      original,
      texts: { original: before, translation: text },
      beads,
      rows: rowsOf(beads, before, text),
      proposed: !fits,
    };
  }, [alignment, original, before, text]);
}
