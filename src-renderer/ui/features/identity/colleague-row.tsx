import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Colleague } from '#core/sharing/colleague.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { useReport } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import { Fingerprint } from './fingerprint.tsx';
import styles from './identity.module.css';
import { NameForm } from './name-form.tsx';

/** One colleague: name, key in words, and what can be done. */
export function ColleagueRow({ colleague }: { readonly colleague: Colleague }) {
  const { t, i18n } = useTranslation();
  const workbench = useWorkbench();
  const report = useReport();
  const [open, setOpen] = useState<'none' | 'rename' | 'remove'>('none');
  const { name, recipient, signingKey, added } = colleague;
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' }).format(new Date(added));
  return (
    <li className={styles['person']}>
      <div>
        <bdi className={styles['name']}>{name}</bdi>{' '}
        <span className={styles['faint']}>{t('identity.since', { date })}</span>
      </div>
      <div className={styles['actions']}>
        <Button
          look="quiet"
          aria-label={t('identity.renameOf', { name })}
          aria-expanded={open === 'rename'}
          onClick={() => setOpen(open === 'rename' ? 'none' : 'rename')}
        >
          {t('identity.rename')}
        </Button>
        <Button
          look="quiet"
          aria-label={t('identity.removeOf', { name })}
          aria-expanded={open === 'remove'}
          onClick={() => setOpen(open === 'remove' ? 'none' : 'remove')}
        >
          {t('common.remove')}
        </Button>
      </div>
      <dl className={`${styles['facts']} ${styles['wide']}`}>
        <dt>{t('identity.words')}</dt>
        <dd>
          <Fingerprint of={recipient} />
        </dd>
        {signingKey !== null && (
          <>
            <dt>{t('identity.signingWords')}</dt>
            <dd>
              <Fingerprint of={signingKey} />
            </dd>
          </>
        )}
      </dl>
      {signingKey === null && (
        <div className={`${styles['faint']} ${styles['wide']}`}>{t('identity.keyOnly')}</div>
      )}
      {open === 'rename' && (
        <NameForm
          label={t('identity.name')}
          name={name}
          store={(next) => workbench.renameColleague(recipient, next)}
          close={() => setOpen('none')}
        />
      )}
      {open === 'remove' && (
        <div className={styles['wide']}>
          <Notice tone="warn">
            <p>{t('identity.removeSure', { name })}</p>
            <Button look="danger" onClick={() => void workbench.removeColleague(recipient).then(report)}>
              {t('common.remove')}
            </Button>
          </Notice>
        </div>
      )}
    </li>
  );
}
