import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Stance } from '#core/model/claim-parts.ts';
import type { Attachable } from '#core/ports/workbench.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { say } from '#renderer/state/messages-store.ts';
import { useReport } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';

/** The claim new evidence bears on at once, if any. */
export type Bearing = { readonly claimId: string; readonly stance: Stance } | null;

/** Ways to add files as evidence. Each resolves with the ids of the new items. */
export type Attaching = {
  attachFiles(files: Iterable<File>, bearing: Bearing): Promise<readonly string[]>;
  pick(bearing: Bearing): Promise<readonly string[]>;
};

const NOTHING: readonly string[] = [];

/** Names of those items whose file holds nothing. */
function emptyFiles(ids: readonly string[]): string[] {
  const { evidence } = useCase.getState().state;
  return ids.flatMap((id) => {
    const file = evidence.get(id)?.file;
    return file?.size === 0 ? [file.name] : [];
  });
}

/** Seals files and adds them as evidence; what fails is said in words. */
export function useAttach(): Attaching {
  const workbench = useWorkbench();
  const report = useReport();
  const { t } = useTranslation();
  return useMemo(() => {
    const attach = async (files: readonly Attachable[], bearing: Bearing): Promise<readonly string[]> => {
      if (files.length === 0) return NOTHING;
      const outcome = await workbench.attach(files, bearing);
      if (!report(outcome)) return NOTHING;
      const empty = emptyFiles(outcome.value);
      // Kept all the same: that a file came without content may itself be worth recording.
      if (empty.length > 0) say('error', t('evidence.emptyFiles', { count: empty.length, name: empty[0] }));
      return outcome.value;
    };
    return {
      attachFiles: (files, bearing) =>
        attach(
          [...files].map((file) => workbench.attachable(file)),
          bearing,
        ),
      async pick(bearing) {
        const outcome = await workbench.pickEvidence();
        return report(outcome) ? attach(outcome.value, bearing) : NOTHING;
      },
    };
  }, [workbench, report, t]);
}
