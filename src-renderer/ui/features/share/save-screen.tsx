import { Checkbox } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedProject } from '#core/ports/workbench.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useIdentity } from '#renderer/state/identity-store.ts';
import { NO_SCREEN, showScreen } from '#renderer/state/screens-store.ts';
import { useSession } from '#renderer/state/session-store.ts';
import { say } from '#renderer/state/messages-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { useReport } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import screen from '../cases/screen.module.css';
import { formatBytes } from '../fields/format-bytes.ts';
import { NO_PASSPHRASE } from '../identity/passphrase-choice.tsx';
import { ProjectProgress } from './project-progress.tsx';
import { type Readers, readersChosen, RecipientsChoice } from './recipients.tsx';
import styles from './share.module.css';
import { useFileWords } from './use-file-words.ts';

/** Destroys the key of the case, once its file is written and verified. */
function Leave({ saved }: { readonly saved: SavedProject }) {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const report = useReport();
  const caseId = useSession((session) => session.caseId);
  const [sure, setSure] = useState(false);
  async function remove(): Promise<void> {
    if (caseId === null || !report(await workbench.removeCase(caseId))) return;
    say('done', t('share.leave.done'));
    showScreen(NO_SCREEN);
  }
  return (
    <>
      <Notice tone="danger">{t('share.leave.about')}</Notice>
      <Checkbox
        label={t('share.leave.sure')}
        checked={sure}
        onChange={(event) => setSure(event.currentTarget.checked)}
      />
      <div className={screen['actions']}>
        <ShowFile path={saved.path} />
        <Button autoFocus onClick={() => showScreen(NO_SCREEN)}>
          {t('share.leave.not')}
        </Button>
        <Button look="danger" disabled={!sure} onClick={() => void remove()}>
          {t('share.leave.act')}
        </Button>
      </div>
    </>
  );
}

function ShowFile({ path }: { readonly path: string }) {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  return <Button onClick={() => void workbench.showInFolder(path)}>{t('share.showFile')}</Button>;
}

function Saved(props: {
  readonly saved: SavedProject;
  readonly leave: boolean;
  readonly byPassphrase: boolean;
}) {
  const { t, i18n } = useTranslation();
  const { saved, leave, byPassphrase } = props;
  return (
    <>
      <p role="status">{t('share.saved', { size: formatBytes(saved.bytes, i18n.language) })}</p>
      <bdi className={styles['path']}>{saved.path}</bdi>
      {leave ? (
        <Leave saved={saved} />
      ) : (
        <>
          {byPassphrase && <Notice tone="warn">{t('share.savedHow')}</Notice>}
          <div className={screen['actions']}>
            <ShowFile path={saved.path} />
            <Button look="primary" autoFocus onClick={() => showScreen(NO_SCREEN)}>
              {t('share.done')}
            </Button>
          </div>
        </>
      )}
    </>
  );
}

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
    const outcome = await workbench.saveProject({ path: target.value, protection, claimIds });
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
          <Saved saved={saved} leave={thenRemove} byPassphrase={readers.by === 'passphrase'} />
        ) : (
          <>
            <p className={screen['about']}>{t(claimIds === null ? 'share.saveAbout' : 'share.partAbout')}</p>
            {busy ? (
              <ProjectProgress waiting={t('share.saving')} />
            ) : (
              <RecipientsChoice value={readers} onChange={setReaders} />
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
