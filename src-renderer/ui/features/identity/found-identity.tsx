import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCase } from '#renderer/state/case-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { useReport } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import { AliasField } from '../fields/alias-field.tsx';
import { ProtectionFields } from '../fields/protection-fields.tsx';
import { useProtection } from '../fields/use-protection.ts';
import styles from './identity.module.css';
import { RestoreForm } from './restore-form.tsx';

/** The first use: a new key, or one restored from a backup. */
export function FoundIdentity() {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const report = useReport();
  const [alias, setAlias] = useState(() => {
    const { state, actor } = useCase.getState();
    return (actor && state.actor.get(actor)?.alias) || '';
  });
  const protection = useProtection();
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [restoring, setRestoring] = useState(false);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setShown(true);
    const chosen = protection.chosen();
    if (busy || !chosen || alias.trim() === '') return;
    setBusy(true);
    report(await workbench.createIdentity({ alias, ...chosen }));
    setBusy(false);
  }

  if (restoring) return <RestoreForm replace={false} close={() => setRestoring(false)} />;
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => void submit(event)}
      aria-label={t('identity.create')}
    >
      <p>{t('identity.none')}</p>
      <AliasField of="identity" value={alias} shown={shown} autoFocus onChange={setAlias} />
      <ProtectionFields of="identity" draft={protection} shown={shown} />
      <div className={styles['actions']}>
        <Button look="primary" type="submit" disabled={busy}>
          {t(busy ? 'identity.creating' : 'identity.create')}
        </Button>
        <Button look="quiet" onClick={() => setRestoring(true)}>
          {t('identity.haveBackup')}
        </Button>
      </div>
    </form>
  );
}
