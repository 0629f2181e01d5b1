import { PasswordInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedProject } from '#core/ports/project-files.ts';
import { useIdentity } from '#renderer/state/identity-store.ts';
import { useSession } from '#renderer/state/session-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import screen from '../cases/screen.module.css';
import { UnlockIdentity } from '../identity/unlock-identity.tsx';
import { FileSummary } from './file-summary.tsx';
import { LeaveActions } from './leave-actions.tsx';
import { MergeView } from './merge-view.tsx';
import { ProjectProgress } from './project-progress.tsx';
import styles from './share.module.css';
import { TakeForm } from './take-form.tsx';
import { useFileWords } from './use-file-words.ts';

type Chosen = { readonly path: string; readonly opensBy: 'passphrase' | 'keys' };

/** Which file, and what opens it. */
function ChooseForm(props: {
  readonly asked: string | null;
  readonly opened: (project: OpenedProject) => void;
}) {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const wordsOf = useFileWords();
  const { asked, opened } = props;
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const ownKey = useIdentity((identity) => identity.state);

  async function inspect(path: string): Promise<void> {
    const outcome = await workbench.inspectProject(path);
    setProblem(outcome.ok ? null : wordsOf(outcome));
    setChosen(outcome.ok ? { path, opensBy: outcome.value.opensBy } : null);
  }
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  const inspectAsked = useRef(inspect);
  useEffect(() => {
    if (asked !== null) void inspectAsked.current(asked);
  }, [asked]);
  async function choose(): Promise<void> {
    const outcome = await workbench.pickProject();
    if (outcome.ok && outcome.value !== null) await inspect(outcome.value);
  }
  async function check(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!chosen || busy) return;
    setBusy(true);
    setProblem(null);
    const outcome = await workbench.openProject(chosen.path, chosen.opensBy === 'keys' ? null : passphrase);
    if (!here.current) {
      // Nobody is left to close it: its key must not stay behind.
      if (outcome.ok) void workbench.closeProject(outcome.value);
      return;
    }
    setBusy(false);
    setPassphrase('');
    if (outcome.ok) opened(outcome.value);
    else setProblem(wordsOf(outcome));
  }
  if (busy) return <ProjectProgress waiting={t('share.checking')} />;
  const byKey = chosen?.opensBy === 'keys';
  const which = (
    <>
      <p className={screen['about']}>{t('share.openAbout')}</p>
      <div className={screen['spread']}>
        {chosen && <bdi className={styles['path']}>{chosen.path}</bdi>}
        <Button look={chosen ? 'plain' : 'primary'} autoFocus={chosen === null} onClick={() => void choose()}>
          {t(chosen ? 'share.chooseOther' : 'share.choose')}
        </Button>
      </div>
      {byKey && <p>{t('share.byKey')}</p>}
    </>
  );
  // Unlocked here: from the lock screen there is no other way to one's own key.
  if (byKey && ownKey === 'locked') {
    return (
      <div className={screen['stack']}>
        {which}
        <UnlockIdentity />
        <LeaveActions />
      </div>
    );
  }
  const keyless = byKey && (ownKey === 'none' || ownKey === 'damaged');
  return (
    <form
      className={screen['stack']}
      aria-label={t('share.openTitle')}
      noValidate
      onSubmit={(event) => void check(event)}
    >
      {which}
      {chosen?.opensBy === 'passphrase' && (
        <PasswordInput
          label={t('share.passphrase')}
          value={passphrase}
          autoFocus
          autoComplete="off"
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
      )}
      {keyless && <Notice tone="warn">{t(ownKey === 'none' ? 'share.noKey' : 'identity.damaged')}</Notice>}
      {problem && <Notice tone="danger">{problem}</Notice>}
      <LeaveActions>
        {chosen && !keyless && (
          <Button
            look="primary"
            type="submit"
            autoFocus={byKey}
            disabled={chosen.opensBy === 'passphrase' && passphrase === ''}
          >
            {t('share.check')}
          </Button>
        )}
      </LeaveActions>
    </form>
  );
}

/** Opens a project file: checks it whole, shows what it is, then stores it as a new case or merges it. */
export function OpenScreen({ path }: { readonly path: string | null }) {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  // Names for signatures come from the person's own list.
  useEffect(() => {
    void workbench.showIdentity();
  }, [workbench]);
  const [project, setProject] = useState<OpenedProject | null>(null);
  const held = useRef<OpenedProject | null>(null);
  useEffect(() => {
    held.current = project;
  }, [project]);
  // However the screen is left, the key of the file does not stay behind, nor, on the lock screen, the
  // person's own that was unlocked for it.
  useEffect(
    () => () => {
      if (held.current) void workbench.closeProject(held.current);
      if (useSession.getState().phase === 'locked') void workbench.lock({ force: true });
    },
    [workbench],
  );
  return (
    <main className={screen['screen']}>
      <div className={`${screen['form']} ${styles['wide']}`}>
        <h1>{t('share.openTitle')}</h1>
        {project ? (
          <>
            <FileSummary project={project} />
            {project.here === 'no' && <TakeForm project={project} />}
            {project.here === 'locked' && (
              <>
                <Notice tone="warn">{t('share.isLocked')}</Notice>
                <LeaveActions />
              </>
            )}
            {project.here === 'open' && <MergeView project={project} />}
          </>
        ) : (
          <ChooseForm asked={path} opened={setProject} />
        )}
      </div>
    </main>
  );
}
