import { useMemo } from 'react';
import { paragraphsOf, type Span } from '#core/anchoring/paragraphs.ts';
import type { Item } from '#core/model/item.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useView } from '#renderer/state/view-store.ts';

/** The article in view. `text` is null while it is being read. */
export type Article = {
  readonly document: Item<'document'>;
  readonly text: string | null;
  readonly paragraphs: readonly Span[];
};

/** The article the view names, else the first one; null when the case has none. */
export function useArticle(): Article | null {
  const documents = useCase((store) => store.state.document);
  const texts = useCase((store) => store.texts);
  const chosen = useView((view) => view.documentId);
  const document = documents.get(chosen ?? '') ?? documents.values().next().value ?? null;
  const text = document ? (texts.get(document.id) ?? null) : null;
  const paragraphs = useMemo(() => (text === null ? [] : paragraphsOf(text)), [text]);
  return useMemo(() => document && { document, text, paragraphs }, [document, text, paragraphs]);
}
