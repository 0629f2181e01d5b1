import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { compareRefs } from '#core/model/refs.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Empty } from '#renderer/ui/components/empty.tsx';
import { ArticleText } from './article-text.tsx';
import { DocumentBar } from './document-bar.tsx';
import { NoArticle } from './no-article.tsx';

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
    // Only choosing a claim moves the article: who then opens another document stays there.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [claimId, reveal]);
}

/** The article column: which document, what is said about it, and its text. */
export function ArticlePane() {
  const { t } = useTranslation();
  const held = useCase((store) => store.state.document);
  const wanted = useView((view) => view.documentId);
  const documents = useMemo(() => [...held.values()].sort((a, b) => compareRefs(a.ref, b.ref)), [held]);
  const document = (wanted === null ? undefined : held.get(wanted)) ?? documents[0];
  const text = useCase((store) => (document ? store.texts.get(document.id) : undefined));
  const [details, setDetails] = useState(false);
  useFollowClaim(document?.id);
  if (!document) return <NoArticle />;
  return (
    <>
      <DocumentBar
        documents={documents}
        document={document}
        details={details}
        toggleDetails={() => setDetails(!details)}
      />
      {text === undefined ? (
        <Empty title={t('document.reading')} />
      ) : (
        <ArticleText key={document.id} document={document} text={text} details={details} />
      )}
    </>
  );
}
