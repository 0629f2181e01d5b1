import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { useReport } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import styles from './identity.module.css';
import { RestoreForm } from './restore-form.tsx';

/** For a key that cannot be opened any more: its backup, or a new one. */
export function StartAfresh() {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const report = useReport();
  const [way, setWay] = useState<'none' | 'restore' | 'afresh'>('none');
  if (way === 'restore') return <RestoreForm replace close={() => setWay('none')} />;
  return (
    <>
      <div className={styles['actions']}>
        <Button look="quiet" onClick={() => setWay('restore')}>
          {t('identity.restore')}
        </Button>
        <Button
          look="quiet"
          aria-expanded={way === 'afresh'}
          onClick={() => setWay(way === 'afresh' ? 'none' : 'afresh')}
        >
          {t('identity.afresh')}
        </Button>
      </div>
      {way === 'afresh' && (
        <Notice tone="danger">
          <p>{t('identity.afreshSure')}</p>
          <Button look="danger" onClick={() => void workbench.destroyIdentity().then(report)}>
            {t('identity.afreshYes')}
          </Button>
        </Notice>
      )}
    </>
  );
}
