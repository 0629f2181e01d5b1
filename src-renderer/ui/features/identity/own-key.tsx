import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Self } from '#core/sharing/colleague.ts';
import { say } from '#renderer/state/messages-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { useReport } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import { BackupForm } from './backup-form.tsx';
import { CopyButton } from './copy-button.tsx';
import { Fingerprint } from './fingerprint.tsx';
import styles from './identity.module.css';
import { NameForm } from './name-form.tsx';
import { QrCode } from './qr-code.tsx';
import { RestoreForm } from './restore-form.tsx';

type Open = 'none' | 'alias' | 'backup' | 'restore';

function Facts({ self, edit }: { readonly self: Self; edit(): void }) {
  const { t } = useTranslation();
  return (
    <dl className={styles['facts']}>
      <dt>{t('identity.alias')}</dt>
      <dd>
        <bdi className={styles['name']}>{self.alias}</bdi>{' '}
        <Button look="quiet" onClick={edit} aria-label={t('identity.renameOf', { name: self.alias })}>
          {t('identity.rename')}
        </Button>
      </dd>
      <dt>{t('identity.publicKey')}</dt>
      <dd>
        <div className={styles['key']} dir="ltr" data-own-key>
          {self.recipient}
        </div>
        <div className={styles['faint']}>{t('identity.publicKeyAbout')}</div>
      </dd>
      <dt>{t('identity.words')}</dt>
      <dd>
        <Fingerprint of={self.recipient} />
      </dd>
      <dt>{t('identity.signingWords')}</dt>
      <dd>
        <Fingerprint of={self.signingKey} />
      </dd>
    </dl>
  );
}

/** The person's own keys: what of them is public, and what can be done with them. */
export function OwnKey({ self }: { readonly self: Self }) {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const report = useReport();
  const [open, setOpen] = useState<Open>('none');
  const close = (): void => setOpen('none');

  async function saveCard(): Promise<void> {
    const outcome = await workbench.saveCard();
    if (report(outcome) && outcome.value.path !== null)
      say('done', t('identity.cardSaved', { path: outcome.value.path }));
  }

  return (
    <section className={styles['part']} aria-label={t('identity.you')}>
      <div className={styles['own']}>
        <Facts self={self} edit={() => setOpen('alias')} />
        <QrCode text={self.recipient} label={t('identity.qr')} />
      </div>
      <p className={styles['about']}>{t('identity.wordsAbout')}</p>
      <div className={styles['actions']}>
        <CopyButton text={self.recipient} label={t('identity.copy')} />
        <Button onClick={() => void saveCard()}>{t('identity.saveCard')}</Button>
        <Button onClick={() => setOpen('backup')} aria-expanded={open === 'backup'}>
          {t('identity.backUp')}
        </Button>
        <Button look="quiet" onClick={() => setOpen('restore')} aria-expanded={open === 'restore'}>
          {t('identity.restore')}
        </Button>
      </div>
      {open === 'alias' && (
        <NameForm
          label={t('identity.alias')}
          name={self.alias}
          store={(alias) => workbench.changeAlias(alias)}
          close={close}
        />
      )}
      {open === 'backup' && <BackupForm close={close} />}
      {open === 'restore' && <RestoreForm replace close={close} />}
    </section>
  );
}
