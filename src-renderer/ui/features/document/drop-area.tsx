import { type DragEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCase } from '#renderer/state/case-store.ts';
import { showScreen } from '#renderer/state/screens-store.ts';
import { useReport } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import styles from './drop-area.module.css';

const ARTICLE = /\.(txt|md|markdown|html?)$/i;
const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');

/** Takes article files dropped anywhere that nothing else takes. */
export function DropArea({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const report = useReport();
  const readOnly = useCase((store) => store.readOnly);
  const [over, setOver] = useState(false);

  async function drop(event: DragEvent): Promise<void> {
    setOver(false);
    if (event.defaultPrevented || !hasFiles(event)) return;
    event.preventDefault();
    const file = [...event.dataTransfer.files].find(({ name }) => ARTICLE.test(name));
    if (!file) return;
    const article = await workbench.readArticle(file);
    if (!report(article)) return;
    showScreen(
      readOnly
        ? { kind: 'new-case', fromSample: false, then: { kind: 'import', article: article.value } }
        : { kind: 'import', article: article.value },
    );
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
