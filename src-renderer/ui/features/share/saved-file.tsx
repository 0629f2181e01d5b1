import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedProject } from '#core/ports/project-files.ts';
import { say } from '#renderer/state/messages-store.ts';
import { NO_SCREEN, showScreen } from '#renderer/state/screens-store.ts';
import { useSession } from '#renderer/state/session-store.ts';
import { useSnapshots } from '#renderer/state/snapshots-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { useReport } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import screen from '../cases/screen.module.css';
import { formatBytes } from '../fields/format-bytes.ts';
import { ReleaseKept } from '../release/release-kept.tsx';
import styles from './share.module.css';

/** Destroys the key of the case, once its file is written and verified. */
/** Folders with snapshots of the case: these outlive it. */
function useSnapshotFolders(): readonly string[] {
  const kept = useSnapshots((store) => store.kept);
  if (!kept) return [];
  return kept.on && kept.last ? [kept.folder, ...kept.earlier] : kept.earlier;
}

type Sealed = 'passphrase' | 'keys';

function Leave({ saved, by }: { readonly saved: SavedProject; readonly by: Sealed }) {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const report = useReport();
  const caseId = useSession((session) => session.caseId);
  const [sure, setSure] = useState(false);
  const [busy, setBusy] = useState(false);
  const folders = useSnapshotFolders();
  async function remove(): Promise<void> {
    if (caseId === null || busy) return;
    setBusy(true);
    const gone = report(await workbench.removeCase(caseId, saved));
    setBusy(false);
    if (!gone) return;
    say('done', t('share.leave.done'));
    showScreen(NO_SCREEN);
  }
  return (
    <>
      <Notice tone="danger">{t(`share.leave.about_${by}`)}</Notice>
      {folders.length > 0 && (
        <Notice tone="warn">
          {t('share.leave.snapshots')}{' '}
          {folders.map((folder) => (
            <bdi key={folder} className={styles['path']}>
              {folder}{' '}
            </bdi>
          ))}
        </Notice>
      )}
      <Checkbox
        label={t(`share.leave.sure_${by}`)}
        checked={sure}
        onChange={(event) => setSure(event.currentTarget.checked)}
      />
      <div className={screen['actions']}>
        <ShowFile path={saved.path} />
        <Button autoFocus onClick={() => showScreen(NO_SCREEN)}>
          {t('share.leave.not')}
        </Button>
        <Button look="danger" disabled={!sure || busy} onClick={() => void remove()}>
          {t(busy ? 'share.leave.looking' : 'share.leave.act')}
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

/** A project file that was written, and what to do next. */
export function SavedFile(props: {
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
      {saved.without > 0 && <Notice tone="warn">{t('share.without', { count: saved.without })}</Notice>}
      <ReleaseKept release={saved.release} />
      {leave ? (
        <Leave saved={saved} by={byPassphrase ? 'passphrase' : 'keys'} />
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
