import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/components/button.tsx';
import { Empty } from '#renderer/ui/components/empty.tsx';
import { startImport } from '../cases/case-actions.ts';

/** Where a case has no article yet. */
export function EmptyArticle() {
  const { t } = useTranslation();
  return (
    <Empty title={t('cases.emptyArticle')}>
      <p>{t('cases.emptyArticleHint')}</p>
      <Button look="primary" onClick={() => startImport(null)}>
        {t('cases.paste')}
      </Button>
    </Empty>
  );
}
