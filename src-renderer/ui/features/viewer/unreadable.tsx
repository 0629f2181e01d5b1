import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BlobRef, FileCheck } from '#core/model/evidence.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { Empty } from '#renderer/ui/components/empty.tsx';
import { useReport } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';

/**
 * In the place of a file that could not be shown. Whether it came so or was altered since is found out
 * at once: it is hashed again, and an altered one goes into quarantine as it does when a check finds it.
 */
export function Unreadable({ words, file }: { readonly words: string; readonly file: BlobRef }) {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const report = useReport();
  const readOnly = useCase((store) => store.readOnly);
  const [found, setFound] = useState<FileCheck | 'checking' | null>(readOnly ? null : 'checking');
  useEffect(() => {
    if (readOnly) return;
    void workbench.checkFile(file).then((outcome) => setFound(report(outcome) ? outcome.value : null));
    // Once for each file that fails, whatever else of the window changes meanwhile.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [file.sha256]);
  return <Empty title={words}>{found && <p role="status">{t(`evidence.check.${found}`)}</p>}</Empty>;
}
