import { type DragEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { say } from '#renderer/state/messages-store.ts';
import { showProjectFile } from '#renderer/state/project-file-asked.ts';
import { type Phase, useSession } from '#renderer/state/session-store.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import styles from '../document/drop-area.module.css';

const PROJECT = /\.touchstone$/i;
const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');

/** Phases in which there is nothing to open a file with, or no time for it. */
const BUSY: ReadonlySet<Phase> = new Set(['starting', 'refused', 'locking', 'leaving']);

/**
 * Takes a project file dropped where nothing else takes files: on the lock screen, and on every screen
 * in the place of the desk.
 */
export function ProjectDrop({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const takes = useSession(({ phase }) => !BUSY.has(phase));
  const [over, setOver] = useState(false);

  function drop(event: DragEvent): void {
    setOver(false);
    if (!takes || event.defaultPrevented || !hasFiles(event)) return;
    event.preventDefault();
    const project = [...event.dataTransfer.files].find(({ name }) => PROJECT.test(name));
    const path = project ? workbench.projectPath(project) : null;
    if (path === null) say('error', t('share.dropOnly'));
    else showProjectFile(path);
  }
  return (
    <div
      onDragOver={(event) => {
        if (!takes || event.defaultPrevented || !hasFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={drop}
    >
      {children}
      {over && <div className={styles['hint']}>{t('share.dropHere')}</div>}
    </div>
  );
}
