import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Doubt } from '#core/extraction/speakers/speaker.ts';

/** Words for why it is not certain who speaks. */
export function useDoubtWords(): (doubt: Doubt) => string {
  const { t } = useTranslation();
  return useCallback(
    ({ kind, words }: Doubt) => t(`proposals.doubt.${kind}`, { words: words.join(', ') }),
    [t],
  );
}
