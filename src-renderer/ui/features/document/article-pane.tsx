import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { currentDocuments } from '#core/revision/revisions.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Empty } from '#renderer/ui/components/empty.tsx';
import { ArticleWords } from './article-words.tsx';
import { EmptyArticle } from './empty-article.tsx';

/** Shows the document in which a chosen claim stands, when it stands in another than the one shown. */
function useFollowClaim(): void {
  const claimId = useView((view) => view.claimId);
  const reveal = useView((view) => view.reveal);
  // Only choosing a claim leads to another document: who opens one by hand stays there.
  useEffect(() => {
    const { document, claim } = useCase.getState().state;
    const anchors = claimId === null ? [] : (claim.get(claimId)?.anchors ?? []);
    const shown = useView.getState().documentId ?? currentDocuments(document)[0]?.id;
    const place = anchors.find(({ documentId }) => document.has(documentId));
    if (place && !anchors.some(({ documentId }) => documentId === shown)) {
      useView.setState({ documentId: place.documentId });
    }
  }, [claimId, reveal]);
}

/** The article column: the document that is read, else a way to get one. */
export function ArticlePane() {
  const { t } = useTranslation();
  const documents = useCase((store) => store.state.document);
  const wanted = useView((view) => view.documentId);
  const document = documents.get(wanted ?? '') ?? currentDocuments(documents)[0];
  const text = useCase((store) => (document ? store.texts.get(document.id) : undefined));
  useFollowClaim();
  if (!document) return <EmptyArticle />;
  if (text === undefined) return <Empty title={t('document.reading')} />;
  return <ArticleWords key={document.id} document={document} text={text} />;
}
