import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedProject } from '#core/ports/project-files.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useIdentity } from '#renderer/state/identity-store.ts';
import { NO_SCREEN, showScreen } from '#renderer/state/screens-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import screen from '../cases/screen.module.css';
import { NO_PASSPHRASE } from '../identity/passphrase-choice.tsx';
import { RedactedChoice } from './redacted-choice.tsx';
import { SavedFile } from './saved-file.tsx';
import { SpaceNeeded } from './space-needed.tsx';
import { ProjectProgress } from './project-progress.tsx';
import { type Readers, readersChosen, RecipientsChoice } from './recipients.tsx';
import styles from './share.module.css';
import { useFileWords } from './use-file-words.ts';

/** Saves the case, or chosen claims of it, as an encrypted project file. */
export function SaveScreen(props: {
  readonly claimIds: readonly string[] | null;
  /** The case leaves this laptop once it is saved. */
  readonly thenRemove?: boolean;
}) {
  const { claimIds, thenRemove = false } = props;
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const wordsOf = useFileWords();
  const title = useCase((store) => store.state.case.get('case')?.title ?? '');
  const [readers, setReaders] = useState<Readers>({
    by: 'passphrase',
    passphrase: NO_PASSPHRASE,
    recipients: [],
  });
  const own = useIdentity((identity) => identity.self?.recipient ?? null);
  useEffect(() => {
    void workbench.showIdentity();
  }, [workbench]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [saved, setSaved] = useState<SavedProject | null>(null);
  const [redacted, setRedacted] = useState(false);

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (busy || !readersChosen(readers)) return;
    const target = await workbench.pickProjectTarget();
    if (!target.ok) return setProblem(wordsOf(target));
    if (target.value === null) return;
    setBusy(true);
    setProblem(null);
    // The sender's own key as well: they must be able to open what they sent.
    const protection =
      readers.by === 'keys'
        ? { recipients: [...readers.recipients, ...(own === null ? [] : [own])] }
        : { passphrase: readers.passphrase.passphrase };
    const outcome = await workbench.saveProject({ path: target.value, protection, claimIds, redacted });
    setBusy(false);
    if (outcome.ok) setSaved(outcome.value);
    else setProblem(wordsOf(outcome));
  }
  const heading =
    claimIds === null
      ? t(thenRemove ? 'share.leave.title' : 'share.saveTitle', { title })
      : t('share.savePartTitle', { title, count: claimIds.length });
  return (
    <main className={screen['screen']}>
      <form
        className={`${screen['form']} ${styles['wide']}`}
        noValidate
        onSubmit={(event) => void save(event)}
        aria-label={heading}
      >
        <h1 dir="auto">{heading}</h1>
        {saved ? (
          <SavedFile saved={saved} leave={thenRemove} byPassphrase={readers.by === 'passphrase'} />
        ) : (
          <>
            <p className={screen['about']}>{t(claimIds === null ? 'share.saveAbout' : 'share.partAbout')}</p>
            {busy ? (
              <ProjectProgress waiting={t('share.saving')} />
            ) : (
              <>
                <RecipientsChoice value={readers} onChange={setReaders} />
                {!thenRemove && <RedactedChoice on={redacted} set={setRedacted} />}
                <SpaceNeeded claimIds={claimIds} redacted={redacted} />
              </>
            )}
            {problem && <Notice tone="danger">{problem}</Notice>}
            {!busy && (
              <div className={screen['actions']}>
                <Button onClick={() => showScreen(NO_SCREEN)}>{t('common.cancel')}</Button>
                <Button look="primary" type="submit" disabled={!readersChosen(readers)}>
                  {t('share.where')}
                </Button>
              </div>
            )}
          </>
        )}
      </form>
    </main>
  );
}
