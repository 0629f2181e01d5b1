import { Checkbox, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NO_SCREEN, type Screen, showScreen } from '#renderer/state/screens-store.ts';
import { useSession } from '#renderer/state/session-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { useReport } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import { useCase } from '#renderer/state/case-store.ts';
import styles from './screen.module.css';

/** Shortest passphrase that is taken, in characters. */
const SHORTEST = 8;

/** Everything a new case needs, on one screen. */
export function NewCaseScreen({ fromSample, next }: { readonly fromSample: boolean; readonly next: Screen }) {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const report = useReport();
  const keychainAvailable = useSession((session) => session.keychainAvailable);
  const sampleTitle = useCase((store) => store.state.case.get('case')?.title ?? '');
  const [title, setTitle] = useState(
    fromSample ? sampleTitle : next.kind === 'import' ? (next.article?.title ?? '') : '',
  );
  const [alias, setAlias] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [keychain, setKeychain] = useState(false);
  const [busy, setBusy] = useState(false);
  const [shown, setShown] = useState(false);

  const noPassphrase = keychain && passphrase === '' && again === '';
  const short = !noPassphrase && passphrase.length < SHORTEST;
  const differ = passphrase !== again;
  const wrong = title.trim() === '' || alias.trim() === '' || short || differ;

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setShown(true);
    if (wrong || busy) return;
    setBusy(true);
    const input = { title, alias, passphrase: noPassphrase ? null : passphrase, keychain };
    const outcome = await (fromSample ? workbench.makeSampleMine(input) : workbench.createCase(input));
    setBusy(false);
    if (report(outcome)) showScreen(next);
  }

  return (
    <main className={styles['screen']}>
      {/* The screen words what is missing itself: the browser's own bubble speaks another language. */}
      <form
        className={styles['form']}
        noValidate
        onSubmit={(event) => void submit(event)}
        aria-labelledby="new-case"
      >
        <h1 id="new-case">{t(fromSample ? 'cases.mineTitle' : 'cases.newTitle')}</h1>
        {fromSample && <p className={styles['about']}>{t('cases.mineAbout')}</p>}
        <TextInput
          size="sm"
          label={t('cases.title')}
          description={t('cases.titleHint')}
          value={title}
          dir="auto"
          autoFocus
          required
          onChange={(event) => setTitle(event.currentTarget.value)}
          error={shown && title.trim() === '' ? t('errors.command.title-empty') : null}
        />
        <TextInput
          size="sm"
          label={t('cases.alias')}
          description={t('cases.aliasHint')}
          value={alias}
          dir="auto"
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
        <Notice tone="warn">{t('cases.lost')}</Notice>
        <Checkbox
          label={t('cases.keychain')}
          checked={keychain}
          disabled={!keychainAvailable}
          description={keychainAvailable ? undefined : t('cases.keychainNone')}
          onChange={(event) => setKeychain(event.currentTarget.checked)}
        />
        {noPassphrase && <Notice tone="warn">{t('cases.keychainOnly')}</Notice>}
        <div className={styles['actions']}>
          <Button onClick={() => showScreen(NO_SCREEN)}>{t('common.cancel')}</Button>
          <Button look="primary" type="submit" disabled={busy}>
            {t(busy ? 'cases.creating' : 'cases.create')}
          </Button>
        </div>
      </form>
    </main>
  );
}
