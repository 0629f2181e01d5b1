import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseSnapshot, KeptSnapshots } from '#core/ports/project-files.ts';
import type { Done } from '#core/ports/workbench.ts';
import { say } from '#renderer/state/messages-store.ts';
import { NO_SCREEN, showScreen } from '#renderer/state/screens-store.ts';
import { useSnapshots } from '#renderer/state/snapshots-store.ts';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { useReport } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import screen from '../cases/screen.module.css';
import { KeepForm } from './keep-form.tsx';
import { EarlierFolders, KeptSettings } from './kept-settings.tsx';
import { LeaveActions } from './leave-actions.tsx';
import { ProjectProgress } from './project-progress.tsx';
import { SnapshotList } from './snapshot-list.tsx';
import styles from './share.module.css';

type List = readonly CaseSnapshot[] | null;

/** What is running, as it is worded. */
type Busy = 'snapshots.kept.writing' | 'share.copies.restoring' | null;

/** Snapshots in a chosen folder, the earlier copies on this laptop, and the way back to one. */
export function SnapshotsScreen() {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const report = useReport();
  const kept = useSnapshots((store) => store.kept);
  const [copies, setCopies] = useState<List>(null);
  const [list, setList] = useState<KeptSnapshots | null>(null);
  const [changing, setChanging] = useState(false);
  const [busy, setBusy] = useState<Busy>(null);

  useEffect(() => {
    void workbench.listSnapshots().then((outcome) => setCopies(report(outcome) ? outcome.value : []));
  }, [workbench, report]);
  const on = kept?.on === true;
  const folder = on ? kept.folder : null;
  const lastAt = kept?.last?.at ?? null;
  useEffect(() => {
    if (folder === null) return;
    void workbench.listKept().then((outcome) => setList(report(outcome) ? outcome.value : null));
  }, [workbench, report, folder, lastAt]);

  /** Runs what takes a while; its words when it is done. */
  async function work(what: Busy, task: () => Promise<Done<unknown>>, words: string): Promise<boolean> {
    setBusy(what);
    const outcome = await task();
    setBusy(null);
    if (!report(outcome)) return false;
    say('done', words);
    return true;
  }
  async function restore(task: () => Promise<Done>, words: string): Promise<void> {
    if (await work('share.copies.restoring', task, words)) showScreen(NO_SCREEN);
  }

  const inFolder =
    on && !changing ? (
      <>
        <KeptSettings
          kept={kept}
          change={() => setChanging(true)}
          write={() =>
            void work('snapshots.kept.writing', () => workbench.snapshotNow(), t('snapshots.kept.written'))
          }
        />
        {(['away', 'purged'] as const).map((why) =>
          list?.[why].map((where) => (
            <Notice key={`${why} ${where}`} tone="warn">
              {t(`snapshots.kept.${why}`)} <bdi className={styles['path']}>{where}</bdi>
            </Notice>
          )),
        )}
        {list && (list.files.length > 0 || list.away.length + list.purged.length === 0) && (
          <SnapshotList
            files={list.files}
            none={t('snapshots.kept.none')}
            folder={folder ?? ''}
            label={t('snapshots.kept.restore')}
            restore={(path) => void restore(() => workbench.restoreKept(path), t('snapshots.kept.restored'))}
            open={(path) => showScreen({ kind: 'open-project', path })}
          />
        )}
      </>
    ) : null;
  return (
    <main className={screen['screen']}>
      <div className={`${screen['form']} ${styles['wide']}`}>
        <h1>{t('snapshots.heading')}</h1>
        {busy ? (
          <ProjectProgress waiting={t(busy)} />
        ) : (
          <>
            <section className={styles['part']} aria-labelledby="kept">
              <h2 id="kept">{t('snapshots.kept.heading')}</h2>
              {kept && !on && <EarlierFolders folders={kept.earlier} />}
              {inFolder ?? (
                <KeepForm
                  giveUp={on ? () => setChanging(false) : null}
                  keep={async (how) => {
                    const task = () => workbench.keepSnapshots(how);
                    await work('snapshots.kept.writing', task, t('snapshots.kept.written'));
                    setChanging(false);
                  }}
                />
              )}
            </section>
            <section className={styles['part']} aria-labelledby="copies">
              <h2 id="copies">{t('share.copies.heading')}</h2>
              <p className={screen['about']}>{t('share.copies.about')}</p>
              {copies && (
                <SnapshotList
                  files={copies}
                  none={t('share.copies.none')}
                  label={t('share.copies.restore')}
                  restore={(name) => void restore(() => workbench.restoreSnapshot(name), t('share.undone'))}
                />
              )}
            </section>
            <LeaveActions autoFocus />
          </>
        )}
      </div>
    </main>
  );
}
