import { useTranslation } from 'react-i18next';
import { showScreen } from '#renderer/state/screens-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';

/** In the place of a file that was found altered on this laptop: what that means, and what to do. */
export function Quarantined() {
  const { t } = useTranslation();
  return (
    <div data-quarantined>
      <Notice tone="danger">
        <p>{t('evidence.quarantine.words')}</p>
        <p>{t('evidence.quarantine.toDo')}</p>
      </Notice>
      <Button onClick={() => showScreen({ kind: 'snapshots' })}>{t('evidence.quarantine.snapshots')}</Button>{' '}
      <Button onClick={() => showScreen({ kind: 'open-project', path: null })}>
        {t('evidence.quarantine.open')}
      </Button>
    </div>
  );
}
