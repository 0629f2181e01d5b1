import { useTranslation } from 'react-i18next';
import { flushFields } from '#renderer/state/drafts.ts';
import { showScreen } from '#renderer/state/screens-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';

/** Opens the report with its preview. */
export function ReportButton() {
  const { t } = useTranslation();
  return (
    <Button
      look="primary"
      onClick={() => void flushFields().then(() => showScreen({ kind: 'report', claimIds: null }))}
    >
      {t('report.open')}
    </Button>
  );
}
