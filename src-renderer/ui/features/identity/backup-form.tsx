import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { say } from '#renderer/state/messages-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { useInlineForm } from '#renderer/ui/hooks/use-inline-form.ts';
import { useReport } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import styles from './identity.module.css';
import { NO_PASSPHRASE, PassphraseChoice } from './passphrase-choice.tsx';

/** Saves the secret keys and the colleagues under a passphrase of their own. */
export function BackupForm({ close }: { close(): void }) {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const report = useReport();
  const form = useInlineForm<HTMLFormElement>(close);
  const [chosen, setChosen] = useState(NO_PASSPHRASE);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (busy || !chosen.acceptable) return;
    setBusy(true);
    const outcome = await workbench.backupIdentity(chosen.passphrase);
    setBusy(false);
    if (!report(outcome) || outcome.value.path === null) return;
    say('done', t('identity.backupSaved', { path: outcome.value.path }));
    close();
  }

  return (
    <form
      ref={form}
      className={`${styles['form']} ${styles['inset']}`}
      onSubmit={(event) => void submit(event)}
      aria-label={t('identity.backupTitle')}
    >
      <h2>{t('identity.backupTitle')}</h2>
      <p>{t('identity.backupAbout')}</p>
      <PassphraseChoice value={chosen} onChange={setChosen} />
      <div className={styles['actions']}>
        <Button look="primary" type="submit" disabled={busy || !chosen.acceptable}>
          {t('identity.backupSave')}
        </Button>
        <Button look="quiet" onClick={close}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
