import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { type DateWords, formatEdtf } from '#core/model/dates.ts';

/** Writes EDTF dates in words of the window's language; what is no EDTF stays as it is. */
export function useEdtf(): (edtf: string) => string {
  const { t, i18n } = useTranslation();
  return useCallback(
    (edtf) => {
      const words: DateWords = {
        about: (date) => t('common.date.about', { date }),
        perhaps: (date) => t('common.date.perhaps', { date }),
        yearUnknown: (date) => t('common.date.yearUnknown', { date }),
        decade: (year) => t('common.date.decade', { year }),
        season: (season, year) => t(`common.date.season.${season}`, { year }),
        between: (from, to) => t('common.date.between', { from, to }),
        since: (from) => t('common.date.since', { from }),
        until: (to) => t('common.date.until', { to }),
      };
      return formatEdtf(edtf, i18n.language, words);
    },
    [t, i18n],
  );
}
