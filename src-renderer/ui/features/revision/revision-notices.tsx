import { useTranslation } from 'react-i18next';
import type { Item } from '#core/model/item.ts';
import { currentOf } from '#core/revision/revisions.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { showScreen } from '#renderer/state/screens-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { useWaiting } from './use-waiting.ts';

/** Over an article: that a newer version is there, or that words of earlier ones wait to be looked at. */
export function RevisionNotices({ document }: { readonly document: Item<'document'> }) {
  const { t } = useTranslation();
  const documents = useCase((store) => store.state.document);
  const current = currentOf(documents, document.id);
  const waiting = useWaiting(document.id);
  if (current && current.id !== document.id) {
    return (
      <Notice tone="plain">
        {t('revision.earlier')}{' '}
        <Button look="quiet" onClick={() => useView.setState({ documentId: current.id, selection: null })}>
          {t('revision.showCurrent', { ref: current.ref })}
        </Button>
      </Notice>
    );
  }
  if (waiting.length === 0) return null;
  return (
    <Notice tone="warn">
      {t('revision.waiting', { count: waiting.length })}{' '}
      <Button look="quiet" onClick={() => showScreen({ kind: 'review-anchors', documentId: document.id })}>
        {t('revision.look')}
      </Button>
    </Notice>
  );
}
