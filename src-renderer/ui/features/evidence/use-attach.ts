import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Stance } from '#core/model/claim-parts.ts';
import type { Attachable } from '#core/ports/workbench.ts';
import { say } from '#renderer/state/messages-store.ts';
import { useReport } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';

type Bearing = { readonly claimId: string; readonly stance: Stance } | null;

/** Seals files and adds them as evidence; says what came of it. */
export function useAttach(): {
  attach(files: readonly Attachable[], bearing: Bearing): Promise<void>;
  attachFiles(files: Iterable<File>, bearing: Bearing): Promise<void>;
  pick(bearing: Bearing): Promise<void>;
} {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const report = useReport();
  const attach = useCallback(
    async (files: readonly Attachable[], bearing: Bearing) => {
      if (files.length === 0) return;
      const outcome = await workbench.attach(files, bearing);
      if (report(outcome)) say('done', t('evidence.attached', { count: outcome.value.length }));
    },
    [workbench, report, t],
  );
  return {
    attach,
    attachFiles: (files, bearing) =>
      attach(
        [...files].map((file) => workbench.attachable(file)),
        bearing,
      ),
    async pick(bearing) {
      const outcome = await workbench.pickEvidence();
      if (report(outcome)) await attach(outcome.value, bearing);
    },
  };
}
