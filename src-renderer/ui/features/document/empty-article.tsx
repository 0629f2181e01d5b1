import { useTranslation } from 'react-i18next';
import { showScreen } from '#renderer/state/screens-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Empty } from '#renderer/ui/components/empty.tsx';

/** Where a case has no article yet. */
export function EmptyArticle() {
  const { t } = useTranslation();
  return (
    <Empty title={t('cases.emptyArticle')}>
      <p>{t('cases.emptyArticleHint')}</p>
      <Button look="primary" onClick={() => showScreen({ kind: 'import', article: null })}>
        {t('cases.paste')}
      </Button>
    </Empty>
  );
}
