import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NewColleague } from '#core/sharing/colleagues.ts';
import { useIdentity } from '#renderer/state/identity-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { useReport } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import { AddColleague } from './add-colleague.tsx';
import { ColleagueRow } from './colleague-row.tsx';
import styles from './identity.module.css';

type Adding = { readonly card: NewColleague | null };

/** Everybody a case can be locked for. */
export function ColleagueList() {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const report = useReport();
  const colleagues = useIdentity((identity) => identity.colleagues);
  const [adding, setAdding] = useState<Adding | null>(null);

  async function openCard(): Promise<void> {
    const outcome = await workbench.openCard();
    if (report(outcome) && outcome.value) setAdding({ card: outcome.value });
  }

  return (
    <section className={styles['part']} aria-label={t('identity.colleagues')}>
      <div className={styles['head']}>
        <h2>{t('identity.colleagues')}</h2>
        <div className={styles['actions']}>
          <Button onClick={() => setAdding({ card: null })} aria-expanded={adding !== null}>
            {t('identity.addByKey')}
          </Button>
          <Button onClick={() => void openCard()}>{t('identity.openCard')}</Button>
        </div>
      </div>
      {adding && (
        <AddColleague
          key={adding.card?.recipient ?? 'by key'}
          card={adding.card}
          close={() => setAdding(null)}
        />
      )}
      {colleagues.length === 0 && <p className={styles['about']}>{t('identity.nobody')}</p>}
      <ul className={styles['list']}>
        {colleagues.map((colleague) => (
          <ColleagueRow key={colleague.recipient} colleague={colleague} />
        ))}
      </ul>
    </section>
  );
}
