import { useTranslation } from 'react-i18next';
import { say } from '#renderer/state/messages-store.ts';
import type { Kept } from '#renderer/state/snapshots-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { useReport } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import screen from '../cases/screen.module.css';
import styles from './share.module.css';

/** Folders in which snapshots stay, though none are written there any more. */
export function EarlierFolders({ folders }: { readonly folders: readonly string[] }) {
  const { t } = useTranslation();
  if (folders.length === 0) return null;
  return (
    <>
      <p>{t('snapshots.kept.earlier', { count: folders.length })}</p>
      {folders.map((folder) => (
        <bdi key={folder} className={styles['path']}>
          {folder}
        </bdi>
      ))}
    </>
  );
}

/** How snapshots are kept now, and what can be done about it. */
export function KeptSettings(props: { readonly kept: Kept; change(): void; write(): void }) {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const report = useReport();
  const { kept, change, write } = props;
  const stop = async (): Promise<void> => {
    if (report(await workbench.stopSnapshots())) say('done', t('snapshots.kept.stopped'));
  };
  return (
    <>
      <p>
        {t(`snapshots.kept.on_${kept.by}`)}{' '}
        {t(kept.evidence ? 'snapshots.kept.whole' : 'snapshots.kept.textsOnly')}
      </p>
      <bdi className={styles['path']}>{kept.folder}</bdi>
      <EarlierFolders folders={kept.earlier} />
      {kept.failed && (
        <Notice tone="warn">
          {t('snapshots.missed')} {t(`errors.${kept.failed.code}`)}
        </Notice>
      )}
      <div className={screen['actions']}>
        <Button look="quiet" onClick={() => void stop()}>
          {t('snapshots.kept.stop')}
        </Button>
        <Button onClick={change}>{t('snapshots.kept.change')}</Button>
        <Button onClick={write}>{t('snapshots.kept.now')}</Button>
      </div>
    </>
  );
}
