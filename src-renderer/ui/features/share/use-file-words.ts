import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Done } from '#core/ports/workbench.ts';
import { formatBytes } from '../fields/format-bytes.ts';
import { useFailureWords } from '#renderer/ui/hooks/use-run.ts';

/** Words for why a project file was refused: those of the file before those of the case. */
export function useFileWords(): (failure: Extract<Done<never>, { ok: false }>) => string {
  const { t, i18n } = useTranslation();
  const wordsOf = useFailureWords();
  return useCallback(
    (failure) => {
      const { code, detail = {} } = failure;
      if (code === 'no-room') {
        const size = (name: string): string => formatBytes(Number(detail[name] ?? 0), i18n.language);
        return t('share.noRoom', { needed: size('needed'), free: size('free') });
      }
      const key = `share.fault.${code}`;
      return i18n.exists(key) ? t(key, detail) : wordsOf(failure);
    },
    [t, i18n, wordsOf],
  );
}
