import { PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIdentity } from '#renderer/state/identity-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { useFailureWords } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import styles from './identity.module.css';

/** Opens a locked identity: on its own screen, and where something needs it. */
export function UnlockIdentity() {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const wordsOf = useFailureWords();
  const identity = useIdentity();
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);

  async function open(words: string | null): Promise<void> {
    if (busy) return;
    setBusy(true);
    const outcome = await workbench.unlockIdentity(words);
    setBusy(false);
    setPassphrase('');
    if (!outcome.ok) setWrong(outcome.code === 'wrong-passphrase' ? t('identity.wrong') : wordsOf(outcome));
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (passphrase !== '') void open(passphrase);
  };

  return (
    <form className={styles['form']} onSubmit={submit} aria-label={t('identity.unlock')}>
      <p>{t('identity.locked')}</p>
      {identity.passphrase && (
        <PasswordInput
          label={t('identity.passphrase')}
          value={passphrase}
          autoFocus
          autoComplete="current-password"
          onChange={(event) => {
            setPassphrase(event.currentTarget.value);
            setWrong(null);
          }}
        />
      )}
      {wrong !== null && <Notice tone="danger">{wrong}</Notice>}
      <div className={styles['actions']}>
        {identity.passphrase && (
          <Button look="primary" type="submit" disabled={busy || passphrase === ''}>
            {t(busy ? 'identity.unlocking' : 'identity.unlock')}
          </Button>
        )}
        {identity.keychain && (
          <Button disabled={busy} onClick={() => void open(null)}>
            {t('identity.withKeychain')}
          </Button>
        )}
      </div>
    </form>
  );
}
