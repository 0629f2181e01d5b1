import { PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { say } from '#renderer/state/messages-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { useInlineForm } from '#renderer/ui/hooks/use-inline-form.ts';
import { useFailureWords, useReport } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import { KeychainField } from '../fields/protection-fields.tsx';
import styles from './identity.module.css';

const nameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** Brings a key back from its backup. `replace`: the one that is here goes. */
export function RestoreForm({ replace, close }: { readonly replace: boolean; close(): void }) {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const report = useReport();
  const wordsOf = useFailureWords();
  const form = useInlineForm<HTMLFormElement>(close);
  const [path, setPath] = useState<string | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [keychain, setKeychain] = useState(false);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);

  async function choose(): Promise<void> {
    const outcome = await workbench.pickIdentityBackup();
    if (!report(outcome) || outcome.value.path === null) return;
    setPath(outcome.value.path);
    setWrong(null);
  }
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (busy || path === null || passphrase === '') return;
    setBusy(true);
    const input = { path, backupPassphrase: passphrase, passphrase, keychain, replace };
    const outcome = await workbench.restoreIdentity(input);
    setBusy(false);
    if (!outcome.ok) {
      setWrong(outcome.code === 'wrong-passphrase' ? t('identity.wrong') : wordsOf(outcome));
      return;
    }
    say('done', t('identity.restored'));
    close();
  }

  return (
    <form
      ref={form}
      className={`${styles['form']} ${styles['inset']}`}
      onSubmit={(event) => void submit(event)}
      aria-label={t('identity.restoreTitle')}
    >
      <h2>{t('identity.restoreTitle')}</h2>
      <p>{t('identity.restoreAbout')}</p>
      {replace && <Notice tone="warn">{t('identity.restoreReplaces')}</Notice>}
      <div className={styles['actions']}>
        <Button autoFocus onClick={() => void choose()}>
          {t('identity.chooseBackup')}
        </Button>
        {path !== null && <bdi className={styles['key']}>{nameOf(path)}</bdi>}
      </div>
      <PasswordInput
        label={t('identity.backupPassphrase')}
        description={t('identity.samePassphrase')}
        value={passphrase}
        autoComplete="current-password"
        onChange={(event) => {
          setPassphrase(event.currentTarget.value);
          setWrong(null);
        }}
      />
      <KeychainField checked={keychain} onChange={setKeychain} />
      {wrong !== null && <Notice tone="danger">{wrong}</Notice>}
      <div className={styles['actions']}>
        <Button look="primary" type="submit" disabled={busy || path === null || passphrase === ''}>
          {t(busy ? 'identity.restoring' : 'identity.restoreNow')}
        </Button>
        <Button look="quiet" onClick={close}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
