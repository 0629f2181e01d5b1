import { useEffect } from 'react';
import { isTyping } from '#renderer/ui/hooks/use-shortcuts.ts';
import { useReport } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import { startImport } from '../cases/case-actions.ts';

/** Shortest text that is taken for an article when it is pasted outside of any field. */
const SHORTEST = 200;

/** A long text pasted anywhere but into a field is an article to add. */
export function usePasteArticle(): void {
  const workbench = useWorkbench();
  const report = useReport();
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const data = event.clipboardData;
      if (!data || event.defaultPrevented || isTyping(event.target) || data.files.length > 0) return;
      const text = data.getData('text/plain');
      if (text.trim().length < SHORTEST) return;
      event.preventDefault();
      void workbench.readPasted(text, data.getData('text/html') || null).then((article) => {
        if (report(article)) startImport([article.value]);
      });
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [workbench, report]);
}
