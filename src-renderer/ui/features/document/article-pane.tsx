import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useCase } from '#renderer/state/case-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Empty } from '#renderer/ui/components/empty.tsx';
import { ArticleWords } from './article-words.tsx';
import { EmptyArticle } from './empty-article.tsx';

/** Shows the document in which a chosen claim stands, when it stands in another than the one shown. */
function useFollowClaim(documentId: string | undefined): void {
  const claimId = useView((view) => view.claimId);
  const reveal = useView((view) => view.reveal);
  useEffect(() => {
    const { state } = useCase.getState();
    const anchors = claimId === null ? [] : (state.claim.get(claimId)?.anchors ?? []);
    const [first] = anchors.filter((anchor) => state.document.has(anchor.documentId));
    if (first && !anchors.some((anchor) => anchor.documentId === documentId)) {
      useView.setState({ documentId: first.documentId });
    }
    // Only choosing a claim leads to another document: who opens one by hand stays there.
  }, [claimId, reveal]);
}

/** The article column: the document that is read, else a way to get one. */
export function ArticlePane() {
  const { t } = useTranslation();
  const documents = useCase((store) => store.state.document);
  const wanted = useView((view) => view.documentId);
  const document = documents.get(wanted ?? '') ?? documents.values().next().value;
  const text = useCase((store) => (document ? store.texts.get(document.id) : undefined));
  useFollowClaim(document?.id);
  if (!document) return <EmptyArticle />;
  if (text === undefined) return <Empty title={t('document.reading')} />;
  return <ArticleWords key={document.id} document={document} text={text} />;
}
