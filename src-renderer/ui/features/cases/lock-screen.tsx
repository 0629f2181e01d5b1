import { PasswordInput } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showScreen } from '#renderer/state/screens-store.ts';
import { type CaseCard, useSession } from '#renderer/state/session-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { useReport } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import { newCase } from './case-actions.ts';
import { SnapshotMissed } from './snapshot-missed.tsx';
import styles from './screen.module.css';

function Choice(props: {
  readonly cases: readonly CaseCard[];
  readonly chosen: string;
  choose(id: string): void;
}) {
  const { t } = useTranslation();
  return (
    <div role="radiogroup" aria-label={t('cases.which')} className={styles['codes']}>
      {props.cases.map(({ id, codeName }) => (
        <button
          key={id}
          type="button"
          role="radio"
          aria-checked={id === props.chosen}
          className={styles['code']}
          onClick={() => props.choose(id)}
        >
          <IconLock size={15} aria-hidden /> {codeName}
        </button>
      ))}
    </div>
  );
}

/** What a locked app shows: code names, and nothing of any case. */
export function LockScreen() {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const report = useReport();
  const { cases, caseId } = useSession();
  const [chosen, setChosen] = useState(caseId ?? cases[0]?.id ?? '');
  const [passphrase, setPassphrase] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [removing, setRemoving] = useState(false);
  const card = cases.find(({ id }) => id === chosen) ?? cases[0];
  if (!card) return null;

  async function open(words: string | null): Promise<void> {
    if (busy || !card) return;
    setBusy(true);
    const outcome = await workbench.unlock(card.id, words);
    setBusy(false);
    setPassphrase('');
    if (!outcome.ok) setWrong(outcome.code);
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (passphrase !== '') void open(passphrase);
  };

  return (
    <main className={styles['screen']}>
      <form className={styles['form']} onSubmit={submit} aria-labelledby="locked">
        <h1 id="locked">{t('cases.locked')}</h1>
        <SnapshotMissed />
        <p className={styles['about']}>{t('cases.codeNameHint')}</p>
        <Choice
          cases={cases}
          chosen={card.id}
          choose={(id) => {
            setChosen(id);
            setWrong(null);
            setRemoving(false);
          }}
        />
        {card.passphrase && (
          <PasswordInput
            label={t('cases.passphrase')}
            value={passphrase}
            autoFocus
            autoComplete="current-password"
            onChange={(event) => {
              setPassphrase(event.currentTarget.value);
              setWrong(null);
            }}
          />
        )}
        {wrong && <Notice tone="danger">{t(`errors.${wrong}`)}</Notice>}
        <div className={styles['spread']}>
          <Button look="quiet" onClick={() => void workbench.openSample().then(report)}>
            {t('cases.openSample')}
          </Button>
          <span className={styles['spread']}>
            {card.keychain && <Button onClick={() => void open(null)}>{t('cases.withKeychain')}</Button>}
            {card.passphrase && (
              <Button look="primary" type="submit" disabled={busy || passphrase === ''}>
                {t(busy ? 'cases.unlocking' : 'cases.unlock')}
              </Button>
            )}
          </span>
        </div>
        <div className={styles['spread']}>
          <Button look="quiet" onClick={() => newCase(false)}>
            {t('cases.newCase')}
          </Button>
          <Button look="quiet" onClick={() => showScreen({ kind: 'open-project', path: null })}>
            {t('share.openFile')}
          </Button>
          <Button look="quiet" onClick={() => setRemoving(!removing)} aria-expanded={removing}>
            {t('cases.remove')}
          </Button>
        </div>
        {removing && (
          <Notice tone="danger">
            <p>{t('cases.removeSure', { name: card.codeName })}</p>
            <Button
              look="danger"
              onClick={() =>
                void workbench.removeCase(card.id).then((outcome) => {
                  report(outcome);
                  setRemoving(false);
                })
              }
            >
              {t('cases.removeYes')}
            </Button>
          </Notice>
        )}
      </form>
    </main>
  );
}
