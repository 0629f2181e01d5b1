import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Stance } from '#core/model/claim-parts.ts';
import type { BlobRef, Evidence } from '#core/model/evidence.ts';
import type { Attachable, Attached } from '#core/ports/workbench.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { say } from '#renderer/state/messages-store.ts';
import { useFailureWords, useReport } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';

/** The claim new evidence bears on at once, if any. */
export type Bearing = { readonly claimId: string; readonly stance: Stance } | null;

/** Names of the files that failed, by the words for why; files that share a reason share a message. */
function namesByReason(
  failed: Attached['failed'],
  wordsOf: ReturnType<typeof useFailureWords>,
): Map<string, string[]> {
  const byReason = new Map<string, string[]>();
  for (const failure of failed) {
    const why = wordsOf(failure);
    byReason.set(why, [...(byReason.get(why) ?? []), `“${failure.name}”`]);
  }
  return byReason;
}

/** What is known of a file besides, once it is sealed. */
export type FieldsOf = (file: BlobRef) => Partial<Evidence>;

/** Ways to add files as evidence. Each resolves with the ids of the new items. */
export type Attaching = {
  attachFiles(files: Iterable<File>, bearing: Bearing): Promise<readonly string[]>;
  pick(bearing: Bearing, fieldsOf?: FieldsOf): Promise<readonly string[]>;
  /** Files that were chosen or dropped before. */
  attach(files: readonly Attachable[], bearing: Bearing, fieldsOf?: FieldsOf): Promise<readonly string[]>;
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
  const wordsOf = useFailureWords();
  return useMemo(() => {
    const attach: Attaching['attach'] = async (files, bearing, fieldsOf) => {
      if (files.length === 0) return NOTHING;
      const outcome = await (fieldsOf
        ? workbench.attach(files, bearing, fieldsOf)
        : workbench.attach(files, bearing));
      if (!report(outcome)) return NOTHING;
      const { ids, failed, left } = outcome.value;
      for (const [why, names] of namesByReason(failed, wordsOf))
        say('error', t('evidence.notAttached', { count: names.length, names: names.join(', '), why }));
      if (left > 0) say('error', t('evidence.leftOut', { count: left }));
      const empty = emptyFiles(ids);
      // Kept all the same: that a file came without content may itself be worth recording.
      if (empty.length > 0) say('error', t('evidence.emptyFiles', { count: empty.length, name: empty[0] }));
      return ids;
    };
    return {
      attach,
      attachFiles: (files, bearing) =>
        attach(
          [...files].map((file) => workbench.attachable(file)),
          bearing,
        ),
      async pick(bearing, fieldsOf) {
        const outcome = await workbench.pickEvidence();
        return report(outcome) ? attach(outcome.value, bearing, fieldsOf) : NOTHING;
      },
    };
  }, [workbench, report, t, wordsOf]);
}
