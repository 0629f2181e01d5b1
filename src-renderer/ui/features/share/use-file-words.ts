import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Done } from '#core/ports/workbench.ts';
import { useFailureWords } from '#renderer/ui/hooks/use-run.ts';

/** Words for why a project file was refused: those of the file before those of the case. */
export function useFileWords(): (failure: Extract<Done<never>, { ok: false }>) => string {
  const { t, i18n } = useTranslation();
  const wordsOf = useFailureWords();
  return useCallback(
    (failure) => {
      const key = `share.fault.${failure.code}`;
      return i18n.exists(key) ? t(key, failure.detail ?? {}) : wordsOf(failure);
    },
    [t, i18n, wordsOf],
  );
}
