import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { isDay } from '#core/model/dates.ts';

/** Writes an ISO 8601 day as people read it; other text as it is. */
export function useDay(): (day: string) => string {
  const { i18n } = useTranslation();
  return useCallback(
    (day) =>
      isDay(day)
        ? new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeZone: 'UTC' }).format(
            new Date(day),
          )
        : day,
    [i18n.language],
  );
}
