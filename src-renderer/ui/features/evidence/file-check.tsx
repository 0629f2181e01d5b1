import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BlobRef, FileCheck as Verdict } from '#core/model/evidence.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { useReport } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';

/** Hashes the sealed file again on demand, and says what was found. */
export function FileCheck({ file }: { readonly file: BlobRef }) {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const report = useReport();
  const readOnly = useCase((store) => store.readOnly);
  const [checking, setChecking] = useState(false);
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  if (readOnly) return null;
  async function check(): Promise<void> {
    setChecking(true);
    setVerdict(null);
    const outcome = await workbench.checkFile(file);
    setChecking(false);
    if (report(outcome)) setVerdict(outcome.value);
  }
  return (
    <>
      <div>
        <Button disabled={checking} onClick={() => void check()}>
          {t(checking ? 'evidence.check.checking' : 'evidence.check.act')}
        </Button>
      </div>
      {verdict && (
        <div role="status">
          <Notice tone={verdict === 'same' ? 'plain' : 'danger'}>{t(`evidence.check.${verdict}`)}</Notice>
        </div>
      )}
    </>
  );
}
