import { type DragEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadArticle } from '#core/ports/workbench.ts';
import { say } from '#renderer/state/messages-store.ts';
import { showProjectFile } from '#renderer/state/project-file-asked.ts';
import { useReport } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import { startImport } from '../cases/case-actions.ts';
import styles from './drop-area.module.css';

const ARTICLE = /\.(txt|md|markdown|html?|xhtml|docx|pdf)$/i;
const PROJECT = /\.touchstone$/i;
const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');

/** Takes article and project files dropped anywhere that nothing else takes. */
export function DropArea({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const report = useReport();
  const [over, setOver] = useState(false);

  async function drop(event: DragEvent): Promise<void> {
    setOver(false);
    if (event.defaultPrevented || !hasFiles(event)) return;
    event.preventDefault();
    const project = [...event.dataTransfer.files].find(({ name }) => PROJECT.test(name));
    const path = project ? workbench.projectPath(project) : null;
    if (path !== null) return showProjectFile(path);
    const articles: ReadArticle[] = [];
    for (const file of [...event.dataTransfer.files].filter(({ name }) => ARTICLE.test(name))) {
      const read = await workbench.readArticle(file);
      if (report(read)) articles.push(read.value);
    }
    if (articles.length > 0) startImport(articles);
    else if (![...event.dataTransfer.files].some(({ name }) => ARTICLE.test(name))) {
      say('error', t('document.dropOnly'));
    }
  }

  return (
    <div
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => void drop(event)}
    >
      {children}
      {over && <div className={styles['hint']}>{t('document.dropHere')}</div>}
    </div>
  );
}
