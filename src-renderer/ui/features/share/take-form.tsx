import { Checkbox, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedProject } from '#core/ports/workbench.ts';
import { NO_SCREEN, showScreen } from '#renderer/state/screens-store.ts';
import { useSession } from '#renderer/state/session-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import screen from '../cases/screen.module.css';
import { ProjectProgress } from './project-progress.tsx';
import { useFileWords } from './use-file-words.ts';

/** Shortest passphrase that is taken, in characters. */
const SHORTEST = 8;

/** Stores the file's case as a new one: who works in it here, and what opens it on this laptop. */
export function TakeForm(props: { readonly project: OpenedProject }) {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const wordsOf = useFileWords();
  const keychainAvailable = useSession((session) => session.keychainAvailable);
  const [alias, setAlias] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [keychain, setKeychain] = useState(false);
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const noPassphrase = keychain && passphrase === '' && again === '';
  const short = !noPassphrase && passphrase.length < SHORTEST;
  const differ = passphrase !== again;

  async function take(event: FormEvent): Promise<void> {
    event.preventDefault();
    setShown(true);
    if (busy || alias.trim() === '' || short || differ) return;
    setBusy(true);
    setProblem(null);
    const protection = { passphrase: noPassphrase ? null : passphrase, keychain };
    const outcome = await workbench.takeProject(props.project, { alias, ...protection });
    setBusy(false);
    if (outcome.ok) showScreen(NO_SCREEN);
    else setProblem(wordsOf(outcome));
  }
  if (busy) return <ProjectProgress waiting={t('share.taking')} />;
  return (
    <form
      className={screen['codes']}
      noValidate
      onSubmit={(event) => void take(event)}
      aria-label={t('share.takeTitle')}
    >
      <p>{t('share.isNew')}</p>
      <h2>{t('share.takeTitle')}</h2>
      <TextInput
        size="sm"
        label={t('cases.alias')}
        description={t('cases.aliasHint')}
        value={alias}
        dir="auto"
        autoFocus
        required
        onChange={(event) => setAlias(event.currentTarget.value)}
        error={shown && alias.trim() === '' ? t('errors.command.name-empty') : null}
      />
      <PasswordInput
        label={t('cases.passphrase')}
        value={passphrase}
        autoComplete="new-password"
        onChange={(event) => setPassphrase(event.currentTarget.value)}
        error={shown && short ? t('cases.short') : null}
      />
      <PasswordInput
        label={t('cases.again')}
        value={again}
        autoComplete="new-password"
        onChange={(event) => setAgain(event.currentTarget.value)}
        error={shown && differ ? t('cases.differ') : null}
      />
      {keychainAvailable && (
        <Checkbox
          label={t('cases.keychain')}
          checked={keychain}
          onChange={(event) => setKeychain(event.currentTarget.checked)}
        />
      )}
      <Notice tone="warn">{t('cases.lost')}</Notice>
      {problem && <Notice tone="danger">{problem}</Notice>}
      <div className={screen['actions']}>
        <Button look="primary" type="submit">
          {t('share.take')}
        </Button>
      </div>
    </form>
  );
}
