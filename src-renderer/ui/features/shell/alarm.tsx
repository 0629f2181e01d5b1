import { useTranslation } from 'react-i18next';
import { useCase } from '#renderer/state/case-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';

/** What a check of the whole case found; an altered history stays in view as long as the case is open. */
export function Alarm() {
  const { t } = useTranslation();
  const alarm = useCase((store) => store.alarm);
  if (alarm === null) return null;
  return (
    <Notice tone="danger">
      {t(`shell.alarm.${alarm}`)}{' '}
      {alarm === 'rows-rebuilt' && (
        <Button look="quiet" onClick={() => useCase.setState({ alarm: null })}>
          {t('common.dismiss')}
        </Button>
      )}
    </Notice>
  );
}
